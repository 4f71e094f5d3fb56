package io.guiyi.connectors.delivery;

import java.nio.ByteBuffer;

/**
 * The SM3 digest of GB/T 32905-2016, written out: no provider of the JDK has it, and the library
 * that has it belongs to the keeping of keys. See {@code docs/decisions}.
 */
final class Sm3 {
  /** Digest length in bytes. */
  static final int LENGTH = 32;

  private static final int BLOCK = 64;
  private static final int ROUNDS = 64;
  private static final int[] START = {
    0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
  };

  private Sm3() {}

  /** The digest of {@code content}. */
  static byte[] of(byte[] content) {
    int[] state = START.clone();
    int[] words = new int[ROUNDS + 4];
    int whole = content.length - content.length % BLOCK;
    ByteBuffer in = ByteBuffer.wrap(content);
    for (int at = 0; at < whole; at += BLOCK) {
      compress(state, words, in, at);
    }
    ByteBuffer tail = tail(content, whole);
    for (int at = 0; at < tail.capacity(); at += BLOCK) {
      compress(state, words, tail, at);
    }
    ByteBuffer digest = ByteBuffer.allocate(LENGTH);
    for (int word : state) {
      digest.putInt(word);
    }
    return digest.array();
  }

  /** The rest of the content, a one bit, zeros, and the length in bits (clause 5.2). */
  private static ByteBuffer tail(byte[] content, int from) {
    int rest = content.length - from;
    ByteBuffer tail = ByteBuffer.allocate(rest + 9 <= BLOCK ? BLOCK : 2 * BLOCK);
    tail.put(content, from, rest).put((byte) 0x80);
    tail.putLong(tail.capacity() - Long.BYTES, content.length * 8L);
    return tail;
  }

  /** One block (clause 5.3). The fourth word of each half turns while rounds go on. */
  private static void compress(int[] state, int[] w, ByteBuffer in, int at) {
    expand(w, in, at);
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int j = 0; j < ROUNDS; j++) {
      int constant = Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j);
      int turned = Integer.rotateLeft(a, 12);
      int ss1 = Integer.rotateLeft(turned + e + constant, 7);
      int ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
      int gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
      int tt1 = ff + d + (ss1 ^ turned) + (w[j] ^ w[j + 4]);
      int tt2 = gg + h + ss1 + w[j];
      d = c;
      c = Integer.rotateLeft(b, 9);
      b = a;
      a = tt1;
      h = g;
      g = Integer.rotateLeft(f, 19);
      f = e;
      e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
    }
    int[] mixed = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < state.length; i++) {
      state[i] ^= mixed[i];
    }
  }

  private static void expand(int[] w, ByteBuffer in, int at) {
    for (int j = 0; j < 16; j++) {
      w[j] = in.getInt(at + j * Integer.BYTES);
    }
    for (int j = 16; j < w.length; j++) {
      int x = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
      int p1 = x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23);
      w[j] = p1 ^ Integer.rotateLeft(w[j - 13], 7) ^ w[j - 6];
    }
  }
}

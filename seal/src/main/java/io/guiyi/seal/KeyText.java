package io.guiyi.seal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The content of a key file: five lines of ASCII, so that a person can see which key it is and a
 * damaged, cut or renamed file is told from a whole one.
 *
 * <pre>
 * guiyi-key 1
 * id identity-1
 * algorithm SM4
 * key 32 to 64 hexadecimal digits
 * check first 16 hexadecimal digits of SM3 over the lines above
 * </pre>
 */
final class KeyText {
  /** No key file is longer. */
  static final int LENGTH_MAX_BYTES = 512;

  private static final String FORMAT = "guiyi-key 1";
  private static final int CHECK_DIGITS = 16;

  private KeyText() {}

  static byte[] write(KeyId id, KeyAlgorithm algorithm, byte[] key) {
    String head = head(id.text(), algorithm.name(), HexFormat.of().formatHex(key));
    return ascii(head + "check " + check(head) + "\n");
  }

  /**
   * Reads a key file's content.
   *
   * @throws IllegalArgumentException saying what is wrong, without showing any of it
   */
  static SealKey read(KeyId expected, byte[] content) {
    List<String> lines = new String(content, StandardCharsets.US_ASCII).lines().toList();
    if (lines.size() != 5 || !lines.getFirst().equals(FORMAT)) {
      throw new IllegalArgumentException("it is not a key file of format '" + FORMAT + "'");
    }
    String id = field(lines.get(1), "id");
    String algorithm = field(lines.get(2), "algorithm");
    String key = field(lines.get(3), "key");
    if (!field(lines.get(4), "check").equals(check(head(id, algorithm, key)))) {
      throw new IllegalArgumentException("its check digits do not fit: it is damaged");
    }
    if (!id.equals(expected.text())) {
      throw new IllegalArgumentException("it holds the key " + KeyId.parse(id));
    }
    return KeyAlgorithm.valueOf(algorithm).key(expected, HexFormat.of().parseHex(key));
  }

  private static String head(String id, String algorithm, String key) {
    return FORMAT + "\nid " + id + "\nalgorithm " + algorithm + "\nkey " + key + "\n";
  }

  private static String field(String line, String name) {
    if (!line.startsWith(name + " ")) {
      throw new IllegalArgumentException("its line '" + name + "' is missing");
    }
    return line.substring(name.length() + 1);
  }

  private static String check(String head) {
    return Sm3.of(ascii(head)).hex().substring(0, CHECK_DIGITS);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

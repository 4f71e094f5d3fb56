package io.guiyi.seal;

import java.nio.charset.StandardCharsets;

/**
 * The chain that audit entries form: each entry's hash covers its content and the hash before it,
 * so no entry can be edited, deleted, inserted or moved without every later hash changing.
 *
 * <p>{@code hash = SM3(hash before, 32 bytes; content)}. The first entry has number 1 and follows
 * {@link #START}. A chain alone cannot show that its tail was cut off, nor that someone rewrote it
 * to the end: compare {@link Intact#head()} with a head kept elsewhere.
 */
public final class HashChain {
  /** What the first entry follows. */
  public static final Head START =
      new Head(0, Sm3.of("guiyi audit chain 1".getBytes(StandardCharsets.US_ASCII)));

  private HashChain() {}

  /**
   * A point of the chain: everything up to it is known.
   *
   * @param number the number of the last entry known, 0 before the first
   * @param hash that entry's hash
   */
  public record Head(long number, Sm3 hash) {}

  /**
   * One stored entry.
   *
   * @param number its place in the chain, from 1 without gaps
   * @param content what was recorded, in the exact bytes that were hashed; not copied
   * @param hash the hash stored with it
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // Entries are hashed, never compared; copies would cost.
  public record Entry(long number, byte[] content, Sm3 hash) {}

  /** What a verification found. */
  public sealed interface Verdict {}

  /**
   * Every entry fits.
   *
   * @param head the last entry, or the starting point when there were no entries
   */
  public record Intact(Head head) implements Verdict {}

  /**
   * The chain is broken.
   *
   * @param number the number of the first bad entry: the one expected there, which for a missing
   *     entry is its own
   * @param fault what is wrong there
   */
  public record Broken(long number, Fault fault) implements Verdict {}

  /** What can be wrong with an entry. */
  public enum Fault {
    /** Another number stands here: an entry was deleted, inserted, repeated or moved. */
    NUMBER,
    /** Number in order, hash not: this entry, or one before it, was altered or exchanged. */
    HASH
  }

  /** The hash of an entry that follows {@code previous}. */
  public static Sm3 next(Sm3 previous, byte[] content) {
    return Sm3.of(previous.bytes(), content);
  }

  /** Appends: the head after an entry of this content. */
  public static Head next(Head head, byte[] content) {
    return new Head(head.number() + 1, next(head.hash(), content));
  }

  /** Verifies a chain from its beginning. */
  public static Verdict verify(Iterable<Entry> entries) {
    return verify(START, entries);
  }

  /**
   * Verifies the entries that follow a known head, in the order given; stops at the first bad one.
   *
   * @param known a head verified earlier
   */
  public static Verdict verify(Head known, Iterable<Entry> entries) {
    Head head = known;
    for (Entry entry : entries) {
      Head expected = next(head, entry.content());
      if (entry.number() != expected.number()) {
        return new Broken(expected.number(), Fault.NUMBER);
      }
      if (!entry.hash().equals(expected.hash())) {
        return new Broken(expected.number(), Fault.HASH);
      }
      head = expected;
    }
    return new Intact(head);
  }
}

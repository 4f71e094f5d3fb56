package io.guiyi.matching;

/**
 * What somebody with the authority to say so said about two records. It outlives their values, the
 * persons they stand in and the model.
 *
 * @param a the record with the lower number
 * @param b the other one
 * @param kind what was said
 */
public record PairFact(RecordRef a, RecordRef b, Kind kind) implements Comparable<PairFact> {
  /** What may be said. */
  public enum Kind {
    /** They are two persons, whatever they weigh. */
    NEVER_LINK,
    /** They are one person, whatever they weigh and whatever law speaks against it. */
    ALWAYS_LINK
  }

  /** Checks that they are two records and stand in order; {@link #of} puts them in order. */
  public PairFact {
    if (a.compareTo(b) >= 0) {
      throw new IllegalArgumentException(
          "a fact is about two records, the lower number first; got %d and %d"
              .formatted(a.number(), b.number()));
    }
  }

  /** A fact about two records in any order. */
  public static PairFact of(RecordRef one, RecordRef other, Kind kind) {
    return one.compareTo(other) < 0
        ? new PairFact(one, other, kind)
        : new PairFact(other, one, kind);
  }

  /** True if it is about this record. */
  public boolean isAbout(RecordRef record) {
    return a.equals(record) || b.equals(record);
  }

  /**
   * The other record of the two.
   *
   * @throws IllegalArgumentException if the fact is not about {@code record}
   */
  public RecordRef other(RecordRef record) {
    if (!isAbout(record)) {
      throw new IllegalArgumentException(
          "the fact about records %d and %d does not concern record %d"
              .formatted(a.number(), b.number(), record.number()));
    }
    return a.equals(record) ? b : a;
  }

  @Override
  public int compareTo(PairFact other) {
    int first = a.compareTo(other.a);
    int second = first == 0 ? b.compareTo(other.b) : first;
    return second == 0 ? kind.compareTo(other.kind) : second;
  }
}

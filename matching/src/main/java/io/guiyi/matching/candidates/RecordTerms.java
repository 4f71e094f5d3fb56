package io.guiyi.matching.candidates;

import java.util.Arrays;

/**
 * The keyed terms of one record: those under which it is stored and by which it asks for others.
 * Immutable.
 */
public final class RecordTerms {
  private final Asked[] asked;
  private final long[] stored;

  /**
   * A key of a blocking rule.
   *
   * @param term the key's
   * @param refined those of the key with each refining key; asked for if there are too many under
   *     {@code term}
   * @param cap the most records that may meet under a term, the asking one included
   */
  record Asked(long term, long[] refined, int cap) {}

  RecordTerms(Asked[] asked, long[] others) {
    this.asked = asked;
    int size = others.length;
    for (Asked one : asked) {
      size += 1 + one.refined.length;
    }
    long[] all = Arrays.copyOf(others, size);
    int at = others.length;
    for (Asked one : asked) {
      all[at++] = one.term;
      System.arraycopy(one.refined, 0, all, at, one.refined.length);
      at += one.refined.length;
    }
    stored = distinct(all);
  }

  private static long[] distinct(long[] terms) {
    Arrays.sort(terms);
    int kept = 0;
    for (int i = 0; i < terms.length; i++) {
      if (i == 0 || terms[i] != terms[i - 1]) {
        terms[kept++] = terms[i];
      }
    }
    return kept == terms.length ? terms : Arrays.copyOf(terms, kept);
  }

  /** The keys of the blocking rules, in the order of the rules. Not to be changed. */
  Asked[] asked() {
    return asked;
  }

  /** The terms under which the record is stored, each once, in ascending order. */
  long[] stored() {
    return stored;
  }

  /** How many terms the record is stored under. */
  public int size() {
    return stored.length;
  }

  @Override
  public String toString() {
    return "RecordTerms[" + asked.length + " asked, " + stored.length + " stored]";
  }
}

package io.guiyi.matching.value;

import java.util.List;

/**
 * One question about two values with ordered answers.
 *
 * @param <V> what is compared
 */
public interface Ladder<V> {
  /** The answer where one side has nothing to compare. */
  int MISSING = -1;

  /**
   * A last level of this name takes what no other does, and weighs nothing: people move and change
   * their phones, so that another address is no proof of another person.
   */
  String NOTHING = "nothing";

  /** The answers, best first; the last one holds whatever no other does. */
  List<String> levels();

  /** The place of the answer in {@link #levels}, or {@link #MISSING}. Symmetric. */
  int level(V a, V b);

  /**
   * The same, where the {@link Signature}s of both terms are known, so that much need not be looked
   * at.
   */
  default int level(V a, V b, long signatureA, long signatureB) {
    return level(a, b);
  }

  /**
   * The text whose rarity tells how much agreement is worth; empty if the part asked about is not
   * there.
   */
  String term(V value);

  /** True if equal values always give the answer 0, so that nothing needs to be asked. */
  boolean sameIsBest();

  /** True if asking costs more than remembering. */
  boolean isCostly();
}

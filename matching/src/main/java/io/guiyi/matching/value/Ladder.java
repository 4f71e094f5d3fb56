package io.guiyi.matching.value;

import java.util.List;
import java.util.function.IntFunction;

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

  /** How many longs {@link #outline} writes about a value. */
  default int outlineSize() {
    return 0;
  }

  /** Writes what tells without a look at the value that it cannot be like another. */
  default void outline(V value, long[] outlines, int at) {}

  /**
   * The same as {@link #level}, looking at values only where their outlines do not tell.
   *
   * @param a the number of the one value, and the place of its outline, counted in outlines
   * @param b the other's
   */
  default int level(int a, int b, IntFunction<V> values, long[] outlines) {
    return level(values.apply(a), values.apply(b));
  }

  /**
   * The text whose rarity tells how much agreement is worth; empty if the part asked about is not
   * there.
   */
  String term(V value);

  /** True if equal values always give the answer 0, so that nothing needs to be asked. */
  boolean sameIsBest();

  /**
   * True if equal terms always give the answer 0, and a value without a term is {@link #MISSING}.
   */
  default boolean sameTermIsBest() {
    return false;
  }

  /** True if asking costs more than remembering. */
  boolean isCostly();
}

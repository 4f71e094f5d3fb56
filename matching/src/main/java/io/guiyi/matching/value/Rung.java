package io.guiyi.matching.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a ladder: a word, and when it is given.
 *
 * @param <V> what is compared
 * @param word as the model writes it
 * @param fits symmetric
 * @param bound what the outlines of two values must allow
 */
record Rung<V>(String word, BiPredicate<V, V> fits, Bound bound) {
  /** An answer that no outline rules out. */
  Rung(String word, BiPredicate<V, V> fits) {
    this(word, fits, Bound.NONE);
  }

  /** The last answer of every ladder. */
  static final String ELSE = "else";

  /** The answer for everything that no rung before it took. */
  static <V> Rung<V> otherwise() {
    return new Rung<>(ELSE, (_, _) -> true);
  }

  /** Asks a question about a text that a value holds. */
  static <V> Rung<V> about(Function<V, String> part, Rung<String> rung) {
    BiPredicate<String, String> fits = rung.fits();
    return new Rung<>(rung.word(), (a, b) -> fits.test(part.apply(a), part.apply(b)), rung.bound());
  }

  /**
   * A ladder of rungs.
   *
   * @param term the part that must be there on both sides, and whose rarity counts
   * @param words a bit for each word of a value, by its hash; null if it has none but the term
   */
  static <V> Ladder<V> ladder(
      List<Rung<V>> rungs, Function<V, String> term, @Nullable ToLongFunction<V> words) {
    List<Rung<V>> all = new ArrayList<>(rungs);
    if (all.isEmpty() || !all.getLast().word().equals(ELSE)) {
      all.add(otherwise());
    }
    return new RungLadder<>(List.copyOf(all), term, words);
  }
}

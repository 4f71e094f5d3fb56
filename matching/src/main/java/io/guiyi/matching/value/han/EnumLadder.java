package io.guiyi.matching.value.han;

import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ladder over the levels of an enum, from full agreement down. A model lists the levels it wants
 * to tell apart; one it does not list counts as the next listed one below it. The word of a level
 * is its constant's in small letters with hyphens, and {@code same} for the first.
 *
 * @param <V> what is compared
 * @param <L> its levels
 */
final class EnumLadder<V, L extends Enum<L>> implements Ladder<V> {
  private static final String BEST = "same";
  private static final String ELSE = "else";
  private static final List<String> LAST = List.of(ELSE, NOTHING);

  private final List<String> levels;
  private final int[] places;
  private final BiFunction<V, V, L> comparison;
  private final Function<V, String> term;

  /**
   * A ladder.
   *
   * @param all the levels, best first
   * @param missing the level that says nothing; null if there is none
   * @param wanted the levels that a model lists
   * @param purpose what the levels are about, for people
   */
  EnumLadder(
      List<L> all,
      @Nullable L missing,
      List<String> wanted,
      String purpose,
      BiFunction<V, V, L> comparison,
      Function<V, String> term) {
    this.comparison = comparison;
    this.term = term;
    levels = new ArrayList<>(wanted);
    if (levels.isEmpty() || !LAST.contains(levels.getLast())) {
      levels.add(ELSE);
    }
    places = new int[all.size()];
    List<String> words = words(all, missing);
    int place = 0;
    int from = 0;
    for (String word : levels.subList(0, levels.size() - 1)) {
      int at = words.indexOf(word);
      if (at < from) {
        throw new ModelWordException(
            word,
            "level of " + purpose + " here (best first)",
            words.stream().filter(w -> !w.isEmpty()).toList());
      }
      for (; from <= at; from++) {
        places[from] = place;
      }
      place++;
    }
    for (; from < places.length; from++) {
      places[from] = place;
    }
    if (missing != null) {
      places[missing.ordinal()] = MISSING;
    }
  }

  private static <L extends Enum<L>> List<String> words(List<L> all, @Nullable L missing) {
    List<String> words = new ArrayList<>();
    for (L level : all) {
      String word = level.name().toLowerCase(Locale.ROOT).replace('_', '-');
      words.add(level == missing ? "" : words.isEmpty() ? BEST : word);
    }
    return words;
  }

  @Override
  public List<String> levels() {
    return List.copyOf(levels);
  }

  @Override
  public int level(V a, V b) {
    return places[comparison.apply(a, b).ordinal()];
  }

  @Override
  public String term(V value) {
    return term.apply(value);
  }

  /** A value need not agree with itself: a name may be a mere placeholder. */
  @Override
  public boolean sameIsBest() {
    return false;
  }

  @Override
  public boolean isCostly() {
    return true;
  }
}

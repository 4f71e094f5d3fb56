package io.guiyi.matching.value;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A ladder walked rung by rung; whatever fits none takes the last. */
final class RungLadder<V> implements Ladder<V> {
  private static final int CHEAP = 2;

  private final List<String> levels;
  private final BiPredicate<V, V>[] fits;
  private final Bound[] bounds;
  private final int last;
  private final Function<V, String> term;
  private final @Nullable ToLongFunction<V> words;
  private final boolean sameIsBest;

  @SuppressWarnings("unchecked") // an array of predicates about V, made here and kept here
  RungLadder(List<Rung<V>> rungs, Function<V, String> term, @Nullable ToLongFunction<V> words) {
    this.words = words;
    this.levels = rungs.stream().map(Rung::word).toList();
    this.fits = rungs.stream().map(Rung::fits).toArray(BiPredicate[]::new);
    this.bounds = rungs.stream().map(Rung::bound).toArray(Bound[]::new);
    this.last = fits.length - 1;
    this.term = term;
    this.sameIsBest = levels.getFirst().equals("same");
  }

  @Override
  public List<String> levels() {
    return levels;
  }

  @Override
  public int level(V a, V b) {
    if (term.apply(a).isEmpty() || term.apply(b).isEmpty()) {
      return MISSING;
    }
    int level = 0;
    while (level < last && !fits[level].test(a, b)) {
      level++;
    }
    return level;
  }

  @Override
  public int outlineSize() {
    return words == null ? Outline.TEXT : Outline.AMONG_WORDS;
  }

  @Override
  public void outline(V value, long[] outlines, int at) {
    Outline.write(term.apply(value), outlines, at);
    if (words != null) {
      Outline.writeWords(words.applyAsLong(value), outlines, at);
    }
  }

  @Override
  public int level(int a, int b, IntFunction<V> values, long[] outlines) {
    int atA = a * outlineSize();
    int atB = b * outlineSize();
    if (outlines[atA] == 0 || outlines[atB] == 0) {
      return MISSING;
    }
    int level = 0;
    while (level < last
        && !(bounds[level].allows(outlines, atA, atB)
            && fits[level].test(values.apply(a), values.apply(b)))) {
      level++;
    }
    return level;
  }

  @Override
  public String term(V value) {
    return term.apply(value);
  }

  @Override
  public boolean sameIsBest() {
    return sameIsBest;
  }

  @Override
  public boolean sameTermIsBest() {
    return sameIsBest;
  }

  @Override
  public boolean isCostly() {
    return levels.size() > CHEAP;
  }
}

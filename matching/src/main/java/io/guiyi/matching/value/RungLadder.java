package io.guiyi.matching.value;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A ladder walked rung by rung. */
final class RungLadder<V> implements Ladder<V> {
  private static final int CHEAP = 2;

  private final List<String> levels;
  private final BiPredicate<V, V>[] fits;
  private final Bound[] bounds;
  private final Function<V, String> term;
  private final boolean sameIsBest;

  @SuppressWarnings("unchecked") // an array of predicates about V, made here and kept here
  RungLadder(List<Rung<V>> rungs, Function<V, String> term, boolean wholeValue) {
    this.levels = rungs.stream().map(Rung::word).toList();
    this.fits = rungs.stream().map(Rung::fits).toArray(BiPredicate[]::new);
    this.bounds = rungs.stream().map(Rung::bound).toArray(Bound[]::new);
    this.term = term;
    this.sameIsBest = wholeValue && levels.getFirst().equals("same");
  }

  @Override
  public List<String> levels() {
    return levels;
  }

  @Override
  public int level(V a, V b) {
    return level(a, b, Signature.of(term.apply(a)), Signature.of(term.apply(b)));
  }

  @Override
  public int level(V a, V b, long signatureA, long signatureB) {
    if (signatureA == 0 || signatureB == 0) {
      return MISSING;
    }
    for (int level = 0; level < fits.length; level++) {
      if (bounds[level].allows(signatureA, signatureB) && fits[level].test(a, b)) {
        return level;
      }
    }
    throw new IllegalStateException("a ladder without a last rung: " + levels);
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
  public boolean isCostly() {
    return levels.size() > CHEAP;
  }
}

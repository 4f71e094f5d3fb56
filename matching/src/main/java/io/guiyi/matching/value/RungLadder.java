package io.guiyi.matching.value;

import java.util.List;
import java.util.function.Function;

/** A ladder walked rung by rung. */
final class RungLadder<V> implements Ladder<V> {
  private static final int CHEAP = 2;

  private final List<Rung<V>> rungs;
  private final List<String> levels;
  private final Function<V, String> term;
  private final boolean sameIsBest;

  RungLadder(List<Rung<V>> rungs, Function<V, String> term, boolean wholeValue) {
    this.rungs = rungs;
    this.levels = rungs.stream().map(Rung::word).toList();
    this.term = term;
    this.sameIsBest = wholeValue && levels.getFirst().equals("same");
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
    while (!rungs.get(level).fits().test(a, b)) {
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
  public boolean isCostly() {
    return levels.size() > CHEAP;
  }
}

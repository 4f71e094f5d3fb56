package io.guiyi.matching.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The question how two dates relate. */
final class DayLadder implements Ladder<Day> {
  private final List<String> levels;
  private final DayRung[] rungs;

  DayLadder(List<DayRung> rungs) {
    List<DayRung> all = new ArrayList<>(rungs);
    if (all.isEmpty() || all.getLast().relation() != DayRung.Relation.ANY) {
      all.add(DayRung.of(Rung.ELSE));
    }
    this.rungs = all.toArray(DayRung[]::new);
    levels = all.stream().map(DayRung::word).toList();
  }

  @Override
  public List<String> levels() {
    return levels;
  }

  @Override
  public int level(Day a, Day b) {
    return level(a.packed(), b.packed());
  }

  private int level(int a, int b) {
    int level = 0;
    while (!rungs[level].fits(a, b)) {
      level++;
    }
    return level;
  }

  @Override
  public int outlineSize() {
    return 1;
  }

  @Override
  public void outline(Day value, long[] outlines, int at) {
    outlines[at] = value.packed();
  }

  @Override
  public int level(int a, int b, IntFunction<Day> values, long[] outlines) {
    return level((int) outlines[a], (int) outlines[b]);
  }

  @Override
  public String term(Day value) {
    return value.digits();
  }

  @Override
  public boolean sameIsBest() {
    return rungs[0].relation() == DayRung.Relation.SAME;
  }

  @Override
  public boolean sameTermIsBest() {
    return sameIsBest();
  }

  @Override
  public boolean isCostly() {
    return false;
  }
}

package io.guiyi.lab.bench.resolve;

import io.guiyi.lab.bench.resolve.MeasuredEngine.Answer;
import io.guiyi.lab.bench.resolve.MeasuredEngine.Outcome;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the arrivals showed. */
final class Tally {
  private final Latencies each;
  private final Latencies eachByCpu;
  private final Latencies keeps;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Integer> notRight = new TreeMap<>();
  private final int arrivals;
  private long candidates;
  private int underSearched;

  /** For so many records. */
  Tally(int arrivals) {
    this.arrivals = arrivals;
    each = new Latencies(arrivals);
    eachByCpu = new Latencies(arrivals);
    keeps = new Latencies(arrivals);
  }

  void add(Arrivals.Kind kind, Answer answer, long nanos, long cpuNanos) {
    each.add(nanos);
    eachByCpu.add(cpuNanos);
    candidates += answer.candidates();
    underSearched += answer.underSearched() ? 1 : 0;
    outcomes.merge(answer.outcome(), 1, Integer::sum);
    if (answer.outcome() != Outcome.RIGHT) {
      String what = kind.name() + "_" + answer.outcome().name();
      notRight.merge(what.toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
  }

  void kept(long nanos) {
    keeps.add(nanos);
  }

  Latencies each() {
    return each;
  }

  /** What the asking thread itself spent; other processes do not lengthen it. */
  Latencies eachByCpu() {
    return eachByCpu;
  }

  Latencies keeps() {
    return keeps;
  }

  /** How many records had this outcome. */
  int of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** The share of records that were answered rightly. */
  double right() {
    return (double) of(Outcome.RIGHT) / arrivals;
  }

  /** What was not answered rightly, by kind and outcome. */
  Map<String, Integer> notRight() {
    return notRight;
  }

  int arrivals() {
    return arrivals;
  }

  double candidates() {
    return (double) candidates / arrivals;
  }

  int underSearched() {
    return underSearched;
  }
}

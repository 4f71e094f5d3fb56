package io.guiyi.routes.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Measures the phases of a run, one after another. */
public final class RunClock {
  private final LongSupplier nanos;
  private final long start;
  private final Map<String, Double> phases = new LinkedHashMap<>();
  private long last;

  /** Starts now, by a clock that counts nanoseconds. */
  public RunClock(LongSupplier nanos) {
    this.nanos = nanos;
    start = nanos.getAsLong();
    last = start;
  }

  /** The phase that began when the last one ended is done. */
  void done(String phase) {
    long now = nanos.getAsLong();
    phases.put(phase, seconds(now - last));
    last = now;
  }

  /** Seconds by phase. */
  Map<String, Double> phases() {
    return new LinkedHashMap<>(phases);
  }

  /** Seconds since the start. */
  double total() {
    return seconds(nanos.getAsLong() - start);
  }

  private static double seconds(long nanos) {
    return Math.round(nanos / 1e6) / 1e3;
  }
}

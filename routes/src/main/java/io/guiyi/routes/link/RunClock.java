package io.guiyi.routes.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Measures the phases of a run, one after another. */
public final class RunClock {
  private final LongSupplier nanos;
  private final long start;
  private final Map<String, Object> phases = new LinkedHashMap<>();
  private long last;
  private double lastCpu;

  /** Starts now, by a clock that counts nanoseconds. */
  public RunClock(LongSupplier nanos) {
    this.nanos = nanos;
    start = nanos.getAsLong();
    last = start;
  }

  /** The phase that began when the last one ended is done. */
  void done(String phase) {
    long now = nanos.getAsLong();
    double cpu = ProcessFigures.cpuSeconds().orElse(0);
    Map<String, Double> own = new LinkedHashMap<>();
    own.put("seconds", seconds(now - last));
    own.put("cpu_seconds", Math.round((cpu - lastCpu) * 1e3) / 1e3);
    phases.put(phase, own);
    last = now;
    lastCpu = cpu;
  }

  /** Seconds by phase; the first phase has the processor seconds of the start as well. */
  Map<String, Object> phases() {
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

package io.guiyi.lab.bench;

/**
 * What a command has spent, with everything that it started.
 *
 * @param cpuSeconds user and system seconds of all its processes together
 * @param wallSeconds from start to end
 * @param peakBytes the largest resident set of any one of its processes
 */
public record Spending(double cpuSeconds, double wallSeconds, long peakBytes) {

  private static final double GIGABYTE = 1e9;

  /** The largest resident set in gigabytes of a thousand million bytes. */
  public double peakGigabytes() {
    return peakBytes / GIGABYTE;
  }
}

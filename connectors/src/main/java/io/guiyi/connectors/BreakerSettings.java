package io.guiyi.connectors;

import java.time.Duration;
import java.util.List;

/**
 * When a failing department is left in peace, and for how long.
 *
 * @param window over how many of the last calls failures are counted; 2 to 1,000
 * @param minimumCalls how many calls must have been made before the breaker judges; 1 to {@code
 *     window}
 * @param failurePercent from which share of failures it opens; 1 to 100
 * @param openFor how long the department rests; 10 ms to 1 h
 * @param trialCalls how many calls try whether it is back; 1 to 100
 */
public record BreakerSettings(
    int window, int minimumCalls, int failurePercent, Duration openFor, int trialCalls) {

  /** Opens when half of the last 20 calls failed, judges from 8 on, rests 30 s, tries 2 calls. */
  public static BreakerSettings defaults() {
    return new BreakerSettings(20, 8, 50, Duration.ofSeconds(30), 2);
  }

  /** Everything wrong with these settings. */
  public List<SettingFault> faults() {
    return new SettingCheck()
        .within(window, 2, 1_000, "breaker.window")
        .within(minimumCalls, 1, window, "breaker.minimumCalls")
        .within(failurePercent, 1, 100, "breaker.failurePercent")
        .within(openFor, Duration.ofMillis(10), Duration.ofHours(1), "breaker.openFor")
        .within(trialCalls, 1, 100, "breaker.trialCalls")
        .faults();
  }
}

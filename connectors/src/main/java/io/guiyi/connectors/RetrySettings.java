package io.guiyi.connectors;

import java.time.Duration;
import java.util.List;

/**
 * How often and how patiently a call that failed in passing is repeated. Pauses double from the
 * first to the longest and are spread by half to both sides, so that hubs do not march in step.
 *
 * @param attempts how many calls at most, the first included; 1 to 10
 * @param firstPause 1 ms to 1 min
 * @param longestPause from {@code firstPause} to 10 min
 * @param longestRetryAfter up to which wish of the department the call itself waits; a longer one
 *     ends the pull and is passed on to the caller. 0 s to 10 min
 */
public record RetrySettings(
    int attempts, Duration firstPause, Duration longestPause, Duration longestRetryAfter) {

  /** Four attempts, pauses from 200 ms to 10 s, wishes up to 60 s. */
  public static RetrySettings defaults() {
    return new RetrySettings(
        4, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  /** Everything wrong with these settings. */
  public List<SettingFault> faults() {
    Duration tenMinutes = Duration.ofMinutes(10);
    return new SettingCheck()
        .within(attempts, 1, 10, "retry.attempts")
        .within(firstPause, Duration.ofMillis(1), Duration.ofMinutes(1), "retry.firstPause")
        .within(longestPause, firstPause, tenMinutes, "retry.longestPause")
        .within(longestRetryAfter, Duration.ZERO, tenMinutes, "retry.longestRetryAfter")
        .faults();
  }
}

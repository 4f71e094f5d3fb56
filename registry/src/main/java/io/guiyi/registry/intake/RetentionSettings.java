package io.guiyi.registry.intake;

import java.time.Duration;

/**
 * How long the books of intake keep what nobody needs any more. Persons, links, decisions,
 * statements, the audit chain and the versions of records are not concerned: they stay.
 *
 * @param quarantined a row held aside that nobody could make understood
 * @param resolved a row held aside that a replay has understood
 * @param pulls a pull that brought no news, and a page without any
 * @param writeBacks what a department was told
 * @param superseded the raw row of a version once another is in force; what it says stays
 */
public record RetentionSettings(
    Duration quarantined,
    Duration resolved,
    Duration pulls,
    Duration writeBacks,
    Duration superseded) {

  /** The shortest that anything may be kept. */
  public static final Duration SHORTEST = Duration.ofHours(1);

  /** The longest that can be asked for: ten years. */
  public static final Duration LONGEST = Duration.ofDays(3_650);

  /** What is kept where nothing is configured. */
  public static final RetentionSettings DEFAULT =
      new RetentionSettings(
          Duration.ofDays(180),
          Duration.ofDays(30),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(90));

  /** Checks the bounds. */
  public RetentionSettings {
    check("quarantined", quarantined);
    check("resolved", resolved);
    check("pulls", pulls);
    check("writeBacks", writeBacks);
    check("superseded", superseded);
  }

  private static void check(String name, Duration span) {
    if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s is %s; give %s to %s".formatted(name, span, SHORTEST, LONGEST));
    }
  }
}

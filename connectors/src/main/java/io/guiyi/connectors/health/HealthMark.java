package io.guiyi.connectors.health;

import io.guiyi.records.Watermark;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The watermark of health: how far each of the three searches was delivered.
 *
 * @param patients nothing as long as nothing is sure
 * @param related never nothing: what was there before the first pull came with the patients
 * @param immunizations likewise
 */
record HealthMark(Reach patients, Reach related, Reach immunizations) {
  /** After this no update time is believed. */
  static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Pattern FORM =
      Pattern.compile("patients=(\\S+) related=(\\S+) immunizations=(\\S+)");

  /**
   * Reads a watermark.
   *
   * @param begin when the pull begins: from the start, later changes of the parts of a file are
   *     looked for from here on, since the files themselves are read after it
   * @throws IllegalArgumentException if it is none of ours
   */
  static HealthMark of(Watermark from, Instant begin) {
    if (from.isStart()) {
      return new HealthMark(Reach.proved(null), Reach.proved(begin), Reach.proved(begin));
    }
    Matcher parts = FORM.matcher(from.text());
    try {
      if (parts.matches()) {
        return new HealthMark(
            Reach.parse(parts.group(1)), Reach.parse(parts.group(2)), Reach.parse(parts.group(3)));
      }
    } catch (DateTimeException e) {
      // Falls through to the one answer for everything that is no watermark of ours.
    }
    throw new IllegalArgumentException(
        "the watermark '%s' is none of a health source; reset it to start from the beginning"
            .formatted(from));
  }

  /** From which update time on parts of files are still to be looked for. */
  Instant partsFrom() {
    Instant one = Objects.requireNonNull(related.proved());
    Instant other = Objects.requireNonNull(immunizations.proved());
    return one.isBefore(other) ? one : other;
  }

  Watermark watermark() {
    return new Watermark(
        "patients=%s related=%s immunizations=%s".formatted(patients, related, immunizations));
  }
}

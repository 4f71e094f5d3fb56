package io.guiyi.connectors.delivery;

import io.guiyi.records.Watermark;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far deliveries have been read: {@code XJ_20260301_001_C.csv|done|3f2a…} or, inside one,
 * {@code …|2000|3f2a…}.
 *
 * @param file the delivery's name
 * @param rows how many of its rows were read
 * @param done whether all of it was
 * @param fingerprint the first half of its digest
 */
record Progress(String file, long rows, boolean done, String fingerprint) {
  private static final Pattern FORM =
      Pattern.compile("([^|]{1,80})\\|(done|\\d{1,9})\\|([0-9a-f]{32})");
  private static final int FINGERPRINT = 32;

  static Progress inside(String file, long rows, String digest) {
    return new Progress(file, rows, false, digest.substring(0, FINGERPRINT));
  }

  static Progress done(String file, String digest) {
    return new Progress(file, 0, true, digest.substring(0, FINGERPRINT));
  }

  /**
   * Reads a watermark; empty at the start.
   *
   * @throws IllegalArgumentException if it is none of deliveries
   */
  static Optional<Progress> of(Watermark watermark) {
    if (watermark.isStart()) {
      return Optional.empty();
    }
    Matcher parts = FORM.matcher(watermark.text());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "the watermark '%s' is none of deliveries; reset it to start from the beginning"
              .formatted(watermark));
    }
    boolean done = parts.group(2).equals("done");
    return Optional.of(
        new Progress(
            parts.group(1), done ? 0 : Long.parseLong(parts.group(2)), done, parts.group(3)));
  }

  Watermark asWatermark() {
    return new Watermark("%s|%s|%s".formatted(file, done ? "done" : rows, fingerprint));
  }

  boolean isOf(String digest) {
    return digest.startsWith(fingerprint);
  }
}

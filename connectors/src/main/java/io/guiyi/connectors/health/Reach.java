package io.guiyi.connectors.health;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a search was delivered, as update times. What a department announces is compared with
 * what it served only at the end of a walk; a walk that breaks off before has been told nothing of
 * a row that one of its pages left out. So that such a row is not lost, what was read by it stays
 * unproved until one walk has gone over all of it, from {@code proved} to the end.
 *
 * @param proved up to here nothing was left out; null for nothing
 * @param last up to here everything that was served is stored; never before {@code proved}
 */
record Reach(@Nullable Instant proved, @Nullable Instant last) {
  private static final String NOTHING = "-";
  private static final String TO = "..";

  /** What one walk went over from its beginning to its end. */
  static Reach proved(@Nullable Instant last) {
    return new Reach(last, last);
  }

  boolean isProved() {
    return Objects.equals(proved, last);
  }

  /**
   * Reads {@link #toString}.
   *
   * @throws java.time.DateTimeException if it is none
   */
  static Reach parse(String text) {
    String[] ends = text.split("\\.\\.", 2);
    return new Reach(instant(ends[0]), instant(ends[ends.length - 1]));
  }

  private static @Nullable Instant instant(String text) {
    return text.equals(NOTHING) ? null : Instant.parse(text);
  }

  /** One instant, or two parted by dots where what lies between them is unproved. */
  @Override
  public String toString() {
    return isProved() ? text(last) : text(proved) + TO + text(last);
  }

  private static String text(@Nullable Instant instant) {
    return instant == null ? NOTHING : instant.toString();
  }
}

package io.guiyi.records.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of local days in Asia/Shanghai, both ends included.
 *
 * @param from the first day; null if not known
 * @param to the last day; null while it lasts
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
  /** Nothing is known about the time. */
  public static final Period UNKNOWN = new Period(null, null);

  /** Checks the order. */
  public Period {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a period must not end (%s) before it starts (%s)".formatted(to, from));
    }
  }

  /** One day. */
  public static Period on(LocalDate day) {
    return new Period(day, day);
  }

  /** From {@code day} on. */
  public static Period since(LocalDate day) {
    return new Period(day, null);
  }

  /** True if the period has no end. */
  public boolean isOpen() {
    return to == null;
  }

  /** True if {@code day} lies inside. */
  public boolean includes(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}

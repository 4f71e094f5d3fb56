package io.guiyi.connectors;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Departments write local time of Asia/Shanghai, the hub counts in instants; this is the border.
 */
public final class ShanghaiTime {
  /** Where every department lives. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private ShanghaiTime() {}

  /** Reads {@code yyyy-MM-dd HH:mm:ss}, perhaps with a fraction; empty if it is no such time. */
  public static Optional<LocalDateTime> parse(String written) {
    try {
      return Optional.of(LocalDateTime.parse(written, WRITTEN))
          .filter(time -> time.getYear() >= 1870 && time.getYear() <= 2100);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The instant at which clocks in Shanghai show {@code local}. */
  public static Instant instant(LocalDateTime local) {
    return local.atZone(ZONE).toInstant();
  }

  /** What clocks in Shanghai show at {@code instant}. */
  public static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZONE);
  }
}

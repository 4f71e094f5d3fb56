package io.guiyi.connectors.declared;

import io.guiyi.connectors.ShanghaiTime;
import io.guiyi.connectors.delivery.DeliveryName;
import io.guiyi.connectors.delivery.DeliveryNaming;
import io.guiyi.records.Delivery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the data files of a declared source are named, such as {@code village_{yyyyMMdd}_{NN}.csv}.
 * In braces stand the day or the month as of which a file is delivered, and its number; everything
 * else stands for itself. Files are read in the order of date and number.
 *
 * @param pattern with at least one of {@code {yyyyMMdd}}, {@code {yyyyMM}} and {@code {N}}, the
 *     last with as many N as the number has digits; at most 12 digits together
 * @param kind what a delivery says about rows it leaves out
 */
public record FileNames(String pattern, Delivery.Kind kind) implements DeliveryNaming {
  private static final Pattern TOKEN = Pattern.compile("\\{(yyyyMMdd|yyyyMM|N{1,12})}");
  private static final Pattern LITERAL = Pattern.compile("[\\p{L}\\p{N}._ ()（）-]*");
  private static final int MOST_DIGITS = 12;
  private static final String DATE = "date";
  private static final String NUMBER = "number";

  /** What is wrong with a pattern; empty if it is sound. */
  public static Optional<String> fault(String pattern) {
    Matcher tokens = TOKEN.matcher(pattern);
    int dates = 0;
    int numbers = 0;
    int digits = 0;
    while (tokens.find()) {
      digits += tokens.group(1).length();
      if (tokens.group(1).startsWith("N")) {
        numbers++;
      } else {
        dates++;
      }
    }
    if (dates + numbers == 0) {
      return Optional.of("says neither day nor number, so that files could not be ordered");
    }
    if (dates > 1 || numbers > 1) {
      return Optional.of("says the date or the number twice");
    }
    if (digits > MOST_DIGITS) {
      return Optional.of("has more than %d digits".formatted(MOST_DIGITS));
    }
    return LITERAL.matcher(TOKEN.matcher(pattern).replaceAll("")).matches()
        ? Optional.empty()
        : Optional.of("holds characters that no file name may have here");
  }

  /** Checks the pattern. */
  public FileNames {
    fault(pattern)
        .ifPresent(fault -> {
          throw new IllegalArgumentException("the pattern '%s' %s".formatted(pattern, fault));
        });
  }

  @Override
  public Optional<DeliveryName> read(String file) {
    Matcher parts = form().matcher(file);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String date = pattern.contains("{yyyy") ? parts.group(DATE) : "";
    String number = pattern.contains("{N") ? parts.group(NUMBER) : "";
    try {
      Instant stated = date.isEmpty() ? null : startOf(date);
      String digits = date + number;
      return Optional.of(new DeliveryName(file, kind, digits, Long.parseLong(digits), stated));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Pattern form() {
    StringBuilder form = new StringBuilder();
    Matcher tokens = TOKEN.matcher(pattern);
    int last = 0;
    while (tokens.find()) {
      form.append(Pattern.quote(pattern.substring(last, tokens.start())));
      String token = tokens.group(1);
      form.append(
          "(?<%s>\\d{%d})".formatted(token.startsWith("N") ? NUMBER : DATE, token.length()));
      last = tokens.end();
    }
    return Pattern.compile(form.append(Pattern.quote(pattern.substring(last))).toString());
  }

  /** The beginning of the day, or of the month's first day. */
  private static Instant startOf(String date) {
    int day = date.length() == 8 ? Integer.parseInt(date.substring(6)) : 1;
    LocalDate first =
        LocalDate.of(
            Integer.parseInt(date.substring(0, 4)), Integer.parseInt(date.substring(4, 6)), day);
    return ShanghaiTime.instant(first.atStartOfDay());
  }
}

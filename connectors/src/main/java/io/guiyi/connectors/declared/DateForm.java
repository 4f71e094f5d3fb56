package io.guiyi.connectors.declared;

import io.guiyi.connectors.ShanghaiTime;
import io.guiyi.records.identity.PartialDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a department writes a date. A text of another form is no date, however close it comes. */
public enum DateForm {
  /** 20260301. */
  COMPACT("yyyyMMdd", "(\\d{4})(\\d{2})(\\d{2})"),
  /** 2026-03-01. */
  DASHED("yyyy-MM-dd", "(\\d{4})-(\\d{2})-(\\d{2})"),
  /** 2026/3/1 and 2026/03/01. */
  SLASHED("yyyy/M/d", "(\\d{4})/(\\d{1,2})/(\\d{1,2})"),
  /** 2026年3月1日. */
  CHINESE("yyyy年M月d日", "(\\d{4})年(\\d{1,2})月(\\d{1,2})日"),
  /** 202603: the day is not known. */
  MONTH("yyyyMM", "(\\d{4})(\\d{2})"),
  /** 2026-03-01 08:30:00, local time; the time is left out where a day is asked for. */
  TIME(
      "yyyy-MM-dd HH:mm:ss",
      "(\\d{4}-\\d{2}-\\d{2}) ?(\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)(?:\\+08)?"),
  /**
   * 46082, days since 1899-12-30: what is left of a date cell without its format. 1990 is no such
   * day but a year.
   */
  EXCEL("excel", "\\d{4,5}(?:\\.\\d{1,12})?");

  /** Day 0 of a workbook, so that day 61 is 1 March 1900: day 60 never was. */
  private static final LocalDate EXCEL_START = LocalDate.of(1899, 12, 30);

  private static final int EXCEL_FIRST = 61;

  /** These days of 1905 are all but always a year whose day and month are missing. */
  private static final int FIRST_YEAR = 1870;

  private static final int LAST_YEAR = 2100;
  private static final double SECONDS_OF_DAY = 86_400;

  private final String label;
  private final Pattern form;

  DateForm(String label, String form) {
    this.label = label;
    this.form = Pattern.compile(form);
  }

  /** How it is written in a declaration. */
  public String label() {
    return label;
  }

  /** The form of that name. */
  public static Optional<DateForm> named(String label) {
    return Arrays.stream(values()).filter(form -> form.label.equals(label)).findFirst();
  }

  /** Reads a date; empty if the text is of another form or no such day exists. */
  public Optional<PartialDate> date(String written) {
    Matcher parts = form.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return switch (this) {
        case COMPACT, DASHED, SLASHED, CHINESE -> Optional.of(day(parts));
        case MONTH -> Optional.of(new PartialDate(number(parts, 1), month(number(parts, 2)), 0));
        case TIME, EXCEL -> time(written).map(LocalDateTime::toLocalDate).map(PartialDate::of);
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads a local time of Asia/Shanghai; a form without a time means the day's beginning. */
  public Optional<LocalDateTime> time(String written) {
    return switch (this) {
      case TIME -> local(form.matcher(written));
      case EXCEL -> form.matcher(written).matches() ? excel(written) : Optional.empty();
      case COMPACT, DASHED, SLASHED, CHINESE, MONTH ->
          date(written).flatMap(PartialDate::whole).map(LocalDate::atStartOfDay);
    };
  }

  private static Optional<LocalDateTime> local(Matcher parts) {
    return parts.matches()
        ? ShanghaiTime.parse(parts.group(1) + " " + parts.group(2))
        : Optional.empty();
  }

  private static Optional<LocalDateTime> excel(String written) {
    double serial = Double.parseDouble(written);
    long days = (long) serial;
    if (days < EXCEL_FIRST || (days >= FIRST_YEAR && days <= LAST_YEAR)) {
      return Optional.empty();
    }
    long seconds = Math.round((serial - days) * SECONDS_OF_DAY);
    return Optional.of(EXCEL_START.plusDays(days).atStartOfDay().plusSeconds(seconds))
        .filter(time -> time.getYear() <= LAST_YEAR);
  }

  private static PartialDate day(MatchResult parts) {
    LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    return PartialDate.of(day);
  }

  private static int month(int number) {
    if (number < 1) {
      throw new DateTimeException("no such month");
    }
    return number;
  }

  private static int number(MatchResult parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}

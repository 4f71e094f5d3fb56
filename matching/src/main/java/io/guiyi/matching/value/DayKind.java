package io.guiyi.matching.value;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates, whole or partial, in the orders in which people write them. */
final class DayKind implements ValueKind<Day> {
  private static final List<String> FACETS =
      List.of("whole", "year", "year-month", "month-day", "less-one", "decade");

  /** Year first, with or without marks; a time may follow. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})(?:[-/.年]\\s?(\\d{1,2})(?:[-/.月]\\s?(\\d{1,2})日?)?|(\\d{2})(\\d{2})?)?月?"
              + "(?:[T ].*)?");

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");

  @Override
  public String name() {
    return "date";
  }

  @Override
  public List<String> parts() {
    return List.of("date");
  }

  @Override
  public @Nullable Day read(List<String> raw) {
    String text = raw.getFirst().strip();
    if (text.isEmpty()) {
      return null;
    }
    Day usual = usual(text);
    if (usual != null) {
      return usual;
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      boolean marked = yearFirst.group(2) != null;
      return day(
          yearFirst.group(1),
          marked ? yearFirst.group(2) : yearFirst.group(4),
          marked ? yearFirst.group(3) : yearFirst.group(5));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    return dayFirst.matches() ? day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : null;
  }

  /** Reads yyyy-MM-dd, which most dates are, without a pattern; null if it is something else. */
  private static @Nullable Day usual(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i != 4 && i != 7) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return null;
        }
        digits = 10 * digits + digit;
      }
    }
    int year = digits / 10_000;
    return year == 0 ? null : new Day(year, digits / 100 % 100, digits % 100);
  }

  private static @Nullable Day day(String year, @Nullable String month, @Nullable String day) {
    int parsed = Integer.parseInt(year);
    return parsed == 0 ? null : new Day(parsed, number(month), number(day));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  @Override
  public String canonical(Day value) {
    return value.digits();
  }

  @Override
  public Ladder<Day> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of a date", List.of("(none)"));
    }
    return new DayLadder(levels.stream().map(DayRung::of).toList());
  }

  @Override
  public Facet<Day> facet(String word) {
    return switch (word) {
      case "whole" -> (day, sink) -> sink.add(day.isWhole() ? day.digits() : "");
      case "year" -> (day, sink) -> sink.add(day.digits().substring(0, 4));
      case "decade" -> (day, sink) -> sink.add(day.digits().substring(0, 3));
      case "year-month" ->
          (day, sink) -> sink.add(day.month() > 0 ? day.digits().substring(0, 6) : "");
      case "month-day" ->
          (day, sink) ->
              sink.add(day.isWhole() && !day.isDefault() ? day.digits().substring(4) : "");
      case "less-one" -> {
        Facet<String> text = TextFacets.facet("less-one");
        yield (day, sink) -> text.keys(day.digits(), sink);
      }
      default -> throw new ModelWordException(word, "facet of a date", FACETS);
    };
  }
}

package io.guiyi.connectors.declared;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.Shape;
import io.guiyi.connectors.declared.Check.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a row against the checks of its declaration; the first that fails puts it aside. */
final class CheckReader {
  private static final int LOOKS_MAX = 200_000;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

  private final CellReader cells;

  CheckReader(CellReader cells) {
    this.cells = cells;
  }

  void hold(List<Check> checks) throws RowFault {
    for (Check check : checks) {
      Optional<String> failure = failure(check.rule());
      if (failure.isPresent()) {
        String sentence =
            check.message().isEmpty() ? failure.get() : failure.get() + ": " + check.message();
        throw cells.row().fault(check.reason(), check.rule().column(), sentence);
      }
    }
  }

  /** What is wrong; starts after the column's name. */
  private Optional<String> failure(Rule rule) throws RowFault {
    if (rule instanceof Rule.InOrder(DateFrom from, DateFrom to)) {
      return order(from, to);
    }
    String value = value(rule.column());
    if (rule instanceof Rule.Required) {
      return value.isEmpty() ? Optional.of("is empty, but must be given") : Optional.empty();
    }
    String fault = value.isEmpty() ? null : wrong(rule, value);
    return Optional.ofNullable(fault)
        .map(text -> "(shaped '%s') %s".formatted(Shape.of(value), text));
  }

  private String value(String column) throws RowFault {
    return cells.textOrEmpty(TextFrom.column(column), Check.LONGEST_VALUE);
  }

  private static @Nullable String wrong(Rule rule, String value) {
    return switch (rule) {
      case Rule.Required _, Rule.InOrder _ -> null;
      case Rule.Matches(String _, Pattern pattern) ->
          matches(pattern, value) ? null : "must fit the pattern " + pattern;
      case Rule.AtMost(String _, int most) -> {
        int length = value.codePointCount(0, value.length());
        yield length <= most
            ? null
            : "has %d characters, at most %d are allowed".formatted(length, most);
      }
      case Rule.OneOf one -> one.codes().contains(value) ? null : "must be one of " + one.codes();
      case Rule.Between(String _, BigDecimal least, BigDecimal most) ->
          isBetween(value, least, most)
              ? null
              : "must be a number from %s to %s"
                  .formatted(least == null ? "any" : least, most == null ? "any" : most);
    };
  }

  private static boolean matches(Pattern pattern, String value) {
    try {
      return pattern.matcher(new BoundedText(value, LOOKS_MAX)).matches();
    } catch (BoundedText.Exhausted | StackOverflowError e) {
      return false;
    }
  }

  private static boolean isBetween(
      String value, @Nullable BigDecimal least, @Nullable BigDecimal most) {
    if (!NUMBER.matcher(value).matches()) {
      return false;
    }
    BigDecimal number = new BigDecimal(value);
    return (least == null || number.compareTo(least) >= 0)
        && (most == null || number.compareTo(most) <= 0);
  }

  private Optional<String> order(DateFrom from, DateFrom to) throws RowFault {
    LocalDate first = cells.day(from);
    LocalDate last = cells.day(to);
    return first != null && last != null && last.isBefore(first)
        ? Optional.of("lies before %s".formatted(from.column()))
        : Optional.empty();
  }
}

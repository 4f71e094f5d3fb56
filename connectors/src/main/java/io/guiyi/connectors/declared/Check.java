package io.guiyi.connectors.declared;

import io.guiyi.records.QuarantineReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of every row before it is read. An empty field passes every rule but {@link
 * Rule.Required}.
 *
 * @param rule what must hold
 * @param reason why a row for which it does not hold is put aside
 * @param message the operator's own words for it; empty for the rule's
 */
public record Check(Rule rule, QuarantineReason reason, String message) {
  /** The longest message, in characters. */
  public static final int LONGEST_MESSAGE = 120;

  /** The longest value a pattern or range looks at; a longer one fails. */
  public static final int LONGEST_VALUE = 1_000;

  /** The kinds of rules. */
  public sealed interface Rule {
    /** The column that is put to blame. */
    String column();

    /**
     * The column is not empty.
     *
     * @param column which
     */
    record Required(String column) implements Rule {}

    /**
     * The whole value fits a regular expression.
     *
     * @param column which
     * @param pattern which
     */
    record Matches(String column, Pattern pattern) implements Rule {}

    /**
     * The value has at most so many characters.
     *
     * @param column which
     * @param most how many
     */
    record AtMost(String column, int most) implements Rule {}

    /**
     * The value is one of a list.
     *
     * @param column which
     * @param codes the list
     */
    record OneOf(String column, SortedSet<String> codes) implements Rule {}

    /**
     * One date does not come after another.
     *
     * @param from the earlier one
     * @param to the later one, which is put to blame
     */
    record InOrder(DateFrom from, DateFrom to) implements Rule {
      @Override
      public String column() {
        return to.column();
      }
    }

    /**
     * The value is a number within bounds.
     *
     * @param column which
     * @param least the least; null without a bound
     * @param most the most; null without a bound
     */
    record Between(String column, @Nullable BigDecimal least, @Nullable BigDecimal most)
        implements Rule {}
  }

  /** The columns it looks at. */
  public List<String> columns() {
    return rule instanceof Rule.InOrder(DateFrom from, DateFrom to)
        ? List.of(from.column(), to.column())
        : List.of(rule.column());
  }

  /** The reason that fits a rule if none is declared. */
  public static QuarantineReason fitting(Rule rule) {
    return switch (rule) {
      case Rule.Required _ -> QuarantineReason.FIELD_MISSING;
      case Rule.Matches _, Rule.Between _ -> QuarantineReason.CHECK_FAILED;
      case Rule.AtMost _ -> QuarantineReason.FIELD_TOO_LONG;
      case Rule.OneOf _ -> QuarantineReason.CODE_UNKNOWN;
      case Rule.InOrder _ -> QuarantineReason.PERIOD_INVERTED;
    };
  }
}

package io.guiyi.routes.config;

import io.guiyi.connectors.declared.Check;
import io.guiyi.connectors.declared.Check.Rule;
import io.guiyi.connectors.declared.DateFrom;
import io.guiyi.records.QuarantineReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one item of the list {@code checks}: what must hold of every row. */
final class DeclaredChecks {
  private static final int LONGEST_PATTERN = 200;
  private static final String FITTING = "fitting";

  /** Reasons that say something about a value; the others say something about the row's arrival. */
  private static final List<QuarantineReason> REASONS =
      List.of(
          QuarantineReason.CHECK_FAILED,
          QuarantineReason.FIELD_MISSING,
          QuarantineReason.FIELD_TOO_LONG,
          QuarantineReason.DATE_INVALID,
          QuarantineReason.PERIOD_INVERTED,
          QuarantineReason.CODE_UNKNOWN,
          QuarantineReason.VALUE_INVALID);

  private final DeclaredParts parts;

  DeclaredChecks(DeclaredParts parts) {
    this.parts = parts;
  }

  /** One check for each rule of the item. */
  List<Check> read(ConfigNode node) {
    List<Rule> rules = node.has("column") ? ofColumn(node) : inOrder(node);
    String message = node.text("message", "");
    if (message.length() > Check.LONGEST_MESSAGE) {
      node.fault(
          "message",
          "%s has %d characters".formatted(node.named("message"), message.length()),
          "write at most " + Check.LONGEST_MESSAGE);
      message = "";
    }
    List<String> reasons = new ArrayList<>(REASONS.stream().map(Enum::name).toList());
    reasons.add(FITTING);
    String reason = node.choice("reason", reasons, FITTING);
    node.rejectUnknown();
    List<Check> checks = new ArrayList<>();
    for (Rule rule : rules) {
      checks.add(
          new Check(
              rule,
              reason.equals(FITTING) ? Check.fitting(rule) : QuarantineReason.valueOf(reason),
              message));
    }
    return checks;
  }

  private List<Rule> ofColumn(ConfigNode node) {
    String column = parts.column(node, "column");
    List<Rule> rules = new ArrayList<>();
    if (node.flag("required", false)) {
      rules.add(new Rule.Required(column));
    }
    if (node.given("max-length")) {
      rules.add(new Rule.AtMost(column, node.number("max-length", 1, Check.LONGEST_VALUE, 1)));
    }
    if (node.given("pattern")) {
      Pattern pattern = pattern(node);
      if (pattern != null) {
        rules.add(new Rule.Matches(column, pattern));
      }
    }
    if (node.given("one-of")) {
      rules.add(new Rule.OneOf(column, new TreeSet<>(parts.codes(node, "one-of"))));
    }
    if (node.given("number")) {
      rules.add(between(column, node.section("number")));
    }
    if (rules.isEmpty() && !node.has("pattern")) {
      node.fault(
          "column",
          node.named("column") + " has no rule",
          "add required: true, pattern, max-length, one-of or number");
    }
    return rules;
  }

  private static @Nullable Pattern pattern(ConfigNode node) {
    String written = node.requiredText("pattern");
    if (written.length() > LONGEST_PATTERN) {
      node.fault(
          "pattern",
          "%s has %d characters".formatted(node.named("pattern"), written.length()),
          "write at most " + LONGEST_PATTERN);
      return null;
    }
    try {
      return Pattern.compile(written);
    } catch (PatternSyntaxException e) {
      node.fault(
          "pattern",
          "%s is no regular expression: %s".formatted(node.named("pattern"), e.getDescription()),
          "correct it near character " + (e.getIndex() + 1));
      return null;
    }
  }

  private static Rule between(String column, ConfigNode section) {
    BigDecimal least = decimal(section, "from");
    BigDecimal most = decimal(section, "to");
    if (least == null && most == null) {
      section.fault(
          "from", section.named("from") + " is missing", "write {from: 0, to: 99} or one of both");
    }
    if (least != null && most != null && least.compareTo(most) > 0) {
      section.fault(
          "to",
          "%s is %s, below from %s".formatted(section.named("to"), most, least),
          "write the smaller number under from");
    }
    section.rejectUnknown();
    return new Rule.Between(column, least, most);
  }

  private static @Nullable BigDecimal decimal(ConfigNode node, String key) {
    String written = node.text(key, "");
    if (written.isEmpty()) {
      return null;
    }
    if (!written.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
      node.fault(
          key, "%s is '%s'".formatted(node.named(key), written), "write a number such as 0 or 1.5");
      return null;
    }
    return new BigDecimal(written);
  }

  private List<Rule> inOrder(ConfigNode node) {
    if (!node.has("from") && !node.has("to")) {
      node.fault(
          "column",
          node.named("column") + " is missing",
          "name a column and its rule, or from and to for two dates in order");
    }
    DateFrom from = parts.neededDate(node, "from");
    DateFrom to = parts.neededDate(node, "to");
    return List.of(new Rule.InOrder(from, to));
  }
}

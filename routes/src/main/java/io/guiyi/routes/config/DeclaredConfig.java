package io.guiyi.routes.config;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.declared.Check;
import io.guiyi.connectors.declared.DateForm;
import io.guiyi.connectors.declared.Declaration;
import io.guiyi.connectors.declared.DeliveryRule;
import io.guiyi.connectors.declared.PersonMapping;
import io.guiyi.connectors.declared.Protocol;
import io.guiyi.connectors.declared.RowRule;
import io.guiyi.connectors.declared.RowRule.VersionFrom;
import io.guiyi.connectors.declared.StatementMapping;
import io.guiyi.connectors.declared.TextFrom;
import io.guiyi.records.Delivery;
import io.guiyi.records.SourceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of a source with {@code connector: declared}. What each key means stands in {@code
 * docs/declared-sources.md}.
 */
final class DeclaredConfig {
  private static final Set<Character> RESERVED = Set.of('$', '*');
  private static final int LONGEST_NAME = 100;
  private static final String DELIVERY = "delivery";
  private static final List<DateForm> USUAL_FORMS =
      List.of(DateForm.DASHED, DateForm.COMPACT, DateForm.SLASHED, DateForm.CHINESE);

  private final Path folder;

  /**
   * Reads files of this folder.
   *
   * @param folder the configuration folder
   */
  DeclaredConfig(Path folder) {
    this.folder = folder;
  }

  /** The declaration; empty, with faults noted, if the file says too little to make one. */
  Optional<Declaration> read(SourceId id, ConfigNode node, boolean enabled) {
    DeliveryRule delivery = delivery(node);
    ConfigNode read = node.section("read");
    Protocol protocol = new DeclaredReads(folder, enabled).read(read, delivery);
    List<String> columns = columns(node);
    DeclaredParts parts =
        new DeclaredParts(
            columns,
            new DeclaredCodes(folder).read(node.section("codes")),
            node.given("date-forms") ? DeclaredParts.forms(node, "date-forms") : USUAL_FORMS);
    RowRule row = row(node.section("row"), parts);
    PersonMapping person = new DeclaredPerson(parts).read(node.section("person"));
    List<StatementMapping> statements = new ArrayList<>();
    DeclaredStatements reader = new DeclaredStatements(parts);
    for (ConfigNode item : node.sections("statements", Declaration.LONGEST_LIST)) {
      reader.read(item).ifPresent(statements::add);
    }
    List<Check> checks = checks(node, parts);
    if (protocol == null) {
      return Optional.empty();
    }
    Declaration declaration =
        new Declaration(
            id,
            protocol,
            columns,
            row,
            delivery,
            person,
            statements,
            checks,
            RetrySettings.defaults(),
            BreakerSettings.defaults());
    declaration.misfits().forEach(fault -> note(node, fault));
    return Optional.of(declaration);
  }

  private static DeliveryRule delivery(ConfigNode node) {
    String kind = node.choice("delivery", List.of("delta", "complete"), "delta");
    int percent = node.number("shrink-percent", 0, 100, 20);
    if (kind.equals("complete")) {
      return new DeliveryRule(Delivery.Kind.COMPLETE, percent / 100.0);
    }
    if (node.has("shrink-percent")) {
      node.fault(
          "shrink-percent",
          "shrink-percent says nothing where delivery is delta",
          "remove it, or write delivery: complete");
    }
    return DeliveryRule.DELTA;
  }

  private static List<String> columns(ConfigNode node) {
    Set<String> columns = new LinkedHashSet<>();
    for (String column : node.texts("columns")) {
      boolean usable =
          !column.isBlank()
              && column.equals(column.strip())
              && column.length() <= LONGEST_NAME
              && !RESERVED.contains(column.charAt(0));
      if (!usable) {
        node.fault(
            "columns",
            "'%s' cannot be the name of a column".formatted(column),
            "write 1 to %d characters, not beginning with $ or *".formatted(LONGEST_NAME));
      } else if (!columns.add(column)) {
        node.fault("columns", "column '%s' stands twice".formatted(column), "keep one");
      }
    }
    if (columns.isEmpty()) {
      node.fault(
          "columns",
          "columns is missing or empty",
          "list the columns that the source delivers: columns: [编号, 姓名, ...]");
    }
    if (columns.size() > Declaration.MOST_COLUMNS) {
      node.fault(
          "columns",
          "columns has %d names".formatted(columns.size()),
          "keep at most " + Declaration.MOST_COLUMNS);
    }
    return columns.stream().limit(Declaration.MOST_COLUMNS).toList();
  }

  private static RowRule row(ConfigNode node, DeclaredParts parts) {
    RowRule row = new RowRule(key(node, parts), version(node, parts), withdrawn(node, parts));
    node.rejectUnknown();
    return row;
  }

  private static TextFrom.Columns key(ConfigNode node, DeclaredParts parts) {
    TextFrom key =
        node.isList("key") ? parts.joined(node, "key", "-") : parts.neededText(node, "key");
    if (key instanceof TextFrom.Columns columns) {
      return columns;
    }
    if (node.has("key")) {
      node.fault("key", "row.key is the same for every row", "name one column or several");
    }
    return new TextFrom.Columns(List.of(""), "");
  }

  private static VersionFrom version(ConfigNode node, DeclaredParts parts) {
    if (!node.isSection("version") && node.text("version", DELIVERY).equals(DELIVERY)) {
      return new VersionFrom.OfDelivery();
    }
    if (!node.isSection("version")) {
      return new VersionFrom.OfColumn(parts.neededDate(node, "version"), null);
    }
    ConfigNode section = node.section("version");
    VersionFrom version =
        new VersionFrom.OfColumn(
            parts.dateOf(section),
            section.given("sequence") ? parts.column(section, "sequence") : null);
    section.rejectUnknown();
    return version;
  }

  private static RowRule.@Nullable Withdrawal withdrawn(ConfigNode node, DeclaredParts parts) {
    if (!node.given("withdrawn")) {
      return null;
    }
    ConfigNode section = node.section("withdrawn");
    String column = parts.column(section, "column");
    Set<String> codes = new TreeSet<>(parts.codes(section, "codes"));
    section.rejectUnknown();
    return new RowRule.Withdrawal(column, codes);
  }

  private static List<Check> checks(ConfigNode node, DeclaredParts parts) {
    List<Check> checks = new ArrayList<>();
    DeclaredChecks reader = new DeclaredChecks(parts);
    for (ConfigNode item : node.sections("checks", Declaration.LONGEST_LIST)) {
      checks.addAll(reader.read(item));
    }
    if (checks.size() > Declaration.LONGEST_LIST) {
      node.fault(
          "checks",
          "checks makes %d rules".formatted(checks.size()),
          "keep at most " + Declaration.LONGEST_LIST);
    }
    return checks.stream().limit(Declaration.LONGEST_LIST).toList();
  }

  /** What does not fit together is shown where it can be changed. */
  private static void note(ConfigNode node, SettingFault fault) {
    switch (fault.setting()) {
      case "version" ->
          node.section("row").fault("version", "row.version " + fault.sentence(), "correct it");
      case "orderBy" ->
          node.section("read").fault("order-by", "read.order-by " + fault.sentence(), "add it");
      default ->
          node.fault(fault.setting(), fault.setting() + " " + fault.sentence(), "correct it");
    }
  }
}

package io.guiyi.connectors.declared;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.GuardianClaim.Relation;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.statement.Membership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A members' list, declared; the same over every protocol. */
final class Declared {
  static final List<String> COLUMNS =
      List.of(
          "number",
          "name",
          "sex",
          "id",
          "born",
          "phone",
          "mate",
          "firm.name",
          "since",
          "state",
          "changed");

  private Declared() {}

  static DateFrom date(String column, DateForm... forms) {
    return new DateFrom(column, List.of(forms));
  }

  /** Rows say themselves when they changed. */
  static RowRule changes() {
    return new RowRule(
        new TextFrom.Columns(List.of("number"), "-"),
        new RowRule.VersionFrom.OfColumn(date("changed", DateForm.TIME, DateForm.DASHED), null),
        new RowRule.Withdrawal("state", Set.of("X")));
  }

  /** Rows are as of their delivery. */
  static RowRule delivered() {
    return new RowRule(
        new TextFrom.Columns(List.of("number"), "-"), new RowRule.VersionFrom.OfDelivery(), null);
  }

  static Declaration members(
      Protocol protocol, RowRule row, DeliveryRule delivery, List<Check> checks) {
    return new Declaration(
        new SourceId("members"),
        protocol,
        COLUMNS,
        row,
        delivery,
        person(),
        List.of(membership()),
        checks,
        new RetrySettings(2, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ZERO),
        new BreakerSettings(10, 10, 50, Duration.ofSeconds(30), 1));
  }

  private static PersonMapping person() {
    return new PersonMapping(
        TextFrom.column("name"),
        null,
        List.of(
            new PersonMapping.Document(
                TextFrom.column("id"), new CodeFrom.Always<>(DocumentType.RESIDENT_ID))),
        new CodeFrom.Column<>(
            "sex", CodeList.of(Map.of("m", Sex.MALE, "f", Sex.FEMALE, "?", Sex.UNKNOWN))),
        date("born", DateForm.COMPACT, DateForm.DASHED, DateForm.EXCEL),
        null,
        null,
        null,
        List.of(TextFrom.column("phone")),
        null,
        TextFrom.column("firm.name"),
        List.of(
            new PersonMapping.Relative(
                TextFrom.column("mate"), new CodeFrom.Always<>(Relation.SPOUSE), null, null)));
  }

  private static StatementMapping membership() {
    return new StatementMapping.OfMembership(
        new Condition.Given("since"),
        new StatementMapping.Span(date("since", DateForm.DASHED, DateForm.CHINESE), null),
        new TextFrom.Words("慈溪市总工会"),
        TextFrom.column("number"),
        new CodeFrom.Column<>(
            "state",
            CodeList.of(
                Map.of("1", Membership.Standing.MEMBER, "2", Membership.Standing.MOVED_AWAY))));
  }

  /** Every page of a pull. */
  static List<SourcePage> walk(DeclaredSource source, Watermark from) throws SourceUnavailable {
    Pull pull = source.pull(from);
    List<SourcePage> pages = new ArrayList<>();
    for (Optional<SourcePage> page = pull.nextPage(); page.isPresent(); page = pull.nextPage()) {
      pages.add(page.get());
    }
    return pages;
  }

  /** Every row of these pages in our own terms. */
  static List<Canonicalized> read(DeclaredSource source, List<SourcePage> pages) {
    return pages.stream()
        .flatMap(page -> page.rows().stream())
        .map(row -> canon(source, row))
        .toList();
  }

  static Canonicalized canon(DeclaredSource source, Delivered row) {
    return switch (row) {
      case SourceRecord known -> source.canonicalize(known);
      case Quarantined aside -> aside;
    };
  }

  /** One word for each row: its name, or why it is held aside. */
  static List<String> words(List<Canonicalized> rows) {
    return rows.stream()
        .map(row ->
            switch (row) {
              case CanonicalRecord record -> record.key().key();
              case Quarantined aside -> aside.reason() + " " + aside.field();
            })
        .toList();
  }
}

package io.guiyi.registry;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivery;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.intake.Admission;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.resolve.PageOutcome;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A complete delivery as a connector reads it and the pull route hands it in: pages of rows, then
 * one without.
 *
 * @param register where it is delivered
 * @param source by whom
 * @param day its version: so many days after {@link Rows#CHANGED}
 * @param number the running number of its version
 * @param rows what it holds
 * @param pageSize rows on a page
 */
public record CompleteDelivery(
    RegisterFixture register,
    SourceId source,
    int day,
    long number,
    List<Canonicalized> rows,
    int pageSize) {

  /** A delivery of these rows, as of a day. */
  public static CompleteDelivery of(RegisterFixture register, int day, Row... rows) {
    List<Canonicalized> records = new ArrayList<>();
    for (Row row : rows) {
      records.add(row.day(day).record());
    }
    return new CompleteDelivery(
        register, new SourceId(rows.length == 0 ? "police" : rows[0].source()), day, 0, records, 3);
  }

  /** The same with one more row, which cannot be understood. */
  public CompleteDelivery withRefused(@Nullable String key, String payload) {
    List<Canonicalized> more = new ArrayList<>(rows);
    more.add(
        new Quarantined(
            source,
            new Position("%s row %d".formatted(name(), rows.size() + 1)),
            QuarantineReason.CODE_UNKNOWN,
            "xb",
            "no such code; extend the list",
            RawBytes.utf8(payload),
            key == null ? null : new SourceKey(source, key)));
    return new CompleteDelivery(register, source, day, number, more, pageSize);
  }

  /** The same under another running number, which its rows carry too. */
  public CompleteDelivery numbered(long other) {
    List<Canonicalized> renumbered = new ArrayList<>();
    for (Canonicalized row : rows) {
      renumbered.add(row instanceof CanonicalRecord record ? under(record, other) : row);
    }
    return new CompleteDelivery(register, source, day, other, renumbered, pageSize);
  }

  private static CanonicalRecord under(CanonicalRecord row, long number) {
    SourceRecord origin = row.origin();
    SourceVersion version = new SourceVersion(origin.version().changedAt(), number);
    return new CanonicalRecord(
        new SourceRecord(
            origin.key(), version, origin.presence(), origin.payload(), origin.position()),
        row.who(),
        row.what());
  }

  /** The same with so many rows on a page. */
  public CompleteDelivery paged(int size) {
    return new CompleteDelivery(register, source, day, number, rows, size);
  }

  private String name() {
    return number == 0 ? "XJ_%d_C.csv".formatted(day) : "XJ_%d_%d_C.csv".formatted(day, number);
  }

  /** What it says of itself. */
  public Delivery delivery() {
    SourceVersion version = new SourceVersion(Rows.CHANGED.plusSeconds(86_400L * day), number);
    return new Delivery(name(), Delivery.Kind.COMPLETE, rows.size(), version, 0.5);
  }

  /** Whether its rows may be applied. */
  public Admission admit() {
    return register.get(Deliveries.class).admit(source, new Delivery.Part(delivery(), true, false));
  }

  /** Admits and applies it from its first page to its last; what became of it. */
  public PageOutcome arrive() {
    admit();
    long pull = register.get(Pulls.class).begin(source);
    rowPages(pull);
    PageOutcome end = end(pull);
    register.get(Pulls.class).finish(pull, Pulls.COMPLETE);
    return end;
  }

  /** Applies the pages with rows. */
  public Optional<PageOutcome> rowPages(long pull) {
    PageOutcome last = null;
    for (int from = 0; from < rows.size(); from += pageSize) {
      List<Canonicalized> page = rows.subList(from, Math.min(rows.size(), from + pageSize));
      last =
          apply(pull, page, name() + "#" + from, new Delivery.Part(delivery(), from == 0, false));
    }
    return Optional.ofNullable(last);
  }

  /** Applies the page that ends it. */
  public PageOutcome end(long pull) {
    return apply(pull, List.of(), name(), new Delivery.Part(delivery(), rows.isEmpty(), true));
  }

  private PageOutcome apply(long pull, List<Canonicalized> page, String after, Delivery.Part part) {
    Resolver resolver = register.get(Resolver.class);
    IntakePage intake = new IntakePage(source, page, new Watermark(after), part);
    return resolver.apply(pull, resolver.prepare(intake), Receipts.UNWANTED);
  }
}

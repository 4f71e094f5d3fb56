package io.guiyi.registry.resolve;

import io.guiyi.matching.RecordRef;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Conservation;
import io.guiyi.records.Delivery;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.record.AbsentRecord;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.store.Transactions;
import java.util.List;
import java.util.Optional;

/**
 * What a complete delivery left out, as rows that say "withdrawn" as of the delivery, so that they
 * pass through the same door as rows that came.
 *
 * <p>A withdrawn row has the identity and the raw row of the version it ends and states nothing,
 * like a row that its source cancelled. It is taken out of the register page by page; what a page
 * has withdrawn is no longer present, so that after a crash the next reading of the delivery's end
 * goes on where this one stopped.
 */
final class Absences {
  private static final int MAX_POSITION = 120;
  private static final String ABSENT_FROM = "absent from ";

  private final Transactions transactions;
  private final SourceRecords records;
  private final Deliveries deliveries;
  private final Preparation preparation;

  Absences(
      Transactions transactions,
      SourceRecords records,
      Deliveries deliveries,
      Preparation preparation) {
    this.transactions = transactions;
    this.records = records;
    this.deliveries = deliveries;
    this.preparation = preparation;
  }

  /** What is to be done at the end of a delivery, before anything of it is done this time. */
  Errand.Close plan(SourceId source, Delivery delivery) {
    return transactions.inTransaction(session -> {
      long number = deliveries.admitted(session, source, delivery);
      Conservation before = records.absentBefore(session, number);
      return new Errand.Close(number, before, deliveries.hasNamelessAside(session, number));
    });
  }

  /**
   * A page of what is left out.
   *
   * @param page its rows
   * @param last the last of their records
   */
  record Page(PreparedPage page, RecordRef last) {}

  /**
   * The next page of what is left out, in the order of the records' numbers; empty when there is
   * nothing more.
   *
   * @param number the delivery's number
   * @param after the last record of the page before; 0 to begin
   * @param standing the watermark as it stands, which these pages leave alone
   */
  Optional<Page> next(
      SourceId source, Delivery delivery, long number, RecordRef after, Watermark standing) {
    SourceVersion version = Preparation.stored(delivery.version());
    List<AbsentRecord> absent =
        transactions.inTransaction(session ->
            records.absent(session, source, number, version, after, IntakePage.MAX_ROWS));
    if (absent.isEmpty()) {
      return Optional.empty();
    }
    Position position = position(delivery);
    List<Canonicalized> rows =
        absent.stream().map(record -> row(source, record, version, position)).toList();
    PreparedPage page = preparation.prepare(new IntakePage(source, rows, standing));
    return Optional.of(new Page(page.on(new Errand.Withdraw(number)), absent.getLast().record()));
  }

  private static Canonicalized row(
      SourceId source, AbsentRecord absent, SourceVersion version, Position position) {
    SourceKey key = new SourceKey(source, absent.content().key());
    SourceRecord origin =
        new SourceRecord(key, version, Presence.WITHDRAWN, absent.payload(), position);
    return new CanonicalRecord(origin, absent.content().who(), List.of());
  }

  private static Position position(Delivery delivery) {
    String text = ABSENT_FROM + delivery.name();
    return new Position(text.length() <= MAX_POSITION ? text : text.substring(0, MAX_POSITION));
  }
}

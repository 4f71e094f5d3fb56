package io.guiyi.connectors.delivery;

import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.table.DeliveryTag;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.connectors.table.TablePayload;
import io.guiyi.connectors.table.TableReader;
import io.guiyi.connectors.table.TableRow;
import io.guiyi.records.Delivered;
import io.guiyi.records.Delivery;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One delivery while it is read: its rows page by page. A complete one ends with a page without
 * rows. Its rows carry one version, so that the register notices a key that stands twice; of a
 * delta the later row is the newer.
 */
final class OpenDelivery implements AutoCloseable {
  private final SourceId source;
  private final Delivery delivery;
  private final String fingerprint;
  private final TableReader table;
  private final DeliveryRows rows;
  private final int pageSize;
  private long read;
  private boolean begun;
  private boolean done;

  OpenDelivery(
      SourceId source,
      Delivery delivery,
      String fingerprint,
      TableReader table,
      DeliveryRows rows,
      int pageSize) {
    this.source = source;
    this.delivery = delivery;
    this.fingerprint = fingerprint;
    this.table = table;
    this.rows = rows;
    this.pageSize = pageSize;
  }

  /** The version of a delivery's rows; in a delta each is a little newer than the one before. */
  static SourceVersion version(DeliveryName name, Instant at) {
    return new SourceVersion(at, name.number() * TableLimits.MAX_ROWS);
  }

  /** Passes over rows that were stored already. */
  void skip(long stored) throws SourceUnavailable {
    begun = stored > 0;
    while (read < stored && read < delivery.rows()) {
      table.skip();
      read++;
    }
  }

  /** The next page; there is at least one. */
  SourcePage nextPage() throws SourceUnavailable {
    PageProfiler.Tally tally = rows.profiler().tally();
    List<Delivered> page = new ArrayList<>();
    boolean only = isComplete() && read >= delivery.rows();
    while (!only && page.size() < pageSize && read < delivery.rows()) {
      page.add(next(tally));
    }
    done = isComplete() ? only : read >= delivery.rows();
    Delivery.Part part = new Delivery.Part(delivery, !begun, done);
    begun = true;
    return new SourcePage(source, page, progress().asWatermark(), part, tally.profile());
  }

  /** How far it was read. */
  Progress progress() {
    return done
        ? Progress.done(delivery.name(), fingerprint)
        : Progress.inside(delivery.name(), read, fingerprint);
  }

  boolean isDone() {
    return done;
  }

  String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() {
    table.close();
  }

  private boolean isComplete() {
    return delivery.kind() == Delivery.Kind.COMPLETE;
  }

  private Delivered next(PageProfiler.Tally tally) throws SourceUnavailable {
    Optional<TableRow> found = table.next();
    TableRow row =
        found.orElseThrow(() -> new IllegalStateException("the table was counted before"));
    if (row instanceof TableRow.Cells cells) {
      tally.row(cells.cells());
    }
    SourceVersion version = delivery.version();
    long sequence = version.sequence() + (isComplete() ? 0 : read);
    read++;
    DeliveryTag tag = new DeliveryTag(delivery.name(), version.changedAt(), sequence);
    return rows.read(row.position(), TablePayload.of(row, tag));
  }
}

package io.guiyi.registry.resolve;

import io.guiyi.records.Canonicalized;
import io.guiyi.records.Conservation;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.intake.PullKind;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.Quarantine;
import io.guiyi.registry.intake.QuarantineFilter;
import io.guiyi.registry.intake.ReplayRow;
import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.registry.store.RegisterUnavailable;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Tries rows in quarantine once more, after a mapping or a code list was mended: reads them anew
 * and hands them to the {@link Resolver}, as pages of a pull of kind {@link PullKind#REPLAY}.
 *
 * <p>A row that is understood now is resolved in the transaction that applies it; one that is
 * refused again stays, for the reason of today. Twice in a row changes nothing more. A row older
 * than what is held fills history only ({@code STALE}). The watermark of the source stays where it
 * is, and departments are not told: since their row was refused they may have changed it.
 */
@Component
public class Replay {
  /** The most rows that one run tries. */
  public static final int MAX_ROWS = 10_000;

  private static final String FAILED = "FAILED";

  private final Quarantine quarantine;
  private final Pulls pulls;
  private final Resolver resolver;
  private final AuditLog audit;

  Replay(Quarantine quarantine, Pulls pulls, Resolver resolver, AuditLog audit) {
    this.quarantine = quarantine;
    this.pulls = pulls;
    this.resolver = resolver;
    this.audit = audit;
  }

  /** Reads a row of one source anew: what its connector would make of it today. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads one row; throws for none.
     *
     * @param position where it stood when it was first read
     * @param payload the row as it was kept
     */
    Canonicalized read(Position position, RawBytes payload);
  }

  /**
   * Which rows to try.
   *
   * @param source of which source
   * @param filter which of its rows; its own source does not count
   * @param after the number of the last row that an earlier run tried; 0 for the beginning
   * @param limit 1 to {@link #MAX_ROWS} rows
   */
  public record Order(SourceId source, QuarantineFilter filter, long after, int limit) {
    /** Checks the bound. */
    public Order {
      if (limit < 1 || limit > MAX_ROWS) {
        throw new IllegalArgumentException(
            "%d rows cannot be replayed at once; ask for 1 to %d".formatted(limit, MAX_ROWS));
      }
      filter = new QuarantineFilter(source, filter.reason(), filter.position());
    }
  }

  /**
   * What came of a run.
   *
   * @param counts what became of the rows tried; quarantined ones are refused again
   * @param withdrawn how many records a newer complete delivery had left out
   * @param last the number of the last row tried; hand it in as {@code after} to go on
   * @param more whether there may be rows behind it
   */
  public record Result(Conservation counts, long withdrawn, long last, boolean more) {
    /** How many rows were understood and are resolved. */
    public long resolved() {
      return counts.read() - counts.quarantined();
    }
  }

  /**
   * Tries rows, oldest first, in pages of one transaction each.
   *
   * @param reader reads the rows of the source
   * @param actor on whose behalf, for the audit log
   * @throws RegisterUnavailable when the database cannot serve; what was applied before stays so
   * @throws NoLongerLeader when another hub leads
   */
  public Result run(Order order, Reader reader, String actor) {
    Result result = new Result(Conservation.NONE, 0, order.after(), true);
    List<ReplayRow> rows = next(order, result);
    if (rows.isEmpty()) {
      return new Result(Conservation.NONE, 0, order.after(), false);
    }
    long pull = pulls.begin(order.source(), PullKind.REPLAY);
    String outcome = FAILED;
    try {
      while (!rows.isEmpty()) {
        Conservation counts = result.counts().plus(apply(pull, order.source(), rows, reader));
        result = new Result(counts, 0, rows.getLast().id(), true);
        rows = next(order, result);
      }
      long withdrawn = resolver.withdrawLeftOut(pull, order.source()).withdrawn();
      boolean more = result.counts().read() == order.limit();
      result = new Result(result.counts(), withdrawn, result.last(), more);
      outcome = Pulls.COMPLETE;
    } finally {
      pulls.finish(pull, outcome);
    }
    note(order, result, actor);
    return result;
  }

  private List<ReplayRow> next(Order order, Result before) {
    long left = order.limit() - before.counts().read();
    return left <= 0
        ? List.of()
        : quarantine.toReplay(
            order.filter(), before.last(), (int) Math.min(left, Quarantine.MAX_LISTED));
  }

  private Conservation apply(long pull, SourceId source, List<ReplayRow> rows, Reader reader) {
    List<Canonicalized> read =
        rows.stream().map(row -> reader.read(row.position(), row.payload())).toList();
    List<Replayed> replayed =
        rows.stream().map(row -> new Replayed(row.id(), row.ofDelivery())).toList();
    Watermark standing = pulls.watermark(source);
    PreparedPage page = resolver.prepare(new IntakePage(source, read, standing), replayed);
    return resolver.apply(pull, page, Receipts.UNWANTED).counts();
  }

  private void note(Order order, Result result, String actor) {
    TreeMap<String, Object> detail = new TreeMap<>();
    detail.put("rows", result.counts());
    detail.put("withdrawn", result.withdrawn());
    detail.put("through", result.last());
    if (order.filter().reason() != null) {
      detail.put("reason", order.filter().reason());
    }
    if (order.filter().position() != null) {
      detail.put("position", order.filter().position());
    }
    audit.append(actor, "quarantine.replayed", order.source().name(), RegisterJson.text(detail));
  }
}

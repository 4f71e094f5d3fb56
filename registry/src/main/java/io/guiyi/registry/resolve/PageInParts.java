package io.guiyi.registry.resolve;

import io.guiyi.records.Watermark;
import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.resolve.PreparedRow.Refused;
import io.guiyi.registry.resolve.PreparedRow.Understood;
import io.guiyi.registry.store.RegisterUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a page that failed as a whole: it is halved until what fails stands alone. Only the last
 * part moves the watermark.
 *
 * <p>A row that fails alone waits; it is quarantined together with the next part that can be
 * stored, or at the end of the page. Where {@value #LONE_FAILURES_MAX} rows fail alone one after
 * the other, and none is stored between them, the rows are not at fault: the last failure is
 * thrown, and those that wait are not quarantined. An interrupt says nothing about a row either.
 * Lives for one page, in one thread.
 */
final class PageInParts {
  /** So many lone failures on end are the register's fault, not the rows'. */
  static final int LONE_FAILURES_MAX = 20;

  private static final Logger LOG = LoggerFactory.getLogger(PageInParts.class);

  /** Applies a part in one transaction. */
  interface Application {
    PageOutcome apply(PreparedPage part);
  }

  private final PreparedPage page;
  private final Supplier<Watermark> standing;
  private final Application application;
  private final List<PageOutcome> applied = new ArrayList<>();
  private final List<PreparedRow> waiting = new ArrayList<>();
  private int loneFailures;

  /**
   * Prepares to go on with a page.
   *
   * @param standing the watermark as it stands, which all parts but the last leave alone
   */
  PageInParts(PreparedPage page, Supplier<Watermark> standing, Application application) {
    this.page = page;
    this.standing = standing;
    this.application = application;
  }

  /**
   * Applies the page, which has just {@code failed} as a whole.
   *
   * @throws RuntimeException the failure, where the rows are not at fault; parts that were applied
   *     stay so, and read again they change nothing
   */
  PageOutcome run(RuntimeException failed) {
    halve(page, failed);
    if (!waiting.isEmpty()) {
      applied.add(application.apply(page.with(waiting)));
    }
    return applied.stream().reduce(PageOutcome::then).orElseThrow();
  }

  private void halve(PreparedPage part, RuntimeException failed) {
    if (Thread.currentThread().isInterrupted()) {
      throw failed;
    }
    if (part.size() > 1) {
      LOG.warn("{} rows of {} failed together and are halved", part.size(), part.source());
      take(part.firstHalf(standing.get()));
      take(part.secondHalf());
    } else if (part.size() == 1 && part.rows().getFirst() instanceof Understood row) {
      await(row, failed);
    } else {
      throw failed;
    }
  }

  private void take(PreparedPage part) {
    boolean understood = part.rows().stream().anyMatch(Understood.class::isInstance);
    if (!understood && !waiting.isEmpty()) {
      // That refused rows can be stored does not clear the register of the failures before.
      waiting.addAll(part.rows());
      return;
    }
    PageOutcome outcome;
    try {
      outcome = application.apply(part.with(with(waiting, part.rows())));
    } catch (RegisterUnavailable | NoLongerLeader stop) {
      throw stop;
    } catch (RuntimeException failed) {
      halve(part, failed);
      return;
    }
    applied.add(outcome);
    waiting.clear();
    loneFailures = 0;
  }

  private void await(Understood row, RuntimeException failed) {
    if (++loneFailures == LONE_FAILURES_MAX) {
      LOG.error(
          "{} rows of {} on end cannot be applied; they are not quarantined, the register is to be"
              + " looked after: {}",
          loneFailures,
          page.source(),
          FailureTrace.of(failed));
      throw failed;
    }
    LOG.warn(
        "the row at {} of {} cannot be applied and is set aside: {}",
        row.position(),
        page.source(),
        FailureTrace.of(failed));
    waiting.add(Refused.applyFailed(row, failed));
  }

  private static List<PreparedRow> with(List<PreparedRow> before, List<PreparedRow> rows) {
    List<PreparedRow> all = new ArrayList<>(before);
    all.addAll(rows);
    return all;
  }
}

package io.guiyi.routes.pull;

import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.IntakePage;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import io.guiyi.registry.intake.Admission;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.resolve.PreparedPage;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pull routes do, step by step. */
public final class PullStages {
  /** How a pull ended that read and stored everything. */
  public static final String COMPLETE = "COMPLETE";

  private static final String ABANDONED = "ABANDONED";

  /** So many pages not written back are the most that a department can have read again. */
  private static final long MOST_WAITING = 20;

  private final Sources sources;
  private final Pulls pulls;
  private final Deliveries deliveries;
  private final Resolver resolver;
  private final Leadership leadership;
  private final AfterPull afterwards;
  private final PullObserver observer;

  /** Stages over these sources. */
  public PullStages(
      Sources sources,
      Pulls pulls,
      Deliveries deliveries,
      Resolver resolver,
      Leadership leadership,
      AfterPull afterwards,
      PullObserver observer) {
    this.sources = sources;
    this.pulls = pulls;
    this.deliveries = deliveries;
    this.resolver = resolver;
    this.leadership = leadership;
    this.afterwards = afterwards;
    this.observer = observer;
  }

  /**
   * Opens a pull at the stored watermark.
   *
   * @param fromStart true to read everything again
   * @return null if this hub does not lead
   */
  public @Nullable PullUnderway open(SourceId id, boolean fromStart) {
    if (!leadership.isLeading()) {
      return null;
    }
    Source source = sources.named(id);
    Watermark from = fromStart ? Watermark.START : pulls.watermark(id);
    long number = pulls.begin(id);
    afterwards.begun(number, fromStart);
    return new PullUnderway(source, number, source.pull(from), from.isStart());
  }

  /** Reads and prepares the next page; null when there is none. */
  public @Nullable PageToApply read(PullUnderway pull) throws SourceUnavailable {
    Optional<SourcePage> page = pull.nextPage();
    if (page.isEmpty()) {
      return null;
    }
    List<Canonicalized> rows = new ArrayList<>(page.get().rows().size());
    for (Delivered row : page.get().rows()) {
      rows.add(
          switch (row) {
            case SourceRecord record -> understood(pull.source(), record);
            case Quarantined quarantined -> quarantined;
          });
    }
    IntakePage intake =
        new IntakePage(page.get().source(), rows, page.get().after(), page.get().part());
    return new PageToApply(pull, resolver.prepare(intake), intake.part());
  }

  /** A connector never throws; if one does all the same, the row pays for it and not the page. */
  static Canonicalized understood(Source source, SourceRecord row) {
    try {
      return source.canonicalize(row);
    } catch (RuntimeException e) {
      return new Quarantined(
          source.id(),
          row.position(),
          QuarantineReason.APPLY_FAILED,
          "",
          "reading this row failed (%s); replay it after a repair"
              .formatted(e.getClass().getSimpleName()),
          row.payload(),
          row.key());
    }
  }

  /**
   * Applies a page, unless one before it in the same pull could not be, or the operator has to look
   * at its delivery first. Of a delivery that the operator refused only the end is applied, without
   * a row, so that the watermark passes over it.
   */
  public void apply(PageToApply page) {
    if (page.pull().isAbandoned()) {
      return;
    }
    try {
      switch (admission(page)) {
        case Admission.Open _ -> applyRows(page, page.page());
        case Admission.Held _ -> page.pull().hold();
        case Admission.Refused _ -> {
          if (page.part() != null && page.part().last()) {
            applyRows(page, resolver.prepare(passedOver(page)));
          }
        }
      }
    } catch (RuntimeException | Error e) {
      page.pull().abandon();
      throw e;
    }
  }

  private Admission admission(PageToApply page) {
    return page.pull().admission(page.part(), deliveries::admit);
  }

  private static IntakePage passedOver(PageToApply page) {
    return new IntakePage(page.pull().source().id(), List.of(), page.page().after());
  }

  private void applyRows(PageToApply page, PreparedPage rows) {
    Source source = page.pull().source();
    Receipts receipts = source.writeBack().isPresent() ? Receipts.WANTED : Receipts.UNWANTED;
    observer.applied(source.id(), resolver.apply(page.pull().number(), rows, receipts));
  }

  /**
   * Ends a pull after its last page, or because it was abandoned, could not be read on, met a held
   * delivery, or the hub stops. What was applied before stays applied.
   */
  public void finish(PullUnderway pull) {
    String outcome = outcome(pull);
    if (outcome.equals(COMPLETE)) {
      resolver.settleFamilies(pull.number(), pull.source().id());
    }
    pulls.finish(pull.number(), outcome);
    afterwards.ended(pull, outcome);
    observer.finished(pull.source().id(), outcome.equals(COMPLETE));
  }

  private static String outcome(PullUnderway pull) {
    PullUnderway.Stop stop = pull.stopped();
    if (pull.isHeld()) {
      return Pulls.HELD;
    }
    if (stop != null) {
      return stop.outcome();
    }
    return pull.isRead() && !pull.isAbandoned() ? COMPLETE : ABANDONED;
  }
}

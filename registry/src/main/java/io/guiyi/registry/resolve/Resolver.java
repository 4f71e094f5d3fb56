package io.guiyi.registry.resolve;

import io.guiyi.matching.Decision;
import io.guiyi.matching.MatchPage;
import io.guiyi.matching.Matcher;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.Conservation;
import io.guiyi.records.Delivery;
import io.guiyi.records.IntakePage;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.certificate.PageDigests;
import io.guiyi.registry.change.PersonChanges;
import io.guiyi.registry.decision.Decisions;
import io.guiyi.registry.family.RowRelatives;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.KnownDelivery;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.Quarantine;
import io.guiyi.registry.intake.WriteBacks;
import io.guiyi.registry.leadership.LeadershipTerm;
import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.person.LookUpKeys;
import io.guiyi.registry.person.PersonStore;
import io.guiyi.registry.person.Survivorship;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.review.ReviewCases;
import io.guiyi.registry.store.Outages;
import io.guiyi.registry.store.RegisterUnavailable;
import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.KeyedHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one door through which records change identity: a page at a time, each in one transaction, in
 * the order in which they are handed in.
 *
 * <p>{@link #prepare} does what needs no database and may run ahead on another thread. {@link
 * #apply} reads, decides, survives and commits; the index follows the commit. A page that fails is
 * halved until the failing row stands alone; that one is quarantined ({@code APPLY_FAILED}), the
 * rest applied, and the watermark moves with the last part only. What says nothing about the rows
 * is thrown, and the caller hands the same page in again: an outage, an interrupt, and a failure of
 * every row ({@link PageInParts}).
 */
@Component
public class Resolver {
  private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);

  /** No term: they count from 1. */
  private static final long MAY_LAG = 0;

  private final Transactions transactions;
  private final LeadershipTerm leadership;
  private final IndexKeeper index;
  private final Rooms rooms;
  private final Absences absences;
  private final Clock clock;

  /** The term in which the index was last brought in step; {@link #MAY_LAG} if it may not be. */
  private long inStepInTerm = MAY_LAG;

  Resolver(
      Transactions transactions,
      LeadershipTerm leadership,
      IndexKeeper index,
      KeyedHash hash,
      LookUpKeys lookUp,
      RowRelatives relatives,
      SourceRecords records,
      Matcher matcher,
      Survivorship survivorship,
      Pulls pulls,
      PageDigests digests,
      PersonStore persons,
      FamilyRooms families,
      Decisions decisions,
      ReviewCases cases,
      PersonChanges changes,
      Deliveries deliveries,
      Quarantine quarantine,
      WriteBacks writeBacks,
      AuditLog audit,
      Clock clock) {
    this.transactions = transactions;
    this.leadership = leadership;
    this.index = index;
    this.clock = clock;
    this.rooms =
        new Rooms(
            new Preparation(hash, lookUp, relatives, matcher),
            records,
            matcher,
            survivorship,
            pulls,
            digests,
            persons,
            families,
            decisions,
            cases,
            changes,
            deliveries,
            quarantine,
            writeBacks,
            audit);
    this.absences = new Absences(transactions, records, deliveries, rooms.preparation());
  }

  /** The register may have gone further than the index knows. */
  private static final class IndexLags extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long term;

    /** Found in {@code term}, in which this hub leads. */
    IndexLags(long term) {
      this.term = term;
    }
  }

  /** Works out what needs no database. Pure; for any thread. */
  public PreparedPage prepare(IntakePage page) {
    return rooms.preparation().prepare(page);
  }

  /** The same for rows out of quarantine, in the order of {@code replayed}. */
  PreparedPage prepare(IntakePage page, List<Replayed> replayed) {
    return rooms.preparation().prepare(page, replayed);
  }

  /**
   * Brings the index in step; called at start-up so that its progress shows. The first page of each
   * term looks again, which costs little then.
   */
  public synchronized void start(IndexProgress progress) {
    index.bringInStep(progress);
  }

  /** Writes the index anew from the register. */
  public synchronized void rebuildIndex(IndexProgress progress) {
    index.rebuild(progress);
  }

  /**
   * What would be decided about a record that no source has delivered, in its turn among the pages.
   * Nothing is kept.
   *
   * @throws RegisterUnavailable when database or index cannot serve
   * @throws NoLongerLeader when another hub leads
   */
  public synchronized Decision dryRun(IdentityClaim claim) {
    bringInStep();
    MatchPage matching = rooms.matcher().beginPage();
    try {
      return matching.decide(rooms.matcher().profile(claim), null);
    } finally {
      matching.drop();
    }
  }

  private void bringInStep() {
    long term = transactions.inTransaction(_ -> leadership.verify());
    long lastChange = transactions.inTransaction(rooms.changes()::last);
    if (term != inStepInTerm || lastChange != rooms.matcher().lastChange()) {
      index.bringInStep(IndexProgress.NONE);
      inStepInTerm = term;
    }
  }

  /**
   * Applies a page.
   *
   * @param pull the pull it belongs to
   * @param page what {@link #prepare} made of it
   * @param receipts whether the department is told what became of its rows
   * @throws RegisterUnavailable when database or index cannot serve; hand the same page in again
   * @throws RuntimeException when rows fail that cannot all be at fault, or the thread is
   *     interrupted
   * @throws NoLongerLeader when another hub leads; nothing was applied by this part
   */
  public synchronized PageOutcome apply(long pull, PreparedPage page, Receipts receipts) {
    return switch (page.errand()) {
      case Errand.End(Delivery delivery) -> end(pull, page, delivery);
      case Errand.Read _, Errand.Deliver _, Errand.Withdraw _, Errand.Close _, Errand.Replay _ ->
          applyRows(pull, page, receipts);
    };
  }

  /**
   * Withdraws what a complete delivery left out, page by page, and then says that the delivery is
   * done, with which the watermark moves.
   */
  private PageOutcome end(long pull, PreparedPage page, Delivery delivery) {
    Errand.Close close = absences.plan(page.source(), delivery);
    List<PageOutcome> parts = new ArrayList<>();
    if (!close.absencesKept()) {
      parts.addAll(withdraw(pull, page.source(), delivery, close.delivery()));
    }
    parts.add(applyRows(pull, page.on(close), Receipts.UNWANTED));
    return parts.stream().reduce(PageOutcome::then).orElseThrow();
  }

  private List<PageOutcome> withdraw(long pull, SourceId source, Delivery delivery, long number) {
    List<PageOutcome> parts = new ArrayList<>();
    Watermark standing = rooms.pulls().watermark(source);
    Optional<Absences.Page> absent =
        absences.next(source, delivery, number, new RecordRef(0), standing);
    while (absent.isPresent()) {
      parts.add(applyRows(pull, absent.get().page(), Receipts.UNWANTED));
      absent = absences.next(source, delivery, number, absent.get().last(), standing);
    }
    return parts;
  }

  /**
   * Withdraws what the latest complete delivery of a source left out, once rows of older ones were
   * replayed: what they brought back may have been left out since.
   */
  synchronized Conservation withdrawLeftOut(long pull, SourceId source) {
    Optional<KnownDelivery> latest = rooms.deliveries().latestDone(source);
    if (latest.isEmpty() || latest.get().absencesKept()) {
      return Conservation.NONE;
    }
    KnownDelivery known = latest.get();
    return withdraw(pull, source, known.delivery(), known.number()).stream()
        .map(PageOutcome::counts)
        .reduce(Conservation.NONE, Conservation::plus);
  }

  private PageOutcome applyRows(long pull, PreparedPage page, Receipts receipts) {
    try {
      return applyInStep(pull, page, receipts);
    } catch (RegisterUnavailable | NoLongerLeader stop) {
      throw stop;
    } catch (RuntimeException failed) {
      return new PageInParts(
              page,
              () -> rooms.pulls().watermark(page.source()),
              part -> applyInStep(pull, part, receipts))
          .run(failed);
    }
  }

  /**
   * Looks up again the relatives that were too many to be looked up with the pages before, until
   * none is due. To be called when a pull ends; costs one question when there is nothing to do.
   *
   * @param pull the pull it is counted under; it reads no rows
   * @throws RegisterUnavailable when database or index cannot serve; the next pull goes on with it
   * @throws NoLongerLeader when another hub leads
   */
  public synchronized void settleFamilies(long pull, SourceId source) {
    while (transactions.inTransaction(rooms.families().stated()::isAnyDue)) {
      Watermark standing = rooms.pulls().watermark(source);
      PreparedPage nothing = new PreparedPage(source, List.of(), standing, new Errand.Read());
      applyInStep(pull, nothing, Receipts.UNWANTED);
    }
  }

  /**
   * Makes a change that no row brings.
   *
   * @throws RegisterUnavailable when database or index cannot serve
   * @throws NoLongerLeader when another hub leads; nothing was changed
   */
  public synchronized <T> Changed<T> change(IdentityChange<T> change) {
    return inStep(() -> {
      Made<Changed<T>> made =
          once((session, matching, _, lastChange, now) ->
              make(change, session, matching, lastChange, now));
      return made.answer();
    });
  }

  /**
   * Finds out what a change would do, by making it and taking everything back.
   *
   * @throws RegisterUnavailable when database or index cannot serve
   * @throws NoLongerLeader when another hub leads
   */
  public synchronized <T> Changed<T> rehearse(IdentityChange<T> change) {
    return inStep(() -> {
      Rehearsed rehearsed = new Rehearsed();
      List<Changed<T>> found = new ArrayList<>();
      try {
        once((session, matching, _, lastChange, now) -> {
          found.add(make(change, session, matching, lastChange, now).answer());
          throw rehearsed;
        });
      } catch (Rehearsed done) {
        return found.getFirst();
      }
      throw new IllegalStateException("a rehearsal was not taken back");
    });
  }

  /** Takes a transaction back. */
  private static final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Rehearsed() {
      super("rehearsed", null, false, false);
    }
  }

  private <T> Made<Changed<T>> make(
      IdentityChange<T> change,
      StatelessSession session,
      MatchPage matching,
      long lastChange,
      Instant now) {
    PageIdentity page = new PageIdentity(rooms, session, matching, now, lastChange);
    Identity identity = new Identity(rooms, session, matching, page, now);
    T answer = change.make(identity);
    PageIdentity.Written written = identity.write(change);
    return new Made<>(new Changed<>(answer, written.changed()), written.lastChange());
  }

  private PageOutcome applyInStep(long pull, PreparedPage page, Receipts receipts) {
    return inStep(() -> applyOnce(pull, page, receipts));
  }

  private <T> T inStep(Supplier<T> work) {
    try {
      return work.get();
    } catch (IndexLags lags) {
      LOG.info("the index is brought in step in term {}", lags.term);
      index.bringInStep(IndexProgress.NONE);
      inStepInTerm = lags.term;
    }
    try {
      return work.get();
    } catch (IndexLags again) {
      throw new RegisterUnavailable(
          "the register moves on while the index catches up; another hub may be leading", again);
    }
  }

  private PageOutcome applyOnce(long pull, PreparedPage page, Receipts receipts) {
    long begin = System.nanoTime();
    PageOutcome outcome =
        once(
                (session, matching, term, lastChange, now) -> {
                  PageIdentity identity =
                      new PageIdentity(rooms, session, matching, now, lastChange);
                  PageOutcome applied =
                      new PageApplication(rooms, session, identity, page, now)
                          .run(pull, term, receipts);
                  return new Made<>(applied, applied.lastChange());
                })
            .answer();
    return new PageOutcome(
        outcome.counts(),
        outcome.rows(),
        outcome.decisions(),
        outcome.personsChanged(),
        outcome.lastChange(),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  /** What is done in one transaction. */
  private interface Work<T> {
    Made<T> in(
        StatelessSession session, MatchPage matching, long term, long lastChange, Instant now);
  }

  /** What came of it, and the number of the register's last change then. */
  private record Made<T>(T answer, long lastChange) {}

  private <T> Made<T> once(Work<T> work) {
    MatchPage matching = rooms.matcher().beginPage();
    Made<T> made;
    try {
      made = commit(work, matching);
    } catch (RuntimeException | Error failed) {
      matching.drop();
      // Whether a commit that was under way took place is not known after an outage.
      if (failed instanceof RegisterUnavailable) {
        inStepInTerm = MAY_LAG;
      }
      throw failed;
    }
    keep(matching, made.lastChange());
    return made;
  }

  private <T> Made<T> commit(Work<T> work, MatchPage matching) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try {
      return transactions.inTransaction(session -> {
        long term = leadership.verify();
        long lastChange = rooms.changes().last(session);
        // In another term another hub may have moved records without changing a person.
        if (term != inStepInTerm || lastChange != rooms.matcher().lastChange()) {
          throw new IndexLags(term);
        }
        return work.in(session, matching, term, lastChange, now);
      });
    } catch (RuntimeException failed) {
      throw Outages.in(failed).<RuntimeException>map(outage -> outage).orElse(failed);
    }
  }

  /** The page is applied, whatever happens to the index now: it catches up before the next page. */
  private void keep(MatchPage matching, long lastChange) {
    try {
      matching.keep(lastChange);
    } catch (RuntimeException failed) {
      LOG.error("the index could not follow change {}; it catches up", lastChange, failed);
      inStepInTerm = MAY_LAG;
    }
  }
}

package io.guiyi.registry.resolve;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.Conservation;
import io.guiyi.records.Delivery;
import io.guiyi.records.RowOutcome;
import io.guiyi.records.RowOutcome.Kind;
import io.guiyi.records.SourceVersion;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.decision.DecisionRecord;
import io.guiyi.registry.intake.PullKind;
import io.guiyi.registry.intake.PullPage;
import io.guiyi.registry.person.PersonHead;
import io.guiyi.registry.record.HeldRecord;
import io.guiyi.registry.record.NewVersion;
import io.guiyi.registry.record.RecordHead;
import io.guiyi.registry.resolve.PreparedRow.Refused;
import io.guiyi.registry.resolve.PreparedRow.Understood;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Numbers.Sequence;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.LookupHash;
import io.guiyi.seal.Sm3;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Applies one page in one transaction. It reads what is held of the page's records at once, takes
 * the rows in their order, and writes table by table. Lives for one transaction, in one thread.
 */
final class PageApplication {
  private final Rooms rooms;
  private final StatelessSession session;
  private final PreparedPage page;
  private final Instant now;
  private final long pageNumber;
  private final @Nullable Long delivery;
  private final PageHistory history;
  private final PageAside aside = new PageAside();
  private final List<NewVersion> versions = new ArrayList<>();
  private final Numbers recordNumbers;
  private final PageIdentity identity;
  private final PageRecords records;
  private final PagePersons persons;
  private final PageDecisions decisions;

  PageApplication(
      Rooms rooms,
      StatelessSession session,
      PageIdentity identity,
      PreparedPage page,
      Instant now) {
    this.rooms = rooms;
    this.session = session;
    this.page = page;
    this.now = now;
    this.delivery = delivery();
    this.history = new PageHistory(rooms.preparation());
    this.pageNumber = Numbers.one(session, Sequence.PULL_PAGE);
    this.recordNumbers = Numbers.of(session, Sequence.SOURCE_RECORD);
    this.identity = identity;
    this.records = identity.records();
    this.persons = identity.persons();
    this.decisions = identity.decisions();
  }

  /** Does it. */
  PageOutcome run(long pull, long term, Receipts receipts) {
    readHeld();
    List<RowOutcome> outcomes = page.rows().stream().map(this::outcome).toList();
    Conservation counts = Conservation.of(outcomes).plus(withdrawnBefore());
    rooms.pulls().append(books(pull, term, counts));
    rooms
        .digests()
        .note(pageNumber, pull, page.rows().stream().map(rooms.preparation()::digest).toList());
    PageIdentity.Written written = identity.write(versions, PersonChange.Cause.RECORDS, pageNumber);
    List<PersonHead> changed = written.changed();
    boolean news =
        aside.write(session, rooms.quarantine(), rooms.deliveries(), pageNumber, delivery);
    switch (receipts) {
      case WANTED -> rooms.writeBacks().open(pageNumber, page.source(), outcomes);
      case UNWANTED -> {}
    }
    if (news || !versions.isEmpty() || !changed.isEmpty()) {
      audit(counts);
    }
    if (page.errand() instanceof Errand.Close(long number, _, boolean absencesKept)) {
      rooms.deliveries().done(session, number, absencesKept);
    }
    return new PageOutcome(
        counts, outcomes, decisions.counts(), changed.size(), written.lastChange(), Duration.ZERO);
  }

  private @Nullable Long delivery() {
    return switch (page.errand()) {
      case Errand.Read _, Errand.Replay _ -> null;
      case Errand.Deliver(Delivery complete) ->
          (Long) rooms.deliveries().admitted(session, page.source(), complete);
      case Errand.Withdraw(long number) -> (Long) number;
      case Errand.Close close -> (Long) close.delivery();
      case Errand.End(Delivery complete) ->
          throw new IllegalStateException(
              "the end of delivery %s is not applied itself, but what follows from it"
                  .formatted(complete.name()));
    };
  }

  private Conservation withdrawnBefore() {
    return page.errand() instanceof Errand.Close close
        ? close.withdrawnBefore()
        : Conservation.NONE;
  }

  private PullPage books(long pull, long term, Conservation counts) {
    PullKind kind = page.errand() instanceof Errand.Replay ? PullKind.REPLAY : PullKind.READING;
    return new PullPage(pageNumber, pull, page.source(), page.after(), counts, term, now, kind);
  }

  private RowOutcome outcome(PreparedRow row) {
    return switch (row) {
      case Refused refused -> refuse(refused);
      case Understood understood -> {
        MovingRecord record = records.of(understood.key());
        if (record != null && isTwice(record, understood)) {
          yield refuse(Refused.twice(understood));
        }
        aside.understood(understood.replayed());
        yield RowOutcome.of(understood.position(), take(record, understood));
      }
    };
  }

  private RowOutcome refuse(Refused row) {
    aside.refuse(row);
    return RowOutcome.of(row.row());
  }

  /**
   * Whether a complete delivery has already said something else under the row's key. A row of one
   * that was held aside is late: it may fill history, but not take the place of what its delivery
   * put in force.
   */
  private boolean isTwice(MovingRecord record, Understood row) {
    if (rooms.preparation().isContent(record.head().content(), row)) {
      return false;
    }
    Replayed replayed = row.replayed();
    return switch (page.errand()) {
      case Errand.Deliver _ -> history.contradicts(record.ref(), row);
      case Errand.Replay _ ->
          replayed != null
              && replayed.ofDelivery()
              && record.head().version().equals(row.version());
      case Errand.Read _, Errand.Withdraw _, Errand.Close _, Errand.End _ -> false;
    };
  }

  /**
   * One query for the heads, one for the persons of the heads that will move, one for histories.
   */
  private void readHeld() {
    List<Understood> rows = understood();
    Map<LookupHash, RecordHead> heads =
        rooms
            .records()
            .heads(
                session,
                page.source(),
                rows.stream().flatMap(row -> row.keys().stream()).distinct().toList());
    Set<PersonRef> moving = new HashSet<>();
    List<RecordRef> notNewer = new ArrayList<>();
    for (Understood row : rows) {
      RecordHead head = held(row, heads);
      if (head == null) {
        continue;
      }
      records.held(row.key(), head);
      if (!rooms.preparation().isContent(head.content(), row) && head.person() != null) {
        moving.add(head.person());
      }
      if (!head.version().isOlderThan(row.version())) {
        notNewer.add(head.record());
      }
    }
    persons.fetch(session, moving);
    history.addAll(rooms.records().history(session, notNewer));
  }

  private List<Understood> understood() {
    return page.rows().stream()
        .filter(Understood.class::isInstance)
        .map(Understood.class::cast)
        .toList();
  }

  private static @Nullable RecordHead held(Understood row, Map<LookupHash, RecordHead> heads) {
    return row.keys().stream().map(heads::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Takes one row: stores what it brings and settles where its record belongs. */
  private Kind take(@Nullable MovingRecord record, Understood row) {
    Kind kind = classify(record, row);
    switch (kind) {
      case UNCHANGED -> confirm(Objects.requireNonNull(record), row);
      case QUARANTINED -> {}
      case STALE -> keepHistory(Objects.requireNonNull(record), row);
      case NEW, CHANGED, WITHDRAWN -> {
        if (record == null) {
          first(row);
        } else {
          next(record, row);
        }
      }
    }
    return kind;
  }

  private Kind classify(@Nullable MovingRecord record, Understood row) {
    if (record == null) {
      return Classification.of(null, row.version(), row.content().presence(), false);
    }
    RecordHead head = record.head();
    return Classification.of(
        new Classification.Held(head.version(), head.presence()),
        row.version(),
        row.content().presence(),
        rooms.preparation().isContent(head.content(), row));
  }

  private void first(Understood row) {
    MovingRecord record = MovingRecord.fresh(new RecordRef(recordNumbers.next()), row, now);
    records.fresh(row.key(), record);
    append(record, record.head().versions(), row, false);
    decisions.first(record, row.profile());
  }

  /**
   * The source says again what is in force. Where it says so as of later, that is remembered: what
   * lies between is stale from now on, and among sources this one is the newer. No link changes;
   * the person does only if another record's value survives by it. A row sent again under another
   * running number alone says nothing new.
   */
  private void confirm(MovingRecord record, Understood row) {
    if (!isAsOfLater(record.head().version(), row.version())) {
      return;
    }
    record.advance(row);
    append(record, record.head().versions(), row, false);
    decisions.confirm(record, row.profile());
  }

  /**
   * Deliveries of one moment are told apart by their numbers: what a later one confirms must not
   * pass for absent from it.
   */
  private boolean isAsOfLater(SourceVersion held, SourceVersion given) {
    return page.errand() instanceof Errand.Deliver
        ? held.isOlderThan(given)
        : held.changedAt().isBefore(given.changedAt());
  }

  private void next(MovingRecord record, Understood row) {
    Optional<Profile> before = profile(record);
    record.advance(row);
    append(record, record.head().versions(), row, false);
    decisions.next(record, row.profile(), before);
  }

  private Optional<Profile> profile(MovingRecord record) {
    return record
        .profile()
        .or(() ->
            persons
                .heldInForce(record.ref())
                .map(HeldRecord::content)
                .map(content -> rooms.matcher().profile(content.who())));
  }

  /** An old version is kept once, however often the source repeats it. */
  private void keepHistory(MovingRecord record, Understood row) {
    if (!history.holds(record.ref(), row)) {
      record.addHistory();
      append(record, record.head().versions(), row, true);
    }
  }

  private void append(MovingRecord record, int version, Understood row, boolean stale) {
    history.add(record.ref(), row);
    versions.add(
        new NewVersion(
            record.ref(),
            version,
            pageNumber,
            row.version(),
            stale,
            row.content(),
            row.canonical(),
            row.digest(),
            row.position(),
            row.payload(),
            now,
            page.errand() instanceof Errand.Withdraw ? delivery : null));
  }

  /**
   * One entry for a page that stored anything, with a digest over everything that was decided in
   * it.
   */
  private void audit(Conservation counts) {
    List<byte[]> decided = new ArrayList<>();
    for (DecisionRecord decision : decisions.decisions()) {
      decided.add(RegisterJson.bytes(decision));
    }
    Map<String, Object> detail = new HashMap<>();
    detail.put("page", pageNumber);
    detail.put("rows", counts);
    detail.put("decisions", decided.size());
    detail.put("decisionsSm3", Sm3.of(decided.toArray(byte[][]::new)).hex());
    rooms
        .audit()
        .append("hub", "page.applied", page.source() + " " + pageNumber, RegisterJson.text(detail));
  }
}

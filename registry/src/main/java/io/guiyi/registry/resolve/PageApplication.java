package io.guiyi.registry.resolve;

import io.guiyi.matching.MatchPage;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.Conservation;
import io.guiyi.records.Delivery;
import io.guiyi.records.RowOutcome;
import io.guiyi.records.RowOutcome.Kind;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceVersion;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.decision.DecisionRecord;
import io.guiyi.registry.intake.PullKind;
import io.guiyi.registry.intake.PullPage;
import io.guiyi.registry.person.PersonHead;
import io.guiyi.registry.person.PersonState;
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
import java.util.LinkedHashMap;
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
  private final Map<SourceKey, MovingRecord> records = new LinkedHashMap<>();
  private final @Nullable Long delivery;
  private final PageHistory history;
  private final PageAside aside = new PageAside();
  private final List<NewVersion> versions = new ArrayList<>();
  private final Numbers recordNumbers;
  private final PagePersons persons;
  private final PageLinks links;

  PageApplication(
      Rooms rooms, StatelessSession session, MatchPage matching, PreparedPage page, Instant now) {
    this.rooms = rooms;
    this.session = session;
    this.page = page;
    this.now = now;
    this.delivery = delivery();
    this.history = new PageHistory(rooms.preparation());
    this.pageNumber = Numbers.one(session, Sequence.PULL_PAGE);
    this.recordNumbers = Numbers.of(session, Sequence.SOURCE_RECORD);
    this.persons = new PagePersons(rooms.records());
    this.links = new PageLinks(session, matching, persons, now);
  }

  /**
   * Does it.
   *
   * @param lastChange the number of the register's last change before this page
   */
  PageOutcome run(long pull, long term, long lastChange, Receipts receipts) {
    readHeld();
    List<RowOutcome> outcomes = page.rows().stream().map(this::outcome).toList();
    Conservation counts = Conservation.of(outcomes).plus(withdrawnBefore());
    rooms.pulls().append(books(pull, term, counts));
    rooms
        .digests()
        .note(pageNumber, pull, page.rows().stream().map(rooms.preparation()::digest).toList());
    List<PersonHead> changed = writeIdentity();
    long last = writeChanges(changed, lastChange);
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
    return new PageOutcome(counts, outcomes, links.counts(), changed.size(), last, Duration.ZERO);
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
        MovingRecord record = records.get(understood.key());
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
      records.computeIfAbsent(row.key(), _ -> MovingRecord.held(head));
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
    records.put(row.key(), record);
    append(record, record.head().versions(), row, false);
    links.place(record, row.profile());
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
    PersonRef person = record.person();
    if (person != null) {
      links.confirm(record, person, row.profile());
    }
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
    PersonRef person = record.person();
    Optional<Profile> before = person == null ? Optional.empty() : profile(record, person);
    record.advance(row);
    append(record, record.head().versions(), row, false);
    if (person == null) {
      links.place(record, row.profile());
    } else {
      links.review(record, person, row.profile(), before);
    }
  }

  private Optional<Profile> profile(MovingRecord record, PersonRef person) {
    return record
        .profile()
        .or(() ->
            persons
                .heldInForce(person, record.ref())
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

  /** Writes persons before the records that stand in them, and those before what follows. */
  private List<PersonHead> writeIdentity() {
    PageFamilies families = new PageFamilies(rooms.families(), session, persons, records.values());
    List<PersonState> states = families.settle(persons.states(session, rooms.survivorship()));
    List<PersonHead> changed = rooms.persons().append(session, states, now);
    List<RecordHead> fresh = new ArrayList<>();
    List<RecordHead> moved = new ArrayList<>();
    for (MovingRecord record : records.values()) {
      if (record.isFresh()) {
        fresh.add(record.head());
      } else if (record.isMoved()) {
        moved.add(record.head());
      }
    }
    rooms.records().write(session, fresh, moved);
    rooms.records().append(session, versions);
    families.write();
    var model = rooms.matcher().model();
    rooms.decisions().keepModel(session, model.hash(), model.canonicalText(), now);
    rooms.decisions().append(session, links.decisions(), links.links());
    rooms.cases().write(session, links.closing(), links.opened(), now);
    return changed;
  }

  private long writeChanges(List<PersonHead> changed, long lastChange) {
    Numbers numbers = Numbers.of(session, Sequence.PERSON_CHANGE);
    List<PersonChange> changes = new ArrayList<>();
    long last = lastChange;
    for (PersonHead head : changed) {
      last = numbers.next();
      changes.add(
          new PersonChange(
              last,
              head.person(),
              head.version(),
              PersonChange.Kind.UPSERTED,
              PersonChange.Cause.RECORDS,
              pageNumber,
              rooms.matcher().model().hash(),
              now));
    }
    rooms.changes().append(session, changes);
    return last;
  }

  /**
   * One entry for a page that stored anything, with a digest over everything that was decided in
   * it.
   */
  private void audit(Conservation counts) {
    List<byte[]> decided = new ArrayList<>();
    for (DecisionRecord decision : links.decisions()) {
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

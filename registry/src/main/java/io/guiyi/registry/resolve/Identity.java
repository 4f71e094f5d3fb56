package io.guiyi.registry.resolve;

import io.guiyi.matching.Decision;
import io.guiyi.matching.MatchPage;
import io.guiyi.matching.PairFact;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.person.PersonHead;
import io.guiyi.registry.record.RecordHead;
import io.guiyi.registry.review.ReviewCase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Identity while an {@link IdentityChange} is made: who stands where, and what can be moved. Every
 * move is seen at once by the next question. Lives for one transaction, in one thread.
 */
public final class Identity {
  private final Rooms rooms;
  private final StatelessSession session;
  private final MatchPage matching;
  private final PageIdentity page;
  private final Instant now;

  Identity(
      Rooms rooms, StatelessSession session, MatchPage matching, PageIdentity page, Instant now) {
    this.rooms = rooms;
    this.session = session;
    this.matching = matching;
    this.page = page;
    this.now = now;
  }

  /** The session of the transaction. */
  public StatelessSession session() {
    return session;
  }

  /** The time of the transaction. */
  public Instant now() {
    return now;
  }

  /**
   * Where a record stands.
   *
   * @throws IllegalArgumentException if it is not in the register
   */
  public RecordHead record(RecordRef record) {
    return page.records().one(record).head();
  }

  /** To whom a record belongs; null if it waits. */
  public @Nullable PersonRef personOf(RecordRef record) {
    return record(record).person();
  }

  /** The records that stand in a person, in the order in which they were first seen. */
  public SortedSet<RecordRef> recordsOf(PersonRef person) {
    return new TreeSet<>(page.links().recordsOf(person));
  }

  /** The heads of persons as they stood before this change, by number. */
  public Map<PersonRef, PersonHead> heads(List<PersonRef> persons) {
    return rooms.persons().heads(session, persons);
  }

  /** The persons that lead to {@code person}, as they did before this change. */
  public List<PersonRef> redirected(PersonRef person) {
    return rooms.persons().redirected(session, person);
  }

  /** A new person; a record has to be linked to it. */
  public PersonRef found() {
    return page.links().found();
  }

  /** The public id of any person, of one that was just founded too. */
  public PersonId idOf(PersonRef person) {
    return rooms.families().ids().of(person);
  }

  /** The record stands in {@code person} from now on. */
  public void link(RecordRef record, PersonRef person, LinkGround ground) {
    page.decisions().rule(record);
    page.links().link(page.records().one(record), person, ground, true);
  }

  /** The record stands in no person from now on. */
  public void unlink(RecordRef record, LinkGround ground) {
    page.decisions().rule(record);
    page.links().unlink(page.records().one(record), ground, true);
  }

  /** All records of {@code absorbed} stand in {@code survivor}, to which it leads from now on. */
  public void merge(PersonRef absorbed, PersonRef survivor, LinkGround ground) {
    recordsOf(absorbed).forEach(page.decisions()::rule);
    page.links().merge(List.of(absorbed), survivor, ground);
  }

  /** A merged person is one of its own again; a record has to be linked to it. */
  public void revive(PersonRef person) {
    page.links().revive(person);
  }

  /** Persons that were led to another lead to {@code person} again. */
  public void redirect(List<PersonRef> merged, PersonRef person) {
    rooms.persons().redirect(session, merged, person);
  }

  /** Subscribers are told that the person became two. */
  public void markSplit(PersonRef person) {
    page.links().markSplit(person);
  }

  /** The question about a record that waited is answered by where it stands now. */
  public void settled(RecordRef record) {
    page.decisions().close(page.records().one(record), ReviewCase.Closing.DECIDED_AGAIN);
  }

  /**
   * From now on the machine keeps to this. It is not stored here.
   *
   * @throws IllegalArgumentException if it contradicts facts that stand
   */
  public void state(PairFact fact) {
    matching.state(fact);
  }

  /** From now on the machine need not keep to this. It is not stored here. */
  public void withdraw(PairFact fact) {
    matching.withdraw(fact);
  }

  /** Has the engine decide about a record again, and follows it. */
  public Decision decideAgain(RecordRef record) {
    return page.decisions().again(page.records().one(record));
  }

  /**
   * A record that changes its person.
   *
   * @param record which
   * @param before to whom it belonged; null if it waited
   * @param after to whom it belongs; null if it waits
   */
  public record Move(RecordRef record, @Nullable PersonRef before, @Nullable PersonRef after) {}

  /** The records whose person is not the one they had before this change, by number. */
  public List<Move> moves() {
    return page.records().all().stream()
        .filter(record -> !Objects.equals(record.start(), record.person()))
        .map(record -> new Move(record.ref(), record.start(), record.person()))
        .sorted(Comparator.comparing(Move::record))
        .toList();
  }

  /** The persons that lead to another since this change, with whom they became. */
  public Map<PersonRef, PersonRef> merged() {
    return page.persons().merged();
  }

  /** Whether this change founds the person. */
  public boolean isFounded(PersonRef person) {
    return page.persons().isFounded(person);
  }

  PageIdentity.Written write(IdentityChange<?> change) {
    if (change.decidesDisturbed()) {
      page.decisions().settleDisturbed();
    }
    return page.write(List.of(), change.cause(), null);
  }
}

package io.guiyi.registry.resolve;

import io.guiyi.matching.MatchPage;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.decision.LinkEvent;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Numbers.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;

/**
 * Moves records between persons: links, lets go, merges and founds, keeps matching in step with it,
 * and gathers the link events that follow. Lives for one transaction, in one thread.
 */
final class PageLinks {
  private final MatchPage matching;
  private final PageRecords records;
  private final PagePersons persons;
  private final Instant now;
  private final long lastChange;
  private final Numbers linkNumbers;
  private final Numbers personNumbers;
  private final List<LinkEvent> events = new ArrayList<>();
  private final Set<PersonRef> split = new HashSet<>();

  /**
   * Begins.
   *
   * @param lastChange the number of the register's last change of a person
   */
  PageLinks(
      StatelessSession session,
      MatchPage matching,
      PageRecords records,
      PagePersons persons,
      Instant now,
      long lastChange) {
    this.matching = matching;
    this.records = records;
    this.persons = persons;
    this.now = now;
    this.lastChange = lastChange;
    this.linkNumbers = Numbers.of(session, Sequence.LINK_EVENT);
    this.personNumbers = Numbers.of(session, Sequence.PERSON);
  }

  /** A person of whom nothing is known yet. */
  PersonRef found() {
    PersonRef person = new PersonRef(personNumbers.next());
    persons.found(person);
    return person;
  }

  /** The record stands in {@code person} from now on; says so to matching, if that knows it. */
  void link(MovingRecord record, PersonRef person, LinkGround ground, boolean placed) {
    PersonRef held = record.person();
    if (person.equals(held)) {
      return;
    }
    if (held != null) {
      leave(record, held, ground);
    }
    stand(record, person, ground, placed);
  }

  private void stand(MovingRecord record, PersonRef person, LinkGround ground, boolean placed) {
    record.linkTo(person);
    events.add(event(record, person, ground.kind(), ground));
    persons.touch(person, record);
    if (placed) {
      matching.move(record.ref(), person);
    }
  }

  /** The record stands in no person from now on. */
  void unlink(MovingRecord record, LinkGround ground, boolean placed) {
    PersonRef held = record.person();
    if (held == null) {
      return;
    }
    leave(record, held, ground);
    record.unlink();
    if (placed) {
      matching.move(record.ref(), null);
    }
  }

  private void leave(MovingRecord record, PersonRef held, LinkGround ground) {
    events.add(event(record, held, LinkEvent.Kind.RETRACTED, ground));
    persons.leave(held, record);
  }

  /** All records of {@code absorbed} stand in {@code survivor} from now on, to which it leads. */
  void merge(Collection<PersonRef> absorbed, PersonRef survivor, LinkGround ground) {
    for (PersonRef person : absorbed) {
      for (MovingRecord record : records.all(matching.recordsOf(person))) {
        persons.leave(person, record);
        stand(record, survivor, ground, true);
      }
      persons.merge(person, survivor);
    }
  }

  /** A merged person is one of its own again. */
  void revive(PersonRef person) {
    persons.revive(person);
  }

  /** The person is told to have become two. */
  void markSplit(PersonRef person) {
    split.add(person);
  }

  private LinkEvent event(
      MovingRecord record, PersonRef person, LinkEvent.Kind kind, LinkGround ground) {
    return new LinkEvent(
        linkNumbers.next(),
        record.ref(),
        person,
        kind,
        ground.decision(),
        ground.caseDecision(),
        lastChange,
        now);
  }

  /** The other records in the person of {@code record}. */
  boolean isAlone(MovingRecord record) {
    PersonRef person = record.person();
    return person == null || matching.recordsOf(person).stream().allMatch(record.ref()::equals);
  }

  List<RecordRef> recordsOf(PersonRef person) {
    return matching.recordsOf(person);
  }

  List<LinkEvent> events() {
    return events;
  }

  Set<PersonRef> split() {
    return split;
  }
}

package io.guiyi.registry.resolve;

import io.guiyi.matching.MatchPage;
import io.guiyi.matching.PersonRef;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.person.PersonHead;
import io.guiyi.registry.person.PersonState;
import io.guiyi.registry.record.NewVersion;
import io.guiyi.registry.record.RecordHead;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Numbers.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction does to identity, whether a page, a steward or a relink sets it going: the
 * records and persons it moves, and at the end everything that follows, written table by table.
 * Lives for one transaction, in one thread.
 */
final class PageIdentity {
  private final Rooms rooms;
  private final StatelessSession session;
  private final Instant now;
  private final long lastChange;
  private final PageRecords records;
  private final PagePersons persons;
  private final PageLinks links;
  private final PageDecisions decisions;

  /**
   * Begins.
   *
   * @param lastChange the number of the register's last change of a person
   */
  PageIdentity(
      Rooms rooms, StatelessSession session, MatchPage matching, Instant now, long lastChange) {
    this.rooms = rooms;
    this.session = session;
    this.now = now;
    this.lastChange = lastChange;
    this.records = new PageRecords(rooms.records(), session);
    this.persons = new PagePersons(rooms.records(), records);
    this.links = new PageLinks(session, matching, records, persons, now, lastChange);
    this.decisions =
        new PageDecisions(session, matching, records, persons, links, rooms.decisions(), now);
  }

  PageRecords records() {
    return records;
  }

  PagePersons persons() {
    return persons;
  }

  PageLinks links() {
    return links;
  }

  PageDecisions decisions() {
    return decisions;
  }

  /**
   * What was written.
   *
   * @param changed the persons that are told of, as they stand now
   * @param lastChange the number of the register's last change of a person now
   */
  record Written(List<PersonHead> changed, long lastChange) {}

  /** Writes persons before the records that stand in them, and those before what follows. */
  Written write(List<NewVersion> versions, PersonChange.Cause cause, @Nullable Long page) {
    PageFamilies families = new PageFamilies(rooms.families(), session, persons, records.all());
    List<PersonState> states = families.settle(persons.states(session, rooms.survivorship()));
    redirect();
    List<PersonHead> changed = rooms.persons().append(session, states, now);
    List<RecordHead> fresh = new ArrayList<>();
    List<RecordHead> moved = new ArrayList<>();
    for (MovingRecord record : records.all()) {
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
    rooms.decisions().keepModel(session, model.hash(), model.text(), now);
    rooms.decisions().append(session, decisions.decisions(), links.events());
    rooms.cases().write(session, decisions.closing(), decisions.opened(), now);
    return new Written(changed, writeChanges(told(changed), cause, page));
  }

  /** Whoever led to a person that is merged now leads on to the one that this became. */
  private void redirect() {
    persons
        .merged()
        .forEach((absorbed, survivor) ->
            rooms
                .persons()
                .redirect(session, rooms.persons().redirected(session, absorbed), survivor));
  }

  /**
   * Whose change is told: all that have a new version, and of merges and splits everybody, because
   * whoever follows one may not know the other yet.
   */
  private List<PersonHead> told(List<PersonHead> changed) {
    Set<PersonRef> parted = new HashSet<>(links.split());
    parted.addAll(persons.merged().keySet());
    parted.addAll(persons.merged().values());
    changed.forEach(head -> parted.remove(head.person()));
    Map<PersonRef, PersonHead> told = new LinkedHashMap<>();
    changed.forEach(head -> told.put(head.person(), head));
    rooms.persons().heads(session, parted).values().stream()
        .sorted(Comparator.comparing(PersonHead::person))
        .forEach(head -> told.put(head.person(), head));
    return List.copyOf(told.values());
  }

  private long writeChanges(List<PersonHead> told, PersonChange.Cause cause, @Nullable Long page) {
    Numbers numbers = Numbers.of(session, Sequence.PERSON_CHANGE);
    List<PersonChange> changes = new ArrayList<>();
    long last = lastChange;
    for (PersonHead head : told) {
      last = numbers.next();
      changes.add(
          new PersonChange(
              last,
              head.person(),
              head.version(),
              kind(head.person()),
              cause,
              page,
              rooms.matcher().model().hash(),
              now));
    }
    rooms.changes().append(session, changes);
    return last;
  }

  private PersonChange.Kind kind(PersonRef person) {
    if (persons.merged().containsKey(person)) {
      return PersonChange.Kind.MERGED;
    }
    return links.split().contains(person) ? PersonChange.Kind.SPLIT : PersonChange.Kind.UPSERTED;
  }
}

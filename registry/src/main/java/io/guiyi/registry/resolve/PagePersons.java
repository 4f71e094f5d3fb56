package io.guiyi.registry.resolve;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.person.Person.Standing;
import io.guiyi.registry.person.PersonState;
import io.guiyi.registry.person.Survivorship;
import io.guiyi.registry.record.HeldRecord;
import io.guiyi.registry.record.SealedRecord;
import io.guiyi.registry.record.SourceRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.StatelessSession;

/**
 * The persons that a transaction touches, with the records that stand in them: those held, fetched
 * once for many persons and opened only where needed, and those that it brings or moves.
 */
final class PagePersons {
  private final SourceRecords records;
  private final PageRecords moved;
  private final Set<PersonRef> fetched = new HashSet<>();
  private final Map<PersonRef, Set<RecordRef>> held = new HashMap<>();
  private final Map<RecordRef, SealedRecord> sealed = new HashMap<>();
  private final Map<PersonRef, Map<RecordRef, MovingRecord>> moving = new HashMap<>();
  private final Set<PersonRef> founded = new HashSet<>();
  private final Map<PersonRef, PersonRef> merged = new HashMap<>();
  private final Set<PersonRef> revived = new HashSet<>();
  private final Set<PersonRef> touched = new LinkedHashSet<>();

  PagePersons(SourceRecords records, PageRecords moved) {
    this.records = records;
    this.moved = moved;
  }

  /** Fetches the records of those {@code persons} that are not here yet. */
  void fetch(StatelessSession session, Collection<PersonRef> persons) {
    Set<PersonRef> missing = new LinkedHashSet<>(persons);
    missing.removeAll(fetched);
    missing.removeAll(founded);
    fetched.addAll(missing);
    for (SealedRecord record : records.ofPersons(session, missing)) {
      PersonRef person = record.person();
      if (person != null) {
        held.computeIfAbsent(person, _ -> new HashSet<>()).add(record.record());
        sealed.put(record.record(), record);
      }
    }
  }

  /** A person that this transaction founds: the register holds no records of it. */
  void found(PersonRef person) {
    founded.add(person);
  }

  /** Whether this transaction founds {@code person}. */
  boolean isFounded(PersonRef person) {
    return founded.contains(person);
  }

  /** {@code record} stands in {@code person} and has moved. */
  void touch(PersonRef person, MovingRecord record) {
    moving.computeIfAbsent(person, _ -> new TreeMap<>()).put(record.ref(), record);
    touched.add(person);
  }

  /** {@code record} no longer stands in {@code person}. */
  void leave(PersonRef person, MovingRecord record) {
    moving.getOrDefault(person, new TreeMap<>()).remove(record.ref());
    touched.add(person);
  }

  /** {@code absorbed} has become {@code survivor}. */
  void merge(PersonRef absorbed, PersonRef survivor) {
    merged.put(absorbed, survivor);
    merged.replaceAll((_, to) -> to.equals(absorbed) ? survivor : to);
    touched.add(absorbed);
    touched.add(survivor);
  }

  /** {@code person} is no longer another one. */
  void revive(PersonRef person) {
    merged.remove(person);
    revived.add(person);
    touched.add(person);
  }

  /** Who became whom in this transaction; nobody became somebody who is merged. */
  Map<PersonRef, PersonRef> merged() {
    return Collections.unmodifiableMap(merged);
  }

  /** Who is no longer another since this transaction. */
  Set<PersonRef> revived() {
    return Collections.unmodifiableSet(revived);
  }

  /** The persons touched, in the order in which they were. */
  Set<PersonRef> touched() {
    return Collections.unmodifiableSet(touched);
  }

  /** Whether a record that the register has in {@code person} still stands there. */
  boolean standsIn(RecordRef record, PersonRef person) {
    return moved.standsIn(record, person);
  }

  /** The records in {@code person} that this transaction has moved or brought. */
  Collection<MovingRecord> moving(PersonRef person) {
    return moving.getOrDefault(person, Map.of()).values();
  }

  /** The version in force before this page of a record whose person has been fetched, opened. */
  Optional<HeldRecord> heldInForce(RecordRef record) {
    return Optional.ofNullable(sealed.get(record)).map(records::open);
  }

  /** What has become of every person touched, in the order in which they were touched. */
  List<PersonState> states(StatelessSession session, Survivorship survivorship) {
    fetch(session, touched);
    fetchMoved(session);
    return List.copyOf(touched).parallelStream()
        .map(person -> state(person, survivorship))
        .toList();
  }

  /** A record that was released from waiting came with no person. */
  private void fetchMoved(StatelessSession session) {
    List<RecordRef> missing = new ArrayList<>();
    for (PersonRef person : touched) {
      for (MovingRecord record : moving(person)) {
        if (record.inForce().isEmpty() && !sealed.containsKey(record.ref())) {
          missing.add(record.ref());
        }
      }
    }
    records.inForce(session, missing).forEach(record -> sealed.put(record.record(), record));
  }

  private PersonState state(PersonRef person, Survivorship survivorship) {
    PersonRef into = merged.get(person);
    if (into != null) {
      return PersonState.merged(person, into);
    }
    List<HeldRecord> present =
        inForce(person).stream()
            .filter(record -> record.content().presence() == Presence.PRESENT)
            .toList();
    return present.isEmpty()
        ? new PersonState(person, Standing.CLOSED, Map.of(), List.of())
        : new PersonState(person, Standing.ACTIVE, survivorship.choose(present), List.of());
  }

  private List<HeldRecord> inForce(PersonRef person) {
    List<HeldRecord> inForce = new ArrayList<>();
    for (MovingRecord record : moving(person)) {
      inForce.add(record.inForce().orElseGet(() -> open(record.ref())));
    }
    Map<RecordRef, MovingRecord> here = moving.getOrDefault(person, Map.of());
    for (RecordRef record : held.getOrDefault(person, Set.of())) {
      if (!here.containsKey(record) && moved.standsIn(record, person)) {
        inForce.add(open(record));
      }
    }
    return inForce;
  }

  private HeldRecord open(RecordRef record) {
    return records.open(Objects.requireNonNull(sealed.get(record)));
  }
}

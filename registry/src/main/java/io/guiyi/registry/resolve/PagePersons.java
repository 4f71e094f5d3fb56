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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.StatelessSession;

/**
 * The persons that a page touches, with the records that stand in them: those held, fetched once
 * for many persons and opened only where needed, and those that the page itself brings.
 */
final class PagePersons {
  private final SourceRecords records;
  private final Map<PersonRef, Map<RecordRef, SealedRecord>> held = new HashMap<>();
  private final Map<PersonRef, Map<RecordRef, MovingRecord>> moving = new HashMap<>();
  private final Set<PersonRef> founded = new HashSet<>();
  private final Set<PersonRef> touched = new LinkedHashSet<>();

  PagePersons(SourceRecords records) {
    this.records = records;
  }

  /** Fetches the records of those {@code persons} that are not here yet. */
  void fetch(StatelessSession session, Collection<PersonRef> persons) {
    Set<PersonRef> missing = new LinkedHashSet<>(persons);
    missing.removeAll(held.keySet());
    missing.removeAll(founded);
    missing.forEach(person -> held.put(person, new TreeMap<>()));
    for (SealedRecord record : records.ofPersons(session, missing)) {
      held.computeIfAbsent(record.person(), _ -> new TreeMap<>()).put(record.record(), record);
    }
  }

  /** A person that this page founds: the register holds no records of it. */
  void found(PersonRef person) {
    founded.add(person);
  }

  /** Whether this page founds {@code person}. */
  boolean isFounded(PersonRef person) {
    return founded.contains(person);
  }

  /** {@code record} stands in {@code person} and has moved. */
  void touch(PersonRef person, MovingRecord record) {
    moving.computeIfAbsent(person, _ -> new TreeMap<>()).put(record.ref(), record);
    touched.add(person);
  }

  /** The records in {@code person} that this page has moved. */
  Collection<MovingRecord> moving(PersonRef person) {
    return moving.getOrDefault(person, Map.of()).values();
  }

  /**
   * Whether {@code record} is the only one in {@code person}. The person is fetched first: if an
   * earlier row of this page joined it, nobody may have looked at it yet.
   */
  boolean isAlone(StatelessSession session, PersonRef person, RecordRef record) {
    fetch(session, List.of(person));
    Set<RecordRef> all = new HashSet<>(held.getOrDefault(person, Map.of()).keySet());
    all.addAll(moving.getOrDefault(person, Map.of()).keySet());
    all.remove(record);
    return all.isEmpty();
  }

  /** The version in force before this page of a record whose person has been fetched, opened. */
  Optional<HeldRecord> heldInForce(PersonRef person, RecordRef record) {
    return Optional.ofNullable(held.getOrDefault(person, Map.of()).get(record)).map(records::open);
  }

  /** What has become of every person touched, in the order in which they were touched. */
  List<PersonState> states(StatelessSession session, Survivorship survivorship) {
    fetch(session, touched);
    return List.copyOf(touched).parallelStream()
        .map(person -> state(person, survivorship))
        .toList();
  }

  private PersonState state(PersonRef person, Survivorship survivorship) {
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
    Set<RecordRef> brought = new HashSet<>();
    for (MovingRecord record : moving.getOrDefault(person, Map.of()).values()) {
      record
          .inForce()
          .ifPresent(version -> {
            inForce.add(version);
            brought.add(version.record());
          });
    }
    for (SealedRecord record : held.getOrDefault(person, Map.of()).values()) {
      if (!brought.contains(record.record())) {
        inForce.add(records.open(record));
      }
    }
    return inForce;
  }
}

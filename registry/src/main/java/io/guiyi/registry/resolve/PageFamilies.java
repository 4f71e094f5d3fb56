package io.guiyi.registry.resolve;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.registry.family.Families;
import io.guiyi.registry.family.PersonKeys;
import io.guiyi.registry.family.RelativeSearch;
import io.guiyi.registry.family.StatedRelation;
import io.guiyi.registry.family.StatedRelative;
import io.guiyi.registry.person.PersonState;
import io.guiyi.registry.record.FindingKeys;
import io.guiyi.seal.LookupHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The families that a page touches. Four things set relations moving: a row that names relatives
 * comes or changes; a row moves to another person; a person who may be named by others comes,
 * changes or closes; and a row is due to be looked up again. Whoever is tied to somebody else by it
 * has a new state, even if no row of that person was in the page. Lives for one transaction, in one
 * thread.
 */
final class PageFamilies {
  private final FamilyRooms rooms;
  private final StatelessSession session;
  private final PagePersons persons;

  /** The rows that came, or whose person is another one. */
  private final Map<RecordRef, MovingRecord> brought = new LinkedHashMap<>();

  /** Records whose statements are to be replaced, and by which. */
  private final Set<RecordRef> replaced = new HashSet<>();

  private final List<StatedRelation> replacing = new ArrayList<>();

  /** Statements of rows that are not in the page, to whom they lead now. */
  private final List<StatedRelation> answered = new ArrayList<>();

  PageFamilies(
      FamilyRooms rooms,
      StatelessSession session,
      PagePersons persons,
      Collection<MovingRecord> records) {
    this.rooms = rooms;
    this.session = session;
    this.persons = persons;
    for (MovingRecord record : records) {
      if (record.stated().isPresent() || record.isRelinked()) {
        brought.put(record.ref(), record);
      }
    }
  }

  /**
   * Finds out who is tied to whom now. Writes nothing but what is due later; {@link #write} does,
   * when the persons and records stand.
   *
   * @param states the persons that the page touches, without relations
   * @return the same with relations, then the persons that only their relations touch, by number
   */
  List<PersonState> settle(List<PersonState> states) {
    Map<PersonRef, PersonState> touched = new LinkedHashMap<>();
    states.forEach(state -> touched.put(state.person(), state));
    Map<PersonRef, PersonKeys> before = rooms.finder().keys(session, held(touched.keySet()));
    Map<PersonRef, PersonKeys> after = new HashMap<>();
    PersonKeys.Touched keys = new PersonKeys.Touched(new HashSet<>(), new HashSet<>());
    for (PersonState state : states) {
      PersonKeys was = before.getOrDefault(state.person(), PersonKeys.none(state.person()));
      PersonKeys is = keysNow(state, was);
      after.put(state.person(), is);
      keys.add(is.since(was));
    }
    List<StatedRelation> held = rooms.stated().ofRecords(session, heldRecords());
    List<StatedRelation> again = rooms.stated().again(session, keys, brought.keySet());
    List<StatedRelation> current = new ArrayList<>();
    Map<RecordRef, List<StatedRelation>> heldByRecord = byRecord(held);
    brought.values().forEach(record -> current.addAll(statedNow(record, heldByRecord)));
    current.addAll(again);
    List<StatedRelation> found = find(current, after);
    Set<PersonRef> tied = differences(held, again, found);
    return withRelations(touched, tied, again, found);
  }

  private static List<StatedRelation> statedNow(
      MovingRecord record, Map<RecordRef, List<StatedRelation>> held) {
    return record
        .stated()
        .orElseGet(() ->
            held.getOrDefault(record.ref(), List.of()).stream()
                .map(one -> one.of(record.person()))
                .toList());
  }

  /** Writes what the rows state, and who that is. */
  void write() {
    rooms.stated().replace(session, replaced, replacing);
    rooms.stated().answer(session, answered);
  }

  private List<PersonRef> held(Collection<PersonRef> all) {
    return all.stream().filter(person -> !persons.isFounded(person)).toList();
  }

  private List<RecordRef> heldRecords() {
    return brought.values().stream().filter(r -> !r.isFresh()).map(MovingRecord::ref).toList();
  }

  private PersonKeys keysNow(PersonState state, PersonKeys before) {
    if (persons.merged().containsKey(state.person())) {
      return PersonKeys.none(state.person());
    }
    Map<RecordRef, FindingKeys> rows = new HashMap<>(before.rows());
    rows.keySet().removeIf(record -> !persons.standsIn(record, state.person()));
    for (MovingRecord record : persons.moving(state.person())) {
      rows.put(record.ref(), record.head().finding());
    }
    return new PersonKeys(
        state.person(), rooms.keys().ownNumber(state.values()).orElse(null), rows);
  }

  /** Looks up again who is meant, among the persons of the page as they are now and all others. */
  private List<StatedRelation> find(
      List<StatedRelation> stated, Map<PersonRef, PersonKeys> touched) {
    Set<LookupHash> numbers = new HashSet<>();
    Set<LookupHash> contacts = new HashSet<>();
    for (StatedRelation one : stated) {
      StatedRelative relative = one.relative();
      add(numbers, relative.number());
      add(contacts, relative.contact());
    }
    Map<PersonRef, PersonKeys> known =
        new HashMap<>(rooms.finder().reached(session, numbers, contacts));
    known.putAll(touched);
    RelativeSearch search = new RelativeSearch(known.values());
    return stated.stream()
        .map(one ->
            one.finding(
                one.subject() == null
                    ? null
                    : search.find(one.relative(), one.subject()).orElse(null)))
        .toList();
  }

  private static void add(Set<LookupHash> hashes, @Nullable LookupHash hash) {
    if (hash != null) {
      hashes.add(hash);
    }
  }

  /** Notes what is to be written, and answers with the persons whose relations it concerns. */
  private Set<PersonRef> differences(
      List<StatedRelation> held, List<StatedRelation> again, List<StatedRelation> found) {
    Set<PersonRef> tied = new TreeSet<>(Comparator.comparing(PersonRef::number));
    Map<RecordRef, List<StatedRelation>> before = byRecord(held);
    Map<RecordRef, List<StatedRelation>> now =
        byRecord(found.stream().filter(one -> brought.containsKey(one.record())).toList());
    for (RecordRef record : brought.keySet()) {
      List<StatedRelation> was = before.getOrDefault(record, List.of());
      List<StatedRelation> is = now.getOrDefault(record, List.of());
      if (!sameAs(was, is)) {
        if (!was.isEmpty()) {
          replaced.add(record);
        }
        replacing.addAll(is);
        was.forEach(one -> addTied(tied, one));
        is.forEach(one -> addTied(tied, one));
      }
    }
    Map<Place, StatedRelation> asked = new HashMap<>();
    again.forEach(one -> asked.put(Place.of(one), one));
    for (StatedRelation one : found) {
      StatedRelation was = asked.get(Place.of(one));
      if (was != null) {
        answered.add(one);
        if (!was.saysAs(one)) {
          addTied(tied, was);
          addTied(tied, one);
        }
      }
    }
    return tied;
  }

  /** Where a statement stands. */
  private record Place(RecordRef record, int ordinal) {
    static Place of(StatedRelation one) {
      return new Place(one.record(), one.ordinal());
    }
  }

  private static Map<RecordRef, List<StatedRelation>> byRecord(List<StatedRelation> stated) {
    return stated.stream().collect(Collectors.groupingBy(StatedRelation::record));
  }

  private static boolean sameAs(List<StatedRelation> was, List<StatedRelation> is) {
    if (was.size() != is.size()) {
      return false;
    }
    Map<Integer, StatedRelation> before = new HashMap<>();
    was.forEach(one -> before.put(one.ordinal(), one));
    return is.stream()
        .allMatch(one -> {
          StatedRelation old = before.get(one.ordinal());
          return old != null && old.saysAs(one);
        });
  }

  private static void addTied(Set<PersonRef> tied, StatedRelation one) {
    if (one.subject() != null) {
      tied.add(one.subject());
    }
    if (one.found() != null) {
      tied.add(one.found());
    }
  }

  private List<PersonState> withRelations(
      Map<PersonRef, PersonState> touched,
      Set<PersonRef> tied,
      List<StatedRelation> again,
      List<StatedRelation> found) {
    Set<PersonRef> all = new HashSet<>(touched.keySet());
    all.addAll(tied);
    Set<Place> looked = again.stream().map(Place::of).collect(Collectors.toSet());
    List<StatedRelation> around = new ArrayList<>(found);
    for (StatedRelation one : rooms.stated().around(session, held(all))) {
      if (!brought.containsKey(one.record()) && !looked.contains(Place.of(one))) {
        around.add(living(one));
      }
    }
    Map<PersonRef, PersonId> ids = ids(around);
    Map<PersonRef, List<Relation>> relations =
        Families.of(all, around, person -> Objects.requireNonNull(ids.get(person)));
    List<PersonState> states = new ArrayList<>(touched.values());
    states.addAll(
        rooms
            .persons()
            .inForce(
                session, tied.stream().filter(person -> !touched.containsKey(person)).toList()));
    return states.stream()
        .map(state -> state.with(relations.getOrDefault(state.person(), List.of())))
        .toList();
  }

  /** The same, about whom a person became that is merged now and not looked up again yet. */
  private StatedRelation living(StatedRelation one) {
    PersonRef found = one.found();
    PersonRef now = found == null ? null : persons.merged().get(found);
    return now == null ? one : one.finding(now);
  }

  private Map<PersonRef, PersonId> ids(List<StatedRelation> around) {
    Set<PersonRef> named = new HashSet<>();
    around.forEach(one -> addTied(named, one));
    Map<PersonRef, PersonId> ids = new HashMap<>(rooms.finder().ids(session, held(named)));
    // The register still has those as whom they were.
    rooms
        .persons()
        .heads(session, persons.revived())
        .values()
        .forEach(head -> ids.put(head.person(), head.id()));
    named.stream()
        .filter(persons::isFounded)
        .forEach(person -> ids.put(person, rooms.ids().of(person)));
    return ids;
  }
}

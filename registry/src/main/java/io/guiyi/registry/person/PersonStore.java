package io.guiyi.registry.person;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.registry.store.HashColumn;
import io.guiyi.seal.KeyedHash;
import io.guiyi.seal.LookupHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Appends persons and their versions. A version is appended only if standing or values differ from
 * the version in force; the heads move with it.
 */
@Component
public class PersonStore {
  private static final String KIND = "person-version";

  private static final String HEADS =
      """
      select p.id, p.public_id, p.version, p.standing, p.merged_into, v.content_hash,
             p.number_hash, p.recorded_at
      from person p join person_version v on v.person_id = p.id and v.version = p.version
      where p.id = any(:ids)
      """;

  private static final String IN_FORCE =
      """
      select p.id, p.version, p.standing, p.merged_into, v.identity_sealed, v.contact_sealed
      from person p join person_version v on v.person_id = p.id and v.version = p.version
      where p.id = any(:ids) order by p.id
      """;

  private final KeyedHash hash;
  private final LookUpKeys keys;
  private final SealedValues sealed;
  private final PersonIds ids;

  PersonStore(KeyedHash hash, LookUpKeys keys, SealedValues sealed, PersonIds ids) {
    this.hash = hash;
    this.keys = keys;
    this.sealed = sealed;
    this.ids = ids;
  }

  /** The heads of {@code persons}, by number. */
  public Map<PersonRef, PersonHead> heads(StatelessSession session, Collection<PersonRef> persons) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    Long[] numbers = persons.stream().map(PersonRef::number).toArray(Long[]::new);
    return session
        .createNativeQuery(HEADS, Object[].class)
        .addScalar("id", Long.class)
        .addScalar("public_id", String.class)
        .addScalar("version", Integer.class)
        .addScalar("standing", String.class)
        .addScalar("merged_into", Long.class)
        .addScalar("content_hash", byte[].class)
        .addScalar("number_hash", byte[].class)
        .addScalar("recorded_at", Instant.class)
        .setParameter("ids", numbers, Long[].class)
        .getResultList()
        .stream()
        .map(PersonStore::head)
        .collect(Collectors.toMap(PersonHead::person, head -> head));
  }

  private static PersonHead head(Object[] row) {
    return new PersonHead(
        new PersonRef((Long) row[0]),
        new PersonId((String) row[1]),
        (Integer) row[2],
        Person.Standing.valueOf((String) row[3]),
        row[4] == null ? null : new PersonRef((Long) row[4]),
        HashColumn.hash((byte[]) row[5]),
        HashColumn.hashOrNull((byte[]) row[6]),
        (Instant) row[7]);
  }

  /** What is in force of {@code persons}, opened, in the order of their numbers. */
  public List<PersonState> inForce(StatelessSession session, Collection<PersonRef> persons) {
    if (persons.isEmpty()) {
      return List.of();
    }
    Long[] numbers = persons.stream().map(PersonRef::number).toArray(Long[]::new);
    return session
        .createNativeQuery(IN_FORCE, Object[].class)
        .addScalar("id", Long.class)
        .addScalar("version", Integer.class)
        .addScalar("standing", String.class)
        .addScalar("merged_into", Long.class)
        .addScalar("identity_sealed", byte[].class)
        .addScalar("contact_sealed", byte[].class)
        .setParameter("ids", numbers, Long[].class)
        .getResultList()
        .parallelStream()
        .map(this::state)
        .toList();
  }

  private PersonState state(Object[] row) {
    PersonRef person = new PersonRef((Long) row[0]);
    int version = (Integer) row[1];
    SealedValues.Opened identity =
        sealed.open(person, version, PersonField.Sensitivity.IDENTITY, (byte[]) row[4]);
    Map<PersonField, SurvivingValue> values = new EnumMap<>(PersonField.class);
    values.putAll(identity.values());
    values.putAll(
        sealed.open(person, version, PersonField.Sensitivity.CONTACT, (byte[]) row[5]).values());
    return new PersonState(
        person,
        Person.Standing.valueOf((String) row[2]),
        row[3] == null ? null : new PersonRef((Long) row[3]),
        values,
        identity.relations());
  }

  /**
   * Appends a version for each person whose state differs from the one in force, and the person
   * itself where there is none yet.
   *
   * @param states one for each person, in the order in which they are to be told
   * @return the new heads of the persons that changed, in the same order
   */
  public List<PersonHead> append(
      StatelessSession session, List<PersonState> states, Instant recordedAt) {
    Map<PersonRef, PersonHead> heads =
        heads(session, states.stream().map(PersonState::person).toList());
    List<Step> steps =
        states.parallelStream()
            .map(state -> step(heads.get(state.person()), state, recordedAt))
            .filter(Step::isChange)
            .toList();
    List<PersonRow> fresh = new ArrayList<>();
    List<PersonRow> moved = new ArrayList<>();
    Set<PersonRef> held = new HashSet<>(heads.keySet());
    for (Step step : steps) {
      (held.contains(step.head.person()) ? moved : fresh).add(new PersonRow(step.head));
    }
    session.insertMultiple(fresh);
    session.updateMultiple(moved);
    session.insertMultiple(steps.stream().map(step -> step.row).toList());
    return steps.stream().map(step -> step.head).toList();
  }

  /** Whom each of {@code persons} has become, in their order; itself if it was not merged. */
  public List<PersonRef> livingOf(StatelessSession session, List<PersonRef> persons) {
    Map<PersonRef, PersonHead> heads = heads(session, persons);
    return persons.stream()
        .map(heads::get)
        .filter(Objects::nonNull)
        .map(head -> head.mergedInto() == null ? head.person() : head.mergedInto())
        .toList();
  }

  /** The persons that redirect to {@code person}, by number. */
  public List<PersonRef> redirected(StatelessSession session, PersonRef person) {
    return session
        .createNativeQuery("select id from person where merged_into = :to order by id", Long.class)
        .setParameter("to", person.number())
        .getResultStream()
        .map(PersonRef::new)
        .toList();
  }

  /**
   * Lets merged persons lead elsewhere, because the one they led to was merged or lives again.
   * Their versions stay what they were.
   */
  public void redirect(StatelessSession session, Collection<PersonRef> merged, PersonRef to) {
    if (!merged.isEmpty()) {
      session
          .createNativeMutationQuery(
              "update person set merged_into = :to"
                  + " where id = any(:ids) and standing = 'MERGED'")
          .setParameter("to", to.number())
          .setParameter(
              "ids", merged.stream().map(PersonRef::number).toArray(Long[]::new), Long[].class)
          .executeUpdate();
    }
  }

  /** A person's new head with the version to append; no row if nothing differs. */
  private record Step(PersonHead head, @Nullable PersonVersionRow row) {
    boolean isChange() {
      return row != null;
    }
  }

  private Step step(@Nullable PersonHead before, PersonState state, Instant recordedAt) {
    String form = form(state);
    if (before != null && hash.matches(before.content(), KIND, form)) {
      return new Step(before, null);
    }
    LookupHash content = hash.hash(KIND, form);
    LookupHash number = keys.ownNumber(state.values()).orElse(null);
    PersonHead head =
        before == null
            ? new PersonHead(
                state.person(),
                ids.of(state.person()),
                1,
                state.standing(),
                state.mergedInto(),
                content,
                number,
                recordedAt)
            : new PersonHead(
                before.person(),
                before.id(),
                before.version() + 1,
                state.standing(),
                state.mergedInto(),
                content,
                number,
                before.recordedAt());
    return new Step(head, seal(head, state, recordedAt));
  }

  private PersonVersionRow seal(PersonHead head, PersonState state, Instant recordedAt) {
    PersonVersionRow row = new PersonVersionRow();
    row.personId = head.person().number();
    row.version = head.version();
    row.standing = head.standing().name();
    row.mergedInto = head.mergedInto() == null ? null : head.mergedInto().number();
    row.identitySealed = sealed.sealIdentity(state, head.version());
    row.contactSealed = sealed.sealContact(state, head.version());
    row.contentHash = HashColumn.bytes(head.content());
    row.recordedAt = recordedAt;
    return row;
  }

  /**
   * What two versions must share to be the same: standing, values and relations, and the records
   * they come from. That such a record has a newer version that says the same is no change of the
   * person.
   */
  private String form(PersonState state) {
    StringBuilder form = new StringBuilder(state.standing().name());
    PersonRef mergedInto = state.mergedInto();
    if (mergedInto != null) {
      form.append(' ').append(ids.of(mergedInto));
    }
    for (PersonField field : PersonField.values()) {
      SurvivingValue value = state.values().get(field);
      if (value != null) {
        form.append('\n')
            .append(field.label())
            .append('=')
            .append(value.value())
            .append('@')
            .append(value.provenance().record());
      }
    }
    for (Relation relation : state.relations()) {
      form.append('\n').append(relation.role().label()).append('=').append(relation.relation());
      form.append(' ').append(relation.person()).append(' ').append(relation.since());
      relation.stated().forEach(row -> form.append('@').append(row.record()));
    }
    return form.toString();
  }
}

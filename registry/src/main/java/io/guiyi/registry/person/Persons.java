package io.guiyi.registry.person;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.registry.store.HashColumn;
import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.LookupHash;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks persons up. Every answer is the version in force, opened; merged persons lead to the one.
 */
@Component
public class Persons {
  /** The most persons one search answers with. */
  public static final int FOUND_MAX = 20;

  /** Redirects are flat (a merged person points at a living one), so that more is a fault. */
  private static final int REDIRECTS_MAX = 8;

  private static final String BY_RECORD =
      """
      select distinct person_id from source_record
      where %s = any(:hashes) and person_id is not null order by person_id limit :limit
      """;

  private static final String REDIRECTS =
      """
      select p.public_id as old_id, m.public_id as new_id
      from person p join person m on m.id = p.merged_into
      where p.public_id = any(:named)
      """;

  private final Transactions transactions;
  private final SealedValues sealed;
  private final LookUpKeys keys;

  Persons(Transactions transactions, SealedValues sealed, LookUpKeys keys) {
    this.transactions = transactions;
    this.sealed = sealed;
    this.keys = keys;
  }

  /** The person of that id, or the one it was merged into. */
  public Optional<Person> byId(PersonId id) {
    return transactions.inTransaction(session ->
        session
            .createQuery("from PersonRow where publicId = :id", PersonRow.class)
            .setParameter("id", id.text())
            .uniqueResultOptional()
            .map(row -> open(session, living(session, row))));
  }

  /**
   * The persons whose own number this is: normally one. A person who merely stands in a row with
   * the number (a child in a row with a parent's) is left out.
   */
  public List<Person> byIdNumber(IdNumber number) {
    return byRecords("number_hash", keys.asked(number)).stream()
        .filter(
            person -> person.value(PersonField.ID_NUMBER).filter(number.text()::equals).isPresent())
        .toList();
  }

  /** The persons of whom a row says this name and birth date; at most {@link #FOUND_MAX}. */
  public List<Person> byNameAndBirthDate(PersonName name, LocalDate birth) {
    return byRecords("name_birth_hash", keys.asked(name, birth));
  }

  /** The person of that number in the register; for rooms that hold numbers. */
  public Optional<Person> byNumber(PersonRef person) {
    return transactions.inTransaction(session ->
        Optional.ofNullable(session.get(PersonRow.class, person.number()))
            .map(row -> open(session, row)));
  }

  /** The number of the person of that id, or of the one it was merged into. */
  public Optional<PersonRef> living(StatelessSession session, PersonId id) {
    return session
        .createQuery("from PersonRow where publicId = :id", PersonRow.class)
        .setParameter("id", id.text())
        .uniqueResultOptional()
        .map(row -> new PersonRef(living(session, row).id));
  }

  private List<Person> byRecords(String column, List<LookupHash> hashes) {
    return transactions.inTransaction(session -> {
      List<Long> numbers =
          session
              .createNativeQuery(BY_RECORD.formatted(column), Long.class)
              .setParameter("hashes", HashColumn.bytes(hashes), byte[][].class)
              .setParameter("limit", FOUND_MAX)
              .getResultList();
      return openAll(session, numbers);
    });
  }

  private List<Person> openAll(StatelessSession session, Collection<Long> numbers) {
    Map<Long, Person> found = new LinkedHashMap<>();
    for (Long number : numbers) {
      PersonRow row = living(session, required(session, number));
      found.computeIfAbsent(row.id, _ -> open(session, row));
    }
    return found.values().stream().sorted(Comparator.comparing(Person::id)).toList();
  }

  private static PersonRow living(StatelessSession session, PersonRow start) {
    PersonRow row = start;
    for (int step = 0; row.mergedInto != null; step++) {
      if (step == REDIRECTS_MAX) {
        throw new IllegalStateException(
            "person %s is redirected more than %d times; the redirects form a ring"
                .formatted(start.publicId, REDIRECTS_MAX));
      }
      row = required(session, row.mergedInto);
    }
    return row;
  }

  private static PersonRow required(StatelessSession session, long number) {
    PersonRow row = session.get(PersonRow.class, number);
    if (row == null) {
      throw new IllegalStateException("person number %d is not in the register".formatted(number));
    }
    return row;
  }

  private Person open(StatelessSession session, PersonRow row) {
    PersonVersionRow version =
        session.get(PersonVersionRow.class, new PersonVersionRow.Key(row.id, row.version));
    if (version == null) {
      throw new IllegalStateException(
          "person %s has no version %d".formatted(row.publicId, row.version));
    }
    PersonRef person = new PersonRef(row.id);
    Map<PersonField, SurvivingValue> values = new EnumMap<>(PersonField.class);
    SealedValues.Opened identity =
        sealed.open(person, row.version, PersonField.Sensitivity.IDENTITY, version.identitySealed);
    values.putAll(identity.values());
    values.putAll(
        sealed
            .open(person, row.version, PersonField.Sensitivity.CONTACT, version.contactSealed)
            .values());
    return new Person(
        new PersonId(row.publicId),
        row.version,
        Person.Standing.valueOf(row.standing),
        redirect(session, row.mergedInto),
        values,
        living(session, identity.relations()));
  }

  /** The same relations, with those who were merged since as whom they became. */
  private static List<Relation> living(StatelessSession session, List<Relation> relations) {
    String[] named =
        relations.stream()
            .map(Relation::person)
            .filter(Objects::nonNull)
            .map(PersonId::text)
            .toArray(String[]::new);
    if (named.length == 0) {
      return relations;
    }
    Map<PersonId, PersonId> redirects = new HashMap<>();
    session
        .createNativeQuery(REDIRECTS, Object[].class)
        .addScalar("old_id", String.class)
        .addScalar("new_id", String.class)
        .setParameter("named", named, String[].class)
        .getResultList()
        .forEach(
            row -> redirects.put(new PersonId((String) row[0]), new PersonId((String) row[1])));
    return relations.stream().map(relation -> relation.redirected(redirects)).toList();
  }

  private static @Nullable PersonId redirect(StatelessSession session, @Nullable Long mergedInto) {
    return mergedInto == null ? null : new PersonId(required(session, mergedInto).publicId);
  }
}

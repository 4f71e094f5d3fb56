package io.guiyi.registry.family;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.record.FindingKeys;
import io.guiyi.registry.store.HashColumn;
import io.guiyi.seal.LookupHash;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads by what persons are found. Persons that were merged are found by nothing; their ids lead to
 * the one they became.
 */
@Component
public class PersonFinder {
  private static final String KEYS =
      """
      select p.id, p.number_hash, r.id as record_id, r.sound_hash, r.contact_hash
      from person p left join source_record r on r.person_id = p.id
      where p.standing <> 'MERGED' and p.id in (%s)
      """;

  private static final String THESE = "select unnest(cast(:ids as bigint[]))";

  private static final String REACHED =
      """
      select id from person where number_hash = any(:numbers)
      union
      select person_id from source_record where contact_hash = any(:contacts)\
      """;

  private static final String IDS =
      """
      select p.id, coalesce(m.public_id, p.public_id) as public_id
      from person p left join person m on m.id = p.merged_into
      where p.id = any(:ids)
      """;

  /** The keys of {@code persons}; of none that is not held. */
  public Map<PersonRef, PersonKeys> keys(StatelessSession session, Collection<PersonRef> persons) {
    return persons.isEmpty()
        ? Map.of()
        : read(query(session, THESE).setParameter("ids", numbers(persons), Long[].class));
  }

  /** Every person that one of the keys may mean. */
  public Map<PersonRef, PersonKeys> reached(
      StatelessSession session, Set<LookupHash> numbers, Set<LookupHash> contacts) {
    return numbers.isEmpty() && contacts.isEmpty()
        ? Map.of()
        : read(
            query(session, REACHED)
                .setParameter("numbers", HashColumn.bytes(List.copyOf(numbers)), byte[][].class)
                .setParameter("contacts", HashColumn.bytes(List.copyOf(contacts)), byte[][].class));
  }

  /** The public ids of {@code persons}, redirects followed. */
  public Map<PersonRef, PersonId> ids(StatelessSession session, Collection<PersonRef> persons) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    return session
        .createNativeQuery(IDS, Object[].class)
        .addScalar("id", Long.class)
        .addScalar("public_id", String.class)
        .setParameter("ids", numbers(persons), Long[].class)
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> new PersonRef((Long) row[0]), row -> new PersonId((String) row[1])));
  }

  private static Long[] numbers(Collection<PersonRef> persons) {
    return persons.stream().map(PersonRef::number).toArray(Long[]::new);
  }

  private static NativeQuery<Object[]> query(StatelessSession session, String persons) {
    return session
        .createNativeQuery(KEYS.formatted(persons), Object[].class)
        .addScalar("id", Long.class)
        .addScalar("number_hash", byte[].class)
        .addScalar("record_id", Long.class)
        .addScalar("sound_hash", byte[].class)
        .addScalar("contact_hash", byte[].class);
  }

  private static Map<PersonRef, PersonKeys> read(NativeQuery<Object[]> query) {
    Map<PersonRef, @Nullable LookupHash> numbers = new HashMap<>();
    Map<PersonRef, Map<RecordRef, FindingKeys>> rows = new HashMap<>();
    for (Object[] row : query.getResultList()) {
      PersonRef person = new PersonRef((Long) row[0]);
      numbers.put(person, HashColumn.hashOrNull((byte[]) row[1]));
      Map<RecordRef, FindingKeys> own = rows.computeIfAbsent(person, _ -> new HashMap<>());
      if (row[2] != null) {
        own.put(
            new RecordRef((Long) row[2]),
            new FindingKeys(
                HashColumn.hashOrNull((byte[]) row[3]), HashColumn.hashOrNull((byte[]) row[4])));
      }
    }
    Map<PersonRef, PersonKeys> keys = new HashMap<>();
    rows.forEach(
        (person, own) -> keys.put(person, new PersonKeys(person, numbers.get(person), own)));
    return keys;
  }
}

package io.guiyi.lab.drill;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.Person;
import io.guiyi.registry.person.Persons;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a register concludes, without the numbers that it gave along the way: comparable between
 * hubs that have the same keys. It holds keyed hashes and digests, no values.
 *
 * @param records each source record by source and hash of its key: presence, standing, how many
 *     versions, and the hash of the one in force
 * @param persons each person by its records: standing, and a digest of the surviving values
 * @param cases the open review cases: record and trigger
 * @param quarantine what is held aside: source, hash of the content, reason and field
 */
record Conclusions(
    Map<String, String> records,
    Map<String, String> persons,
    Set<String> cases,
    Set<String> quarantine) {

  private static final String RECORDS =
      """
      select concat_ws(' ', r.source, encode(r.key_hash, 'hex')),
             concat_ws(' ', r.presence, r.standing, r.versions, encode(v.content_hash, 'hex'))
      from source_record r
      join source_record_version v on v.record_id = r.id and v.version = r.current_version
      """;

  private static final String MEMBERS =
      """
      select p.id,
             string_agg(concat_ws(' ', r.source, encode(r.key_hash, 'hex')), ','
                        order by r.source collate "C", r.key_hash)
      from person p left join source_record r on r.person_id = p.id
      group by p.id
      """;

  private static final String CASES =
      """
      select concat_ws(' ', r.source, encode(r.key_hash, 'hex'), c.trigger)
      from review_case c join source_record r on r.id = c.record_id
      where c.standing = 'OPEN'
      """;

  private static final String QUARANTINE =
      """
      select concat_ws(' ', source, encode(content_hash, 'hex'), reason, field) from quarantined
      """;

  /** What the register of {@code hub} concludes now. */
  static Conclusions of(Hub hub) {
    return new Conclusions(records(hub), persons(hub), lines(hub, CASES), lines(hub, QUARANTINE));
  }

  private static Map<String, String> records(Hub hub) {
    return rows(hub, RECORDS).stream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
  }

  private static Map<String, String> persons(Hub hub) {
    Persons persons = hub.bean(Persons.class);
    Map<String, String> digests = new TreeMap<>();
    for (Object[] row : rows(hub, MEMBERS)) {
      PersonRef number = new PersonRef(((Number) row[0]).longValue());
      String members = row[1] == null ? "nobody's " + number.number() : (String) row[1];
      digests.put(members, digest(persons.byNumber(number).orElseThrow()));
    }
    return digests;
  }

  private static String digest(Person person) {
    String values =
        person.values().entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue().value())
            .collect(Collectors.joining("\n", person.standing() + "\n", ""));
    return Sm3.of(values.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static List<Object[]> rows(Hub hub, String query) {
    return hub.bean(Transactions.class)
        .inTransaction(session -> session.createNativeQuery(query, Object[].class).getResultList());
  }

  private static Set<String> lines(Hub hub, String query) {
    return hub.bean(Transactions.class)
        .inTransaction(session ->
            new TreeSet<>(session.createNativeQuery(query, String.class).getResultList()));
  }

  /** In what these differ from {@code others}, a sentence each; empty if in nothing. */
  List<String> differences(Conclusions others) {
    List<String> differences = new ArrayList<>();
    compare(differences, "records", lines(records), lines(others.records));
    compare(differences, "persons", lines(persons), lines(others.persons));
    compare(differences, "review cases", cases, others.cases);
    compare(differences, "quarantined rows", quarantine, others.quarantine);
    return differences;
  }

  private static Set<String> lines(Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.toSet());
  }

  private static void compare(
      List<String> differences, String what, Set<String> these, Set<String> others) {
    long added = these.stream().filter(one -> !others.contains(one)).count();
    long missing = others.stream().filter(one -> !these.contains(one)).count();
    if (added + missing > 0) {
      differences.add(
          "of %d %s, %d are not as in the undisturbed run, which has %d that are not here"
              .formatted(these.size(), what, added, missing));
    }
  }
}

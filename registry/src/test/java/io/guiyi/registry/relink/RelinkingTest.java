package io.guiyi.registry.relink;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.Matcher;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.decision.LinkFacts;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.resolve.IndexKeeper;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.registry.steward.Preview;
import io.guiyi.registry.steward.Stewardship;
import io.guiyi.registry.steward.Verdict;
import io.guiyi.registry.steward.VerdictCommand;
import io.guiyi.registry.steward.VerdictOutcome;
import io.guiyi.registry.store.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The plan applied to a real register, whatever the kernel says. */
@DisplayName("A relink")
class RelinkingTest {
  private static final LocalDate BORN = LocalDate.of(1971, 11, 30);
  private static final Row FIRST =
      Rows.police("P1", "陈志强", LocalDate.of(1971, 11, 30), 105).phone("13700003333");
  private static final Row AGAIN =
      Rows.police("P2", "陈志强", LocalDate.of(1971, 11, 30), 105).phone("13700003333");
  private static final Row OTHER =
      Rows.police("P3", "林大海", LocalDate.of(1985, 4, 12), 31).phone("13700004444");

  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
    register.apply("police", "1", List.of(FIRST.record(), AGAIN.record(), OTHER.record()));
  }

  @Test
  @DisplayName("that finds what stands changes nothing")
  void nothing() {
    long changes = register.count("person_change");
    RelinkOutcome outcome = relinking("aab").run("zhang.wei", "a better model");
    assertThat(outcome.isNothing()).isTrue();
    assertThat(outcome).returns(3L, RelinkOutcome::records).returns(2L, RelinkOutcome::clusters);
    assertThat(register.count("person_change")).isEqualTo(changes);
  }

  @Test
  @DisplayName("merges and splits, tells of it, and the second time changes nothing")
  void twice() {
    assertThat(relinking("abb").rehearse())
        .returns(1L, RelinkOutcome::moved)
        .returns(0L, RelinkOutcome::founded);
    RelinkOutcome outcome = relinking("abb").run("zhang.wei", "a better model");
    assertThat(outcome).returns(1L, RelinkOutcome::moved).returns(0L, RelinkOutcome::merged);
    assertThat(persons()).containsExactly(1L, 2L, 2L);
    assertThat(relinking("aaa").run("zhang.wei", "a better model"))
        .returns(1L, RelinkOutcome::merged)
        .returns(1L, RelinkOutcome::clusters);
    assertThat(
            register.rows(
                "select kind from person_change where cause = 'RELINK' order by kind",
                String.class))
        .containsExactly("MERGED", "SPLIT", "UPSERTED", "UPSERTED");
    long changes = register.count("person_change");
    long audited = register.count("audit_entry");
    assertThat(relinking("aaa").run("zhang.wei", "a better model").isNothing()).isTrue();
    assertThat(register.count("person_change")).isEqualTo(changes);
    assertThat(register.count("audit_entry")).isEqualTo(audited);
    assertThat(register.get(IndexKeeper.class).isInStep()).isTrue();
  }

  @Test
  @DisplayName("leaves what something else moved meanwhile for the next one")
  void overtaken() {
    Partition late =
        (records, _) -> {
          register.apply(
              "labour",
              "1",
              List.of(
                  Rows.labour("L1", "陈志强", LocalDate.of(1971, 11, 30), 105)
                      .phone("13700003333")
                      .record()));
          return clusters("abb", records);
        };
    RelinkOutcome outcome = relinking(late).run("zhang.wei", "a better model");
    assertThat(outcome).returns(3L, RelinkOutcome::overtaken).returns(0L, RelinkOutcome::moved);
    assertThat(persons()).containsExactly(1L, 1L, 2L, 1L);
  }

  @Test
  @DisplayName("leaves what came to say something else meanwhile for the next one")
  void overtakenByValues() {
    Partition late =
        (records, _) -> {
          register.apply("police", "2", List.of(AGAIN.living("慈溪市浒山街道 1 号").day(1).record()));
          return clusters("abb", records);
        };
    RelinkOutcome outcome = relinking(late).run("zhang.wei", "a better model");
    assertThat(outcome).returns(3L, RelinkOutcome::overtaken).returns(0L, RelinkOutcome::moved);
    assertThat(persons()).containsExactly(1L, 1L, 2L);
  }

  @Test
  @DisplayName("does not join what a steward said meanwhile are different persons")
  void overtakenByFacts() {
    register.apply(
        "labour", "1", List.of(Rows.labour("L1", "陈志强", BORN, 105).unnumbered().record()));
    Stewardship stewards = register.get(Stewardship.class);
    String question = stewards.open(null, null, 10).getFirst().id();
    PersonId third = new PersonId(personIds().get(2));
    Verdict verdict = new Verdict.DifferentPersons(question, List.of(third));
    Partition late =
        (records, _) -> {
          String seen = ((Preview.Effect) stewards.preview(verdict)).seen();
          assertThat(stewards.decide(new VerdictCommand(verdict, "wang.fang", "they met", seen)))
              .isInstanceOf(VerdictOutcome.Decided.class);
          return clusters("aabb", records);
        };
    RelinkOutcome outcome = relinking(late).run("zhang.wei", "a better model");
    assertThat(outcome).returns(2L, RelinkOutcome::overtaken).returns(0L, RelinkOutcome::moved);
    assertThat(personIds().getLast()).isEqualTo("-");
  }

  @Test
  @DisplayName("answers what was asked about a link by moving the record")
  void answers() {
    register.apply("police", "2", List.of(AGAIN.unnumbered().phone(null).day(1).record()));
    assertThat(register.get(Stewardship.class).open(null, null, 10)).hasSize(1);
    assertThat(relinking("aba").run("zhang.wei", "a better model").moved()).isPositive();
    assertThat(register.rows("select standing || closing_reason from review_case", String.class))
        .containsExactly("CLOSEDDECIDED_AGAIN");
  }

  @Test
  @DisplayName("may move any number of records at once, for as long a reason as one likes")
  void many() {
    List<CanonicalRecord> rows = new ArrayList<>();
    for (int i = 0; i < 301; i++) {
      LocalDate born = LocalDate.of(1950, 1, 1).plusDays(31L * i);
      String name = "赵钱孙李周吴郑王冯陈".charAt(i % 10) + "" + (char) ('一' + 7 * i);
      rows.add(Rows.police("M" + i, name, born, 1 + i).record());
    }
    register.apply("police", "2", rows);
    String reason = "a better model ".repeat(30);
    RelinkOutcome outcome = relinking("a".repeat(304)).run("zhang.wei", reason);
    assertThat(outcome.moved()).isGreaterThanOrEqualTo(300);
    assertThat(persons()).containsOnly(1L);
    assertThat(
            register.rows(
                "select detail from audit_entry where action = 'relink.applied'", String.class))
        .singleElement()
        .satisfies(detail -> assertThat(detail).contains("movesSm3").doesNotContain("better"));
  }

  /** To whom each record belongs; "-" if it waits. */
  private List<String> personIds() {
    return register.rows(
        "select coalesce(p.public_id, '-') from source_record r"
            + " left join person p on p.id = r.person_id order by r.id",
        String.class);
  }

  private List<Long> persons() {
    Map<Long, Long> named = new TreeMap<>();
    return register.rows("select person_id from source_record order by id", Long.class).stream()
        .map(person -> named.computeIfAbsent(person, _ -> named.size() + 1L))
        .toList();
  }

  private Relinking relinking(String clusters) {
    return relinking((records, _) -> clusters(clusters, records));
  }

  private Relinking relinking(Partition partition) {
    return new Relinking(
        register.get(Transactions.class),
        register.get(SourceRecords.class),
        register.get(LinkFacts.class),
        register.get(Matcher.class),
        register.get(Resolver.class),
        register.get(AuditLog.class),
        partition);
  }

  private static Map<RecordRef, Integer> clusters(
      String letters, SortedMap<RecordRef, Profile> records) {
    Map<RecordRef, Integer> clusters = new TreeMap<>();
    records.keySet().forEach(record -> clusters.put(record, (int) letters.charAt(clusters.size())));
    return clusters;
  }
}

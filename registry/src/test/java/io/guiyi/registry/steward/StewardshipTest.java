package io.guiyi.registry.steward;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.review.ReviewCase;
import io.guiyi.seal.HashChain;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A steward")
class StewardshipTest {
  private static final LocalDate BIRTH = LocalDate.of(1990, 3, 7);
  private static final Row POLICE =
      Rows.police("P1", "张惠珍", BIRTH, 22).phone("13900001111").living("慈溪市浒山街道 1 号");
  private static final Row LABOUR = Rows.labour("L1", "张惠珍", BIRTH, 22).phone("13900002222");

  /** Name and birth date of {@link #POLICE}, which is never enough: the machine asks. */
  private static final Row NAMESAKE = Rows.labour("L2", "张惠珍", BIRTH, 22).unnumbered();

  /** Somebody else altogether. */
  private static final Row OTHER =
      Rows.labour("L3", "陈志强", LocalDate.of(1971, 11, 30), 105).phone("13700003333");

  private RegisterFixture register;
  private City city;
  private Stewardship stewards;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
    city = new City(register);
    stewards = register.get(Stewardship.class);
  }

  @Test
  @DisplayName("sees a case: why, the record and those it was compared with, masked")
  void sees() {
    city.arrive(POLICE);
    city.arrive(NAMESAKE);
    assertThat(stewards.openCounts().values()).containsExactly(1L);
    CaseView view = city.onlyCase();
    assertThat(view.isOpen()).isTrue();
    assertThat(view.record().person()).isNull();
    assertThat(view.record().values())
        .containsEntry("name", "张**")
        .allSatisfy((_, value) -> assertThat(value).doesNotContain("惠珍", "-03-07"));
    assertThat(view.candidates())
        .singleElement()
        .satisfies(candidate -> {
          assertThat(candidate.record().person()).isEqualTo(city.personOf(1));
          assertThat(candidate.levels())
              .anySatisfy(level -> assertThat(level.comparison()).isEqualTo("name"));
        });
  }

  @Test
  @DisplayName("says that a waiting record is that person: it is linked for good, and all is kept")
  void same() {
    city.arrive(POLICE);
    city.arrive(NAMESAKE.phone("13900005555").day(3));
    CaseView view = city.onlyCase();
    CaseDecision decision = city.same(view, city.personOf(1));
    assertThat(city.personOf(2)).isEqualTo(city.personOf(1));
    assertThat(decision.records()).containsExactly(city.record(1), city.record(2));
    assertThat(decision.caseId()).isEqualTo(view.id());
    assertThat(stewards.open(null, null, 10)).isEmpty();
    assertThat(stewards.show(view.id()).orElseThrow())
        .returns(ReviewCase.Closing.ANSWERED, CaseView::closing)
        .returns(List.of(decision), CaseView::decisions);
    assertThat(register.rows("select kind from link_fact", String.class))
        .containsExactly("ALWAYS_LINK");
    assertThat(register.rows("select kind from link_event order by id desc limit 1", String.class))
        .containsExactly("ASSERTED");
    assertThat(
            register.rows("select cause from person_change order by id desc limit 1", String.class))
        .containsExactly("STEWARD");
    assertThat(
            register.rows(
                "select actor || ' ' || action from audit_entry order by number desc limit 1",
                String.class))
        .containsExactly("zhang.wei identity.same");
    assertThat(register.get(AuditLog.class).verify()).isInstanceOf(HashChain.Intact.class);
  }

  @Test
  @DisplayName("undoes it: the record waits again, the same case is open, nothing else is left")
  void undoesSame() {
    city.arrive(POLICE, OTHER);
    city.arrive(NAMESAKE);
    List<String> before = city.conclusions();
    CaseDecision decision = city.same(city.onlyCase(), city.personOf(1));
    assertThat(city.conclusions()).isNotEqualTo(before);
    CaseDecision undo = city.undo(decision);
    assertThat(city.conclusions()).isEqualTo(before);
    assertThat(undo.undoes()).isEqualTo(decision.number());
    assertThat(stewards.decision(decision.number()).orElseThrow().undoneBy())
        .isEqualTo(undo.number());
    assertThat(stewards.undo(decision.number(), "zhang.wei", "again"))
        .isInstanceOfSatisfying(
            VerdictOutcome.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(VerdictOutcome.Refusal.BUILT_UPON));
  }

  @Test
  @DisplayName("says that a waiting record is somebody else: it becomes a person of its own")
  void different() {
    city.arrive(POLICE);
    city.arrive(NAMESAKE);
    List<String> before = city.conclusions();
    CaseDecision decision = city.different(city.onlyCase());
    assertThat(city.personOf(2)).isNotEqualTo(city.personOf(1));
    assertThat(register.rows("select kind from link_fact", String.class))
        .containsExactly("NEVER_LINK");
    assertThat(stewards.open(null, null, 10)).isEmpty();
    city.undo(decision);
    assertThat(city.conclusions()).isEqualTo(before);
  }

  @Test
  @DisplayName("merges two persons: the older id survives, the other leads there for ever")
  void merges() {
    city.arrive(POLICE, OTHER);
    PersonId older = city.personOf(1);
    PersonId younger = city.personOf(2);
    city.merge(younger, older);
    assertThat(city.personOf(2)).isEqualTo(older);
    assertThat(city.person(younger).id()).isEqualTo(older);
    assertThat(city.person(older).value(PersonField.PHONE)).contains("13700003333");
    assertThat(
            register.rows(
                "select kind from person_change where cause = 'STEWARD' order by kind",
                String.class))
        .containsExactly("MERGED", "UPSERTED");
  }

  @Test
  @DisplayName("undoes a merge: both live under their old ids, with their old values")
  void undoesMerge() {
    city.arrive(POLICE, OTHER);
    List<String> before = city.conclusions();
    PersonId older = city.personOf(1);
    PersonId younger = city.personOf(2);
    city.undo(city.merge(older, younger));
    assertThat(city.conclusions()).isEqualTo(before);
    assertThat(city.person(younger).id()).isEqualTo(younger);
    assertThat(city.person(younger).standing()).isEqualTo(Person.Standing.ACTIVE);
  }

  @Test
  @DisplayName(
      "merges in a chain: every old id leads to the last, and each undo goes one step back")
  void redirectsStayFlat() {
    city.arrive(
        POLICE,
        Rows.police("P2", "王秀英", LocalDate.of(1966, 4, 2), 48),
        Rows.police("P3", "赵国强", LocalDate.of(1958, 9, 12), 33));
    PersonId first = city.personOf(1);
    PersonId second = city.personOf(2);
    PersonId third = city.personOf(3);
    List<String> before = city.conclusions();
    CaseDecision one = city.merge(second, third);
    List<String> between = city.conclusions();
    CaseDecision two = city.merge(first, second);
    assertThat(city.person(third).id()).isEqualTo(first);
    assertThat(city.person(second).id()).isEqualTo(first);
    assertThat(stewards.undo(one.number(), "zhang.wei", "no"))
        .isInstanceOfSatisfying(
            VerdictOutcome.Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(VerdictOutcome.Refusal.BUILT_UPON);
              assertThat(refused.why()).contains("decision " + two.number());
            });
    city.undo(two);
    assertThat(city.conclusions()).isEqualTo(between);
    assertThat(city.person(third).id()).isEqualTo(second);
    city.undo(one);
    assertThat(city.conclusions()).isEqualTo(before);
  }

  @Test
  @DisplayName("splits a person: the id stays with the record seen first, facts keep both apart")
  void splits() {
    city.arrive(POLICE, LABOUR);
    PersonId whole = city.personOf(1);
    List<String> before = city.conclusions();
    CaseDecision decision = city.split(whole, city.record(1));
    assertThat(city.personOf(1)).isEqualTo(whole);
    assertThat(city.personOf(2)).isNotEqualTo(whole);
    assertThat(
            register.rows(
                "select kind from person_change where cause = 'STEWARD' order by kind",
                String.class))
        .containsExactly("SPLIT", "UPSERTED");
    PersonId part = city.personOf(2);
    city.undo(decision);
    assertThat(city.conclusions()).isEqualTo(before);
    assertThat(city.person(part).id()).isEqualTo(whole);
  }

  @Test
  @DisplayName("cannot say the opposite of what stands, and is told which decision to undo")
  void contradiction() {
    city.arrive(POLICE, LABOUR);
    PersonId whole = city.personOf(1);
    CaseDecision split = city.split(whole, city.record(2));
    Verdict merge = new Verdict.Merge(whole, city.personOf(2));
    String seen = stewards.persons(List.of(whole, city.personOf(2))).orElseThrow().seen();
    assertThat(city.decide(merge, seen))
        .isInstanceOfSatisfying(
            VerdictOutcome.Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(VerdictOutcome.Refusal.CONTRADICTION);
              assertThat(refused.why()).contains("decision " + split.number());
            });
  }

  @Test
  @DisplayName("is refused if what was looked at has changed: nothing is done")
  void stale() {
    city.arrive(POLICE);
    city.arrive(NAMESAKE);
    CaseView seen = city.onlyCase();
    city.arrive(POLICE.phone("13900009999").day(1));
    List<String> before = city.conclusions();
    long audited = register.count("audit_entry");
    Verdict same = new Verdict.SamePerson(seen.id(), city.personOf(1));
    assertThat(city.decide(same, seen.seen())).isInstanceOf(VerdictOutcome.Stale.class);
    assertThat(city.conclusions()).isEqualTo(before);
    assertThat(register.count("case_decision")).isZero();
    assertThat(register.count("audit_entry")).isEqualTo(audited);
    CaseView again = stewards.show(seen.id()).orElseThrow();
    assertThat(city.decide(same, again.seen())).isInstanceOf(VerdictOutcome.Decided.class);
    assertThat(city.decide(same, again.seen())).isInstanceOf(VerdictOutcome.Stale.class);
  }

  @Test
  @DisplayName("sees beforehand what a verdict would touch, and nothing of it is kept")
  void previews() {
    city.arrive(POLICE, OTHER);
    List<String> before = city.conclusions();
    long versions = register.count("person_version");
    PersonId older = city.personOf(1);
    PersonId younger = city.personOf(2);
    Preview preview = stewards.preview(new Verdict.Merge(older, younger));
    assertThat(preview)
        .isInstanceOfSatisfying(
            Preview.Effect.class,
            effect -> {
              assertThat(effect.moves())
                  .containsExactly(new Preview.Move(city.record(2), younger, older));
              assertThat(effect.merged()).containsExactly(younger);
              assertThat(effect.changed()).containsExactlyInAnyOrder(older, younger);
              assertThat(effect.alwaysFacts()).isEqualTo(1);
              assertThat(effect.seen())
                  .isEqualTo(stewards.persons(List.of(older, younger)).orElseThrow().seen());
            });
    assertThat(city.conclusions()).isEqualTo(before);
    assertThat(register.count("person_version")).isEqualTo(versions);
    assertThat(register.count("case_decision")).isZero();
    city.merge(older, younger);
    assertThat(city.personOf(2)).isEqualTo(older);
  }

  @Test
  @DisplayName("is refused what means nothing")
  void meaningless() {
    city.arrive(POLICE, LABOUR);
    PersonId whole = city.personOf(1);
    assertThat(stewards.preview(new Verdict.Merge(whole, whole)))
        .isInstanceOf(Preview.Impossible.class);
    assertThat(stewards.preview(new Verdict.Split(whole, new TreeSet<>())))
        .isInstanceOf(Preview.Impossible.class);
    assertThat(stewards.preview(new Verdict.SamePerson("C-999999", whole)))
        .isInstanceOf(Preview.Impossible.class);
    assertThat(stewards.previewUndo(99)).isInstanceOf(Preview.Impossible.class);
  }

  @Test
  @DisplayName("finds the hub deciding the same after a restart")
  void survivesRestart() {
    city.arrive(POLICE, OTHER);
    city.merge(city.personOf(1), city.personOf(2));
    register.restart();
    city = new City(register);
    city.arrive(OTHER.phone("13700004444").day(1));
    assertThat(city.personOf(2)).isEqualTo(city.personOf(1));
  }
}

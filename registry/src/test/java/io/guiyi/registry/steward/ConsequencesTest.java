package io.guiyi.registry.steward;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.person.PersonId;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.steward.VerdictOutcome.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A steward's decision")
class ConsequencesTest {
  private static final LocalDate BIRTH = LocalDate.of(1990, 3, 7);
  private static final Row POLICE =
      Rows.police("P1", "张惠珍", BIRTH, 22).phone("13900001111").living("慈溪市浒山街道 1 号");
  private static final Row LABOUR = Rows.labour("L1", "张惠珍", BIRTH, 22).phone("13900002222");

  /** Name and birth date of {@link #POLICE}, which is never enough: the machine asks. */
  private static final Row NAMESAKE =
      Rows.labour("L2", "张惠珍", BIRTH, 22).unnumbered().phone("13900005555");

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
  @DisplayName("that is undone takes along whoever joined because of the record it linked")
  void joinedBecauseOfIt() {
    city.arrive(POLICE);
    city.arrive(NAMESAKE);
    PersonId person = city.personOf(1);
    CaseDecision decision = city.same(city.onlyCase(), person);
    city.arrive(copy(NAMESAKE, "L9"));
    assertThat(city.personOf(3)).isEqualTo(person);
    city.undo(decision);
    assertThat(city.waits(2)).isTrue();
    assertThat(city.waits(3) || asked(3)).as("decided about again").isTrue();
  }

  @Test
  @DisplayName("that is undone takes along whoever waited and then followed the record it linked")
  void followedIt() {
    Row row = NAMESAKE.phone(null);
    city.arrive(POLICE);
    city.arrive(row);
    CaseView first = city.onlyCase();
    city.arrive(copy(row, "L9"));
    assertThat(city.waits(2) && city.waits(3)).isTrue();
    PersonId person = city.personOf(1);
    CaseDecision decision = city.same(first, person);
    assertThat(city.personOf(3)).as("it says the same").isEqualTo(person);
    city.undo(decision);
    assertThat(city.waits(2)).isTrue();
    assertThat(asked(3)).as("a steward is asked again").isTrue();
  }

  @Test
  @DisplayName("to split that is undone leaves nobody behind in the person that it founded")
  void joinedThePart() {
    city.arrive(POLICE, LABOUR);
    PersonId whole = city.personOf(1);
    CaseDecision decision = city.split(whole, city.record(2));
    PersonId part = city.personOf(2);
    city.arrive(copy(LABOUR, "L9"));
    assertThat(city.personOf(3)).isEqualTo(part);
    city.undo(decision);
    assertThat(IntStream.rangeClosed(1, 3).mapToObj(city::personOf)).containsOnly(whole);
    assertThat(city.person(part).id()).isEqualTo(whole);
  }

  @Test
  @DisplayName("that moves a record answers what was asked about it, and its undoing asks again")
  void answers() {
    city.arrive(POLICE, LABOUR);
    city.arrive(LABOUR.unnumbered().phone(null).day(1));
    CaseView doubt = city.onlyCase();
    List<String> before = city.conclusions();
    CaseDecision decision = city.split(city.personOf(1), city.record(2));
    assertThat(stewards.open(null, null, 10)).isEmpty();
    city.undo(decision);
    assertThat(city.conclusions()).isEqualTo(before);
    assertThat(city.onlyCase().id()).isEqualTo(doubt.id());
  }

  @Test
  @DisplayName("is not undone under a later one, however many older ones there are")
  void builtUpon() {
    city.arrive(
        POLICE,
        Rows.police("P2", "王秀英", LocalDate.of(1966, 4, 2), 48),
        Rows.police("P3", "赵国强", LocalDate.of(1958, 9, 12), 33));
    PersonId second = city.personOf(2);
    CaseDecision one = city.merge(second, city.personOf(3));
    register.sql(
        """
        insert into case_decision (id, kind, author, reason, seen, touched, recorded_at)
        select -n, 'MERGE', author, reason, seen, touched, recorded_at
        from case_decision, generate_series(1, 200) n\
        """);
    register.sql(
        """
        insert into case_decision_person (decision_id, person_id)
        select -n, person_id from case_decision_person, generate_series(1, 200) n\
        """);
    CaseDecision two = city.merge(city.personOf(1), second);
    assertThat(stewards.undo(one.number(), "zhang.wei", "no"))
        .isInstanceOfSatisfying(
            VerdictOutcome.Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(Refusal.BUILT_UPON);
              assertThat(refused.why()).contains("decision " + two.number());
            });
  }

  @Test
  @DisplayName("may be about a person named by hand only when that person has been looked at")
  void namedByHand() {
    city.arrive(POLICE, OTHER);
    city.arrive(NAMESAKE);
    CaseView shown = city.onlyCase();
    Verdict same = new Verdict.SamePerson(shown.id(), city.personOf(2));
    assertThat(city.decide(same, shown.seen())).isInstanceOf(VerdictOutcome.Stale.class);
    String seen = ((Preview.Effect) stewards.preview(same)).seen();
    city.arrive(OTHER.phone("13700008888").day(1));
    assertThat(city.decide(same, seen)).isInstanceOf(VerdictOutcome.Stale.class);
    String again = ((Preview.Effect) stewards.preview(same)).seen();
    assertThat(city.decide(same, again)).isInstanceOf(VerdictOutcome.Decided.class);
    assertThat(city.personOf(3)).isEqualTo(city.personOf(2));
  }

  @Test
  @DisplayName("to merge leads a person without records to the other, and its undoing back")
  void mergesAnEmptyPerson() {
    city.arrive(POLICE);
    city.arrive(NAMESAKE);
    CaseDecision different = city.different(city.onlyCase());
    PersonId person = city.personOf(1);
    PersonId emptied = city.personOf(2);
    city.undo(different);
    List<String> before = city.conclusions();
    CaseDecision merge = city.merge(person, emptied);
    assertThat(city.person(emptied).id()).isEqualTo(person);
    city.undo(merge);
    assertThat(city.person(emptied).id()).isEqualTo(emptied);
    assertThat(city.conclusions()).isEqualTo(before);
  }

  @Test
  @DisplayName("may move any number of records that it may be about")
  void many() {
    city.arrive(
        IntStream.range(0, 100)
            .mapToObj(i -> copy(POLICE, "P%03d".formatted(i)))
            .toArray(Row[]::new));
    PersonId whole = city.personOf(1);
    List<String> before = city.conclusions();
    Long[] leaving = IntStream.rangeClosed(11, 100).mapToObj(city::record).toArray(Long[]::new);
    CaseDecision decision = city.split(whole, leaving);
    assertThat(city.personOf(100)).isNotEqualTo(whole);
    city.undo(decision);
    assertThat(city.conclusions()).isEqualTo(before);
  }

  private static Row copy(Row row, String key) {
    return new Row(row.source(), key, row.changedAt(), row.presence(), row.who(), row.what());
  }

  /** Whether a steward is asked about the n-th record. */
  private boolean asked(int ordinal) {
    return stewards.open(null, null, 10).stream()
        .anyMatch(line -> line.record() == city.record(ordinal));
  }
}

package io.guiyi.registry.steward;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.relink.RelinkOutcome;
import io.guiyi.registry.relink.Relinking;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a steward said")
class StickyTest {
  private static final LocalDate BIRTH = LocalDate.of(1990, 3, 7);
  private static final Row POLICE = Rows.police("P1", "张惠珍", BIRTH, 22).phone("13900001111");
  private static final Row LABOUR = Rows.labour("L1", "张惠珍", BIRTH, 22).phone("13900001111");
  private static final Row NAMESAKE = Rows.labour("L1", "张惠珍", BIRTH, 22).unnumbered();
  private static final Row STRANGER =
      Rows.labour("L1", "陈志强", LocalDate.of(1971, 11, 30), 105).phone("13700003333");

  private RegisterFixture register;
  private City city;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
    city = new City(register);
  }

  @Test
  @DisplayName(
      "a link stays, also when the row becomes somebody else's, and when all is linked anew")
  void link() {
    city.arrive(POLICE);
    city.arrive(NAMESAKE);
    PersonId person = city.personOf(1);
    CaseDecision decision = city.same(city.onlyCase(), person);
    city.arrive(STRANGER.day(1));
    assertThat(city.personOf(2)).isEqualTo(person);
    assertThat(relink().isNothing()).isTrue();
    assertThat(city.personOf(2)).isEqualTo(person);
    city.undo(decision);
    relink();
    assertThat(city.waits(2) || !city.personOf(2).equals(person)).isTrue();
  }

  @Test
  @DisplayName("different persons stay so when the data become the same, and when linked anew")
  void different() {
    city.arrive(POLICE);
    city.arrive(NAMESAKE);
    CaseDecision decision = city.different(city.onlyCase());
    PersonId other = city.personOf(2);
    city.arrive(LABOUR.day(1));
    assertThat(city.personOf(2)).isEqualTo(other);
    assertThat(relink().isNothing()).isTrue();
    city.undo(decision);
    assertThat(city.personOf(2))
        .as("what it says now is decided about, not what it said then")
        .isEqualTo(city.personOf(1));
    assertThat(city.person(other).standing()).isEqualTo(Person.Standing.CLOSED);
    assertThat(relink().isNothing()).isTrue();
  }

  @Test
  @DisplayName("a split stays, although the data are and remain the same, until it is undone")
  void split() {
    city.arrive(POLICE, LABOUR);
    PersonId whole = city.personOf(1);
    List<String> before = city.conclusions();
    CaseDecision decision = city.split(whole, city.record(2));
    PersonId part = city.personOf(2);
    city.arrive(LABOUR.living("慈溪市浒山街道 1 号").day(1), POLICE.living("慈溪市浒山街道 1 号").day(1));
    city.arrive(LABOUR.day(2), POLICE.day(2));
    assertThat(city.personOf(1)).isEqualTo(whole);
    assertThat(city.personOf(2)).isEqualTo(part);
    assertThat(relink().isNothing()).isTrue();
    city.undo(decision);
    assertThat(city.conclusions()).isEqualTo(before);
    assertThat(relink().isNothing()).isTrue();
  }

  @Test
  @DisplayName("a merge stays when all is linked anew, whatever law speaks against it")
  void merge() {
    city.arrive(POLICE, Rows.police("P2", "陈志强", LocalDate.of(1971, 11, 30), 105));
    PersonId older = city.personOf(1);
    PersonId younger = city.personOf(2);
    CaseDecision decision = city.merge(older, younger);
    assertThat(relink().isNothing()).isTrue();
    city.arrive(POLICE.phone("13900009999").day(1));
    assertThat(relink().isNothing()).isTrue();
    assertThat(city.personOf(2)).isEqualTo(older);
    city.undo(decision);
    assertThat(city.personOf(2)).isEqualTo(younger);
    assertThat(relink().isNothing()).isTrue();
  }

  @Test
  @DisplayName("of a merge that is undone, what joined meanwhile goes to whom it belongs")
  void joinedMeanwhile() {
    Row other = Rows.police("P2", "陈志强", LocalDate.of(1971, 11, 30), 105).phone("13700003333");
    city.arrive(POLICE, other);
    PersonId younger = city.personOf(2);
    CaseDecision decision = city.merge(city.personOf(1), younger);
    city.arrive(STRANGER);
    assertThat(city.personOf(3)).isEqualTo(city.personOf(1));
    city.undo(decision);
    assertThat(city.personOf(3)).isEqualTo(younger);
  }

  private RelinkOutcome relink() {
    return register.get(Relinking.class).run("wang.fang", "to see whether it holds");
  }
}

package io.guiyi.lab.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.lab.population.Resident.Role;
import io.guiyi.lab.population.books.Sex;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An invented city")
class PopulationTest {

  private static final PopulationSettings SETTINGS = new PopulationSettings(20_000, 7, 1.0);
  private static final Population CITY = Population.generate(SETTINGS);

  private static Stream<Resident> residents() {
    return CITY.households().flatMap(household -> household.members().stream());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 999, 2000})
  @DisplayName("has exactly as many people as asked for, numbered from one")
  void exactCount(int people) {
    Population city = Population.generate(new PopulationSettings(people, 3, 1.0));
    List<Integer> numbers =
        city.households().flatMap(h -> h.members().stream()).map(Resident::number).toList();
    assertThat(numbers).hasSize(people);
    assertThat(numbers.getFirst()).isEqualTo(1);
    assertThat(numbers.getLast()).isEqualTo(people);
  }

  @Test
  @DisplayName("is the same whenever it is read, and another with another seed")
  void deterministic() {
    List<Household> first = CITY.households().limit(500).toList();
    assertThat(CITY.households().limit(500).toList()).isEqualTo(first);
    Population other = Population.generate(new PopulationSettings(20_000, 8, 1.0));
    assertThat(other.households().skip(1).limit(500).toList())
        .isNotEqualTo(first.subList(1, first.size()));
  }

  @Test
  @DisplayName("gives every citizen a number of her own that checks and tells birth date and sex")
  void numbersAreRight() {
    Set<String> seen = new HashSet<>();
    residents()
        .filter(resident -> resident.document().kind() == Document.Kind.CITIZEN)
        .forEach(resident -> {
          String number = resident.document().number();
          assertThat(seen.add(number)).as("number of %s is new", resident).isTrue();
          assertThat(CitizenNumbers.checks(number)).isTrue();
          assertThat(number.substring(6, 14)).isEqualTo(WrittenDates.compact(resident.born()));
          boolean odd = (number.charAt(16) - '0') % 2 == 1;
          assertThat(odd).isEqualTo(resident.sex() == Sex.MALE);
        });
    assertThat(seen).hasSizeGreaterThan(19_500);
  }

  @Test
  @DisplayName("children are under eighteen, grown-ups are not, nobody is born after the day")
  void ages() {
    LocalDate adulthood = SETTINGS.referenceDay().minusYears(18);
    residents()
        .forEach(resident -> {
          assertThat(resident.born()).isBefore(SETTINGS.referenceDay());
          assertThat(resident.born().isAfter(adulthood))
              .as("%s, %s", resident, resident.role())
              .isEqualTo(resident.role().isChild());
        });
  }

  @Test
  @DisplayName("twins share birth date and dwelling, and their sequences are neighbours")
  void twins() {
    List<List<Resident>> pairs =
        CITY.households()
            .map(h -> h.members().stream().filter(m -> m.role() == Role.TWIN).toList())
            .filter(twins -> twins.size() == 2)
            .toList();
    assertThat(pairs).hasSizeGreaterThan(10);
    for (List<Resident> pair : pairs) {
      Resident one = pair.getFirst();
      Resident other = pair.getLast();
      assertThat(other.born()).isEqualTo(one.born());
      assertThat(other.residences()).isEqualTo(one.residences());
      int gap = sequence(other) - sequence(one);
      assertThat(Math.abs(gap)).isBetween(1, 9);
    }
  }

  private static int sequence(Resident resident) {
    return Integer.parseInt(resident.document().number().substring(14, 17));
  }

  @ParameterizedTest(name = "{0}: between {1} and {2} in a hundred")
  @CsvSource({
    "CHILD, 15, 25", "DOTTED, 0.8, 3", "PERMIT, 20, 60", "OTHER_PAPER, 0.3, 1.5",
    "MINORITY, 8, 22", "FORMER_NAME, 4, 9", "ANHUI_TO_HENAN, 70, 95", "RARE_CHARACTER, 0.5, 4"
  })
  @DisplayName("has the shares of people that make it a city of migrants")
  void shares(String share, double lowest, double highest) {
    long counted = residents().filter(resident -> counts(share, resident)).count();
    assertThat(100.0 * counted / SETTINGS.people()).as(share).isBetween(lowest, highest);
  }

  private static boolean counts(String share, Resident resident) {
    return switch (share) {
      case "CHILD" -> resident.role().isChild();
      case "DOTTED" -> resident.hasDottedName();
      case "PERMIT" -> resident.permit() != null;
      case "OTHER_PAPER" -> resident.document().kind() != Document.Kind.CITIZEN;
      case "MINORITY" -> !resident.ethnicGroup().equals("01");
      case "FORMER_NAME" -> resident.formerName() != null;
      case "ANHUI_TO_HENAN" -> resident.hukouRegion().matches("(34|52|51|36|41).*");
      case "RARE_CHARACTER" ->
          "翀翾喆堃淼犇垚燚媗赟珺玥暐祎旻昶䶮㛃𬱖𫖯𬀩𬭎".codePoints().anyMatch(c -> resident.name().indexOf(c) >= 0);
      default -> throw new IllegalArgumentException(share);
    };
  }

  @Test
  @DisplayName("lives are told in order and end by the reference day")
  void livesAreInOrder() {
    residents()
        .forEach(resident -> {
          LocalDate before = LocalDate.MIN;
          for (Residence stay : resident.residences()) {
            assertThat(stay.from()).isAfterOrEqualTo(before);
            LocalDate to = stay.to();
            before = to == null ? LocalDate.MAX : to;
            assertThat(to == null || !to.isAfter(SETTINGS.referenceDay())).isTrue();
          }
          Permit permit = resident.permit();
          if (permit != null) {
            assertThat(permit.events()).extracting(Permit.Event::on).isSorted();
            assertThat(permit.events().getLast().on()).isBeforeOrEqualTo(SETTINGS.referenceDay());
          }
        });
  }

  @Test
  @DisplayName("shows a canary whose name, number and phone nobody else has")
  void canary() {
    Canary canary = CITY.canary();
    assertThat(CitizenNumbers.checks(canary.idNumber())).isTrue();
    assertThat(residents().filter(r -> r.name().equals(canary.name()))).hasSize(1);
    assertThat(residents().filter(r -> r.document().number().equals(canary.idNumber()))).hasSize(1);
    assertThat(residents().filter(r -> r.phone().equals(canary.phone()))).hasSize(1);
    assertThat(canary.toString()).isEqualTo("P00000001");
  }

  @Test
  @DisplayName("people arrive after the day without taking numbers of those who are there")
  void arrivals() {
    Population.Arrivals arrivals = CITY.arrivals();
    LocalDate day = SETTINGS.referenceDay().plusDays(30);
    Household first = arrivals.next(day);
    Household second = arrivals.next(day);
    assertThat(first.members().getFirst().number()).isEqualTo(SETTINGS.people() + 1);
    assertThat(second.members().getFirst().number())
        .isEqualTo(SETTINGS.people() + 1 + first.members().size());
    assertThat(first.members().getFirst().residences().getFirst().from()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, people",
    "10000001, 1, people",
    "10, -0.1, fault scale",
    "10, 11, fault scale"
  })
  @DisplayName("refuses settings outside their bounds and names them")
  void bounds(int people, double scale, String named) {
    assertThatThrownBy(() -> new PopulationSettings(people, 1, scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }
}

package io.guiyi.lab.population.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.Resident;
import io.guiyi.routes.config.ConfigRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The profile of a city")
class ProfileTest {

  private static final LocalDate DAY = PopulationSettings.USUAL_REFERENCE_DAY;

  @TempDir private Path folder;

  private Profile read(String yaml) throws IOException {
    return Profile.read(Files.writeString(folder.resolve("city.yaml"), yaml));
  }

  private static Stream<Resident> residents(Profile profile) {
    return Population.generate(new PopulationSettings(3_000, 5, 1, DAY, profile))
        .households()
        .flatMap(household -> household.members().stream());
  }

  @Test
  @DisplayName("has Cixi's structure: four in five from five provinces, 85 % of working age")
  void cixi() {
    assertThat(residents(Profile.cixi()).filter(r -> isWorkingAge(r)).count() / 3_000.0)
        .isBetween(0.78, 0.88);
    assertThat(
            residents(Profile.cixi())
                    .filter(r -> r.hukouRegion().matches("(34|52|51|36|41).*"))
                    .count()
                / 3_000.0)
        .isBetween(0.75, 0.9);
  }

  private static boolean isWorkingAge(Resident resident) {
    return !resident.born().isAfter(DAY.minusYears(16))
        && resident.born().isAfter(DAY.minusYears(60));
  }

  @Test
  @DisplayName("says what differs; everything else stays as it is")
  void differences() throws IOException {
    Profile profile =
        read(
            """
            weights:
              households: {single: 0}
            faults:
              homophone: {health: 50}
            """);
    assertThat(profile.faultPercent("homophone", "health")).isEqualTo(50);
    assertThat(profile.faultPercent("homophone", "labour"))
        .isEqualTo(Profile.cixi().faultPercent("homophone", "labour"));
    assertThat(profile.percent("union-member")).isEqualTo(Profile.cixi().percent("union-member"));
    long children = residents(profile).filter(r -> r.role().isChild()).count();
    assertThat(children)
        .isGreaterThan(residents(Profile.cixi()).filter(r -> r.role().isChild()).count());
  }

  @Test
  @DisplayName("shows all its faults at once, each with its line and a remedy")
  void faults() {
    assertThatThrownBy(() ->
            read(
                """
                percent:
                  union-member: 130
                  wroking: 20
                weights:
                  households:
                    {single: 0, couple: 0, family: 0, parent-and-child: 0, three-generations: 0}
                faults:
                  homophone: {health: often}
                """))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("city.yaml:2: percent.union-member is '130'")
        .hasMessageContaining("city.yaml:3: percent.wroking is no setting")
        .hasMessageContaining("weights.households")
        .hasMessageContaining("city.yaml:8: faults.homophone.health is 'often'")
        .hasMessageContaining("-> write a number from 0.0 to 100.0");
  }

  @Test
  @DisplayName("is refused if it is not there")
  void missing() {
    assertThatThrownBy(() -> Profile.read(folder.resolve("none.yaml")))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("none.yaml");
  }
}

package io.guiyi.lab.population.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.population.Canary;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The files of a city")
class PopulationFilesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path directory;

  private PopulationFiles.Counts write(String folder, long seed, double scale) throws IOException {
    Population city = Population.generate(new PopulationSettings(2000, seed, scale));
    return PopulationFiles.write(city, directory.resolve(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "police.jsonl", "labour.csv", "education/XJ_20250915_001_C.csv", "health.jsonl",
        "union.csv", "village/village_20260515_01.csv", "truth.csv", "families.csv"
      })
  @DisplayName("are the same to the last byte for the same seed, and others for another")
  void bytes(String file) throws IOException {
    write("one", 7, 1);
    write("two", 7, 1);
    write("three", 8, 1);
    byte[] one = Files.readAllBytes(directory.resolve("one").resolve(file));
    assertThat(Files.readAllBytes(directory.resolve("two").resolve(file))).isEqualTo(one);
    assertThat(Files.readAllBytes(directory.resolve("three").resolve(file))).isNotEqualTo(one);
  }

  @Test
  @DisplayName("hold as many lines as counted, and the truth has one line for each key")
  void conservation() throws IOException {
    PopulationFiles.Counts counts = write("city", 7, 1);
    List<String> police = Files.readAllLines(directory.resolve("city/police.jsonl"));
    List<String> labour = Files.readAllLines(directory.resolve("city/labour.csv"));
    List<String> truth = Files.readAllLines(directory.resolve("city/truth.csv"));
    assertThat(counts.people()).isEqualTo(2000);
    assertThat(police).hasSize(counts.rows().get(Feed.POLICE).intValue());
    assertThat(labour).hasSize(counts.rows().get(Feed.LABOUR).intValue() + 1);
    assertThat(truth).hasSize((int) counts.records() + 1).startsWith(Truth.CSV_HEADER);

    Map<String, Set<String>> keysBySource = new HashMap<>();
    for (String line : truth.subList(1, truth.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).hasSize(4);
      assertThat(keysBySource.computeIfAbsent(cells[0], s -> new HashSet<>()).add(cells[1]))
          .as("key of %s is new", cells[0])
          .isTrue();
      assertThat(cells[2]).matches("P\\d{8}");
    }
    assertThat(keysBySource.get("police")).hasSize(counts.rows().get(Feed.POLICE).intValue());
    Set<String> labourKeys = new HashSet<>();
    int column = List.of(labour.getFirst().split(",", -1)).indexOf("ywlsh");
    labour.subList(1, labour.size()).forEach(l -> labourKeys.add(l.split(",", -1)[column]));
    assertThat(labourKeys).isEqualTo(keysBySource.get("labour"));
  }

  @Test
  @DisplayName("every police line is JSON; whole rows have all fields and no update after the day")
  void policeRows() throws IOException {
    write("city", 7, 1);
    for (String line : Files.readAllLines(directory.resolve("city/police.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      if (row.isObject() && row.size() > 2) {
        assertThat(row.size()).isEqualTo(PoliceField.values().length + 1);
        assertThat(row.get("djbh").asString()).hasSizeLessThanOrEqualTo(22);
        assertThat(row.get("gxsj").asString())
            .matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}")
            .isLessThan("2026-07-01");
      }
    }
  }

  @Test
  @DisplayName("without faults every number is right and every difficulty is natural")
  void clean() throws IOException {
    write("clean", 7, 0);
    List<String> truth = Files.readAllLines(directory.resolve("clean/truth.csv"));
    assertThat(truth.subList(1, truth.size()))
        .allMatch(l ->
            l.matches(
                ".*,(plain|canary|child|child\\+twin|dotted-name|child\\+dotted-name"
                    + "|other-paper)"));
  }

  @Test
  @DisplayName("the canary stands in one row of police, labour and health, as she is")
  void canary() throws IOException {
    Canary canary = Population.generate(new PopulationSettings(1, 1, 1)).canary();
    write("city", 7, 10);
    for (String file : List.of("police.jsonl", "labour.csv", "health.jsonl")) {
      List<String> lines = Files.readAllLines(directory.resolve("city").resolve(file));
      assertThat(lines.stream().filter(line -> line.contains(canary.name())))
          .hasSize(1)
          .allMatch(line -> line.contains(canary.idNumber()) && line.contains(canary.phone()));
    }
  }
}

package io.guiyi.routes.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.model.ModelDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A model's file")
class ModelConfigTest {
  /** Many a line of it is replaced by some case below; the line numbers are those of this text. */
  private static final List<String> SOUND =
      """
      model: club
      sources:
        club:
          id: no
          columns:
            name: {given: first, surname: last}
            birth: dob
            town: town
      fields:
        name: person-name
        birth: date
        town: text
      comparisons:
        - about: name.surname
          levels: [same, jaro-winkler 0.9]
          frequency: true
        - about: name.given
          levels: [same, initial]
        - about: birth
          levels: [same, one-digit]
        - {about: town, levels: [same], implied-by: {birth: [same]}}
      blocking:
        cap: 100
        rules: [name.surname | birth.year, birth]
      train:
        certain: [name.both + birth]
        recall: 0.5
        learn: [name.both, birth]
      laws:
        cannot-link: {birth: [else]}
        capped: [{comparisons: [town], most: 3}]
        support: [{any-of: [birth], least: 2, otherwise: -9}]
      thresholds: {link: 0, review: -3, floor: -12}
      """
          .lines()
          .toList();

  private static ConfigFaults faults(String text) {
    ConfigFaults faults = new ConfigFaults();
    ModelConfig.read(ConfigFile.parse("club.yaml", text, faults));
    return faults;
  }

  @Test
  @DisplayName("is read as it is written")
  void soundFile() {
    ConfigFaults faults = new ConfigFaults();
    ModelDescription model =
        ModelConfig.read(ConfigFile.parse("club.yaml", String.join("\n", SOUND), faults));
    assertThat(faults.sorted()).isEmpty();
    assertThat(model.sources().getFirst().columns().get("name"))
        .containsExactly("first", "last", "");
    assertThat(model.blocking().getFirst().text()).isEqualTo("name.surname");
    assertThat(model.blocking().getFirst().refine()).hasToString("[birth.year]");
    assertThat(model.blocking().getLast().text()).isEqualTo("birth.whole");
    assertThat(model.comparisons().getLast().impliedBy()).hasSize(1);
    assertThat(model.laws().supports().getFirst().otherwise()).isEqualTo(-9);
  }

  @ParameterizedTest(name = "[{index}] line {0} as \"{1}\" says \"{2}\"")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          1 | model: the club | write letters, digits |
          4 | "    key: no" | add the line 'id: ...' | 4
          6 | "      name: {first: first, last: last}" | write one of given, surname, full |
          6 | "      name: [a, b, c, d]" | name at most 3: given, surname, full |
          7 | "      born: dob" | 'born' is no field of the model |
          7 | "      town: dob" | keep one of them | 8
          8 | "      town: ''" | names no column |
          10 | "  name: persona" | 'persona' is no kind of a field |
          14 | "  - about: name.nick" | 'nick' is no part of a person-name |
          14 | "  - about: nome.surname" | 'nome' is no field of the model |
          15 | "    levels: [same, jaro-winkler 7]" | jaro-winkler 0.92, jaro 0.9 |
          15 | "    levels: [same, same]" | level 'same' stands twice |
          15 | "    levels: []" | write answers, best first |
          16 | "    frequency: sometimes" | write true or false |
          17 | "  - about: name.surname" | stands twice |
          21 | "  - {about: town, levels: [same], implied-by: {age: [same]}}" | that stands before |
          21 | "  - {about: town, levels: [same], implied-by: {birth: [x]}}" | digit, else |
          23 | "  cap: 1" | write a whole number from 2 to 100000 |
          24 | "  rules: [name.surnom, birth]" | 'surnom' is no facet of a person-name |
          24 | "  rules: [name.surname + job]" | 'job' is no field of the model |
          24 | "  rules: []" | name a facet by which records meet |
          27 | "  recall: 0" | write a number from 0.001 to 1.0 |
          28 | "  learn: [birth]" | name at least 2 |
          28 | "  learn: [birth, birth + name.both]" | add one without a key of field birth |
          30 | "  cannot-link: {birth: [never]}" | 'never' is no level of it |
          31 | "  capped: [{comparisons: [town], most: -3}]" | write a number from 0.0 to 200.0 |
          31 | "  capped: [{comparisons: [tun], most: 3}]" | 'tun' is no comparison |
          32 | "  support: [{any-of: [birth], least: 2, otherwise: 1}]" | less than the link |
          33 | "thresholds: {link: 0, review: 3, floor: -12}" | at most the link threshold |
          33 | "threshold: {link: 0}" | is no setting |
          """)
  void saysWhatIsWrong(int line, String text, String says, @Nullable Integer where) {
    List<String> lines = new ArrayList<>(SOUND);
    lines.set(line - 1, text);
    assertThat(faults(String.join("\n", lines)).sorted())
        .anySatisfy(fault -> {
          assertThat(fault.toString()).contains(says);
          assertThat(fault.line()).isEqualTo(where == null ? line : where);
          assertThat(fault.file()).isEqualTo("club.yaml");
        });
  }

  @Test
  @DisplayName("says everything that is wrong at once")
  void allFaultsAtOnce() {
    assertThat(faults("model: 7\nfields: {a: b}\nsurprise: yes\n").sorted())
        .extracting(ConfigFault::problem)
        .anyMatch(problem -> problem.contains("model is '7'"))
        .anyMatch(problem -> problem.contains("'b' is no kind"))
        .anyMatch(problem -> problem.contains("sources"))
        .anyMatch(problem -> problem.contains("comparisons is empty"))
        .anyMatch(problem -> problem.contains("rules is empty"))
        .anyMatch(problem -> problem.contains("certain is empty"))
        .anyMatch(problem -> problem.contains("learn has 0 rules"))
        .anyMatch(problem -> problem.contains("surprise is no setting"));
  }

  @Test
  @DisplayName("may ask no more than the bits of a pattern hold")
  void bitsAreBounded() {
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < 31; i++) {
      more.append("  - {name: q%d, about: town, levels: [same, contains]}\n".formatted(i));
    }
    String text = String.join("\n", SOUND).replace("blocking:", more + "blocking:");
    assertThat(faults(text).sorted())
        .anySatisfy(fault -> assertThat(fault.remedy()).contains("63 bits are the most"));
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../config/matching"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("that is shipped has no fault")
  void shippedModels(Path file) {
    assertThat(ModelConfig.read(file).name())
        .isEqualTo(file.getFileName().toString().replace(".yaml", ""));
  }
}

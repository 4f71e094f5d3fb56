package io.guiyi.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.linkage.TrueRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A scaled set of historical persons")
class ScaledHistoryTest {

  private static final List<String> COLUMNS =
      List.of(
          "full_name",
          "first_and_surname",
          "first_name",
          "surname",
          "dob",
          "birth_place",
          "postcode_fake",
          "gender",
          "occupation");

  private static final PublicSet.Content ORIGINAL =
      new PublicSet.Content(
          COLUMNS,
          List.of(
              person("Q1", "Smith", "1812-02-29"),
              person("Q1", "Smyth", "1812-02-28"),
              person("Q2", "Ashe", "1850")));

  private final ScaledHistory history = new ScaledHistory(ORIGINAL, 5);
  private final Map<Integer, ScaledHistory.Copy> copies = new HashMap<>();

  private static TrueRow person(String id, String surname, String born) {
    List<String> cells =
        List.of(
            "Ann " + surname + " of Bath",
            "Ann " + surname,
            "Ann",
            surname,
            born,
            "bath",
            "ba1 2xy",
            "female",
            "painter");
    return new TrueRow(id, "plain", cells);
  }

  private String cell(int number, String column) {
    return history.row(number, copies).cells().get(COLUMNS.indexOf(column));
  }

  @Test
  @DisplayName("keeps the letters of the first copy and rebuilds whole names")
  void firstCopy() {
    assertThat(cell(0, "surname")).isEqualTo("Smith");
    assertThat(cell(0, "full_name")).isEqualTo("Ann Smith");
    assertThat(cell(0, "postcode_fake")).isEqualTo("ba1 2xy");
    assertThat(cell(0, "occupation")).isEqualTo("painter");
  }

  @Test
  @DisplayName("writes a later copy in other letters, two spellings as near as before")
  void laterCopy() {
    String smith = cell(3, "surname");
    String smyth = cell(4, "surname");
    assertThat(smith).matches("[B-Z][^aeiou][aeiou][^aeiou]{2}").isNotEqualTo("Smith");
    assertThat(smyth.substring(0, 2) + smyth.substring(3))
        .isEqualTo(smith.substring(0, 2) + smith.substring(3));
    assertThat(cell(3, "first_name")).isEqualTo("Ann");
    assertThat(cell(3, "full_name")).isEqualTo("Ann " + smith);
    assertThat(cell(3, "postcode_fake")).matches("[a-z]{2}\\d \\d[a-z]{2}");
  }

  @Test
  @DisplayName("keeps persons together within a copy and apart between copies")
  void persons() {
    assertThat(history.row(0, copies).person()).isEqualTo(history.row(1, copies).person());
    assertThat(history.row(3, copies).person())
        .isEqualTo(history.row(4, copies).person())
        .isNotEqualTo(history.row(0, copies).person());
  }

  @ParameterizedTest(name = "record {0}: born {1}")
  @CsvSource({
    "0, 1742-02-28",
    "1, 1742-02-28",
    "2, 1850",
    "3, 1749-02-28",
    "30, 1812-02-28",
    "36, 1826-02-28"
  })
  @DisplayName("shifts birth years copy by copy and leaves what is no whole date")
  void born(int number, String born) {
    assertThat(cell(number, "dob")).isEqualTo(born);
  }

  @Test
  @DisplayName("is the same for the same seed, and another for another")
  void seeded() {
    ScaledHistory same = new ScaledHistory(ORIGINAL, 5);
    ScaledHistory other = new ScaledHistory(ORIGINAL, 6);
    assertThat(same.row(7, new HashMap<>()).cells()).isEqualTo(history.row(7, copies).cells());
    assertThat(other.row(7, new HashMap<>()).cells()).isNotEqualTo(history.row(7, copies).cells());
  }
}

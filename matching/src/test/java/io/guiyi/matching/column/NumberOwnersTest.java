package io.guiyi.matching.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.Field;
import io.guiyi.matching.model.ModelDescription.Laws;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.model.ModelDescription.Thresholds;
import io.guiyi.matching.model.ModelDescription.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number stands with its owner alone")
class NumberOwnersTest {
  private static final String NUMBER = "440308199901101512";
  private static final ModelDescription MODEL =
      new ModelDescription(
          "owners",
          List.of(),
          List.of(
              new Field("name", "han-name"),
              new Field("number", "resident-number"),
              new Field("birth", "birth")),
          List.of(),
          List.of(),
          new Training(List.of(), 0.5, List.of(), List.of()),
          new Laws(List.of(), List.of(), List.of(), new Ownership("number", "name", "birth")),
          new Thresholds(0, 0, 0));

  /** A row: name, birth date and sex. All carry the same number. */
  private record Row(String name, String birth, String sex) {
    static Row of(String text) {
      String[] parts = text.strip().split(" ", -1);
      return new Row(
          parts[0].equals("-") ? "" : parts[0], parts[1].equals("-") ? "" : parts[1], parts[2]);
    }
  }

  /** For each row + if it keeps the number, - if it loses it. */
  private static List<String> kept(List<Row> rows) {
    RecordTableBuilder builder = new RecordTableBuilder(MODEL);
    for (Row row : rows) {
      builder.add(
          new int[] {
            builder.lexicon(0).number(List.of(row.name(), "", "")),
            builder.lexicon(1).number(List.of(NUMBER, "", "", "", row.birth(), row.sex())),
            builder.lexicon(2).number(List.of(row.birth(), NUMBER, row.sex()))
          });
    }
    RecordTable table = builder.build();
    List<String> kept = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      int unit = table.unitOf(row);
      boolean number = table.column(1)[unit] != Lexicon.MISSING;
      if (!number && rows.get(row).birth().isEmpty()) {
        assertThat(table.column(2)[unit]).as("no birth from it").isEqualTo(Lexicon.MISSING);
      }
      kept.add(number ? "+" : "-");
    }
    return kept;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the parent's number on a child's row | 张伟 19990110 1, 张子涵 20200301 1          | + -",
        "the same, where the child's row says nothing | 张伟 19990110 1, 张子涵 - 1           | + -",
        "a borrower who states his own birth  | 张伟 19990110 1, 李强 19960704 2           | + -",
        "the owner's own slip                 | 张伟 19990110 1, 张伟 19980704 2           | + +",
        "the owner's name misspelt            | 张伟 19990110 1, 张炜 - 1                  | + +",
        "two who both state its birth         | 张伟 19990110 1, 李强 19990110 1           | + +",
        "the majority where nobody states it  | 张伟 - 1, 张伟 1999 1, 李强 - 1             | + + -",
        "a tie                                | 张伟 - 1, 李强 - 1                        | + +",
        "a row without a name                 | - 19990110 1, 张伟 - 1, 张伟 1999 1, 李强 - 1 | + + + -",
        "one row alone                        | 李强 19960704 2                         | +",
      })
  void owners(String what, String rows, String expected) {
    List<Row> read = Arrays.stream(rows.split(",", -1)).map(Row::of).toList();
    assertThat(String.join(" ", kept(read))).as(what).isEqualTo(expected);
  }

  @RepeatedTest(20)
  @DisplayName("the order of rows decides nothing")
  void anyOrder(RepetitionInfo repetition) {
    List<Row> rows = new ArrayList<>();
    for (String text :
        List.of("张伟 19990110 1", "张炜 - 1", "李强 - 1", "张子涵 20200301 1", "张伟 1999 1")) {
      rows.add(Row.of(text));
    }
    Collections.shuffle(rows, new Random(repetition.getCurrentRepetition()));
    List<String> kept = kept(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(kept.get(i))
          .isEqualTo(
              rows.get(i).name().startsWith("张伟") || rows.get(i).name().equals("张炜") ? "+" : "-");
    }
  }
}

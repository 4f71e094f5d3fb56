package io.guiyi.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The conservation law")
class ConservationTest {

  @Test
  @DisplayName("counts every row once, whatever its kind")
  void everyRowOnce() {
    List<RowOutcome> rows = new ArrayList<>();
    for (RowOutcome.Kind kind : RowOutcome.Kind.values()) {
      for (int i = 0; i <= kind.ordinal(); i++) {
        rows.add(RowOutcome.of(new Position("row " + i), kind));
      }
    }
    Conservation counts = Conservation.of(rows);
    assertThat(counts).isEqualTo(new Conservation(1, 2, 3, 4, 5, 6));
    assertThat(counts.read()).isEqualTo(rows.size());
    assertThat(counts.plus(counts).read()).isEqualTo(2L * rows.size());
  }
}

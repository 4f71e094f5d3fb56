package io.guiyi.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutagesTest {
  @ParameterizedTest(name = "SQLSTATE {0} ({2}): outage {1}")
  @DisplayName("an outage is told from a row that cannot be stored")
  @CsvSource(
      textBlock =
          """
          08006, true,  connection failure
          08001, true,  cannot connect
          57P01, true,  administrator shuts down
          57P02, true,  crashed
          57P03, true,  starting up
          57014, true,  statement timed out
          53100, true,  disk full
          53300, true,  too many connections
          58030, true,  input or output error of the server
          40001, true,  serialization failure
          40P01, true,  deadlock
          55P03, true,  lock not given
          25006, true,  read-only standby
          23505, false, unique violation
          23503, false, foreign key violation
          23514, false, check violation
          22001, false, value too long
          22P05, false, character without equivalent
          P0001, false, raised by a trigger
          42P01, false, no such table
          """)
  void tellsApart(String state, boolean outage, String what) {
    RuntimeException failure =
        new IllegalStateException(new RuntimeException(new SQLException("x", state)));
    assertThat(Outages.in(failure).isPresent()).as(what).isEqualTo(outage);
  }

  @Test
  @DisplayName("a disk that fails under the index is an outage, a fault in the code is none")
  void files() {
    assertThat(Outages.in(new UncheckedIOException(new IOException("disk")))).isPresent();
    assertThat(Outages.in(new IllegalStateException("fault"))).isEmpty();
  }

  @Test
  @DisplayName("the message names the state and no value")
  void message() {
    assertThat(Outages.in(new RuntimeException(new SQLException("张惠珍", "08006"))).orElseThrow())
        .hasMessageContaining("08006")
        .hasMessageNotContaining("张惠珍");
  }
}

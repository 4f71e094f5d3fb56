package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.RowOutcome.Kind;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.SourceVersion;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {
  private static final Instant HELD = Instant.parse("2026-02-01T00:00:00Z");

  @ParameterizedTest(name = "held {0}, row is {1} s newer, {2}, same content {3}: {4}")
  @DisplayName("a row is compared with the version in force and with no other")
  @CsvSource(
      textBlock =
          """
          -,          0, PRESENT,   false, NEW
          -,          0, WITHDRAWN, false, WITHDRAWN
          PRESENT,    0, PRESENT,   true,  UNCHANGED
          PRESENT,    9, PRESENT,   true,  UNCHANGED
          PRESENT,   -9, PRESENT,   true,  UNCHANGED
          PRESENT,    0, PRESENT,   false, CHANGED
          PRESENT,    9, PRESENT,   false, CHANGED
          PRESENT,   -9, PRESENT,   false, STALE
          PRESENT,    0, WITHDRAWN, false, WITHDRAWN
          PRESENT,    9, WITHDRAWN, false, WITHDRAWN
          PRESENT,   -9, WITHDRAWN, false, STALE
          WITHDRAWN,  9, WITHDRAWN, true,  UNCHANGED
          WITHDRAWN,  9, WITHDRAWN, false, CHANGED
          WITHDRAWN,  9, PRESENT,   false, CHANGED
          WITHDRAWN, -9, PRESENT,   false, STALE
          """)
  void classifies(String held, long newer, Presence presence, boolean same, Kind expected) {
    Classification.Held before =
        held.equals("-")
            ? null
            : new Classification.Held(new SourceVersion(HELD, 0), Presence.valueOf(held));
    SourceVersion version = new SourceVersion(HELD.plusSeconds(newer), 0);
    assertThat(Classification.of(before, version, presence, same)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "sequence {0} against 5 at the same instant: {1}")
  @DisplayName("the source's running number orders versions of one instant")
  @CsvSource({"4, STALE", "5, CHANGED", "6, CHANGED"})
  void ordersBySequence(long sequence, Kind expected) {
    Classification.Held before =
        new Classification.Held(new SourceVersion(HELD, 5), Presence.PRESENT);
    SourceVersion version = new SourceVersion(HELD, sequence);
    assertThat(Classification.of(before, version, Presence.PRESENT, false)).isEqualTo(expected);
  }
}

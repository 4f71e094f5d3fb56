package io.guiyi.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Settings of the embedded PostgreSQL")
class PostgresSettingsTest {
  private static final PostgresSettings DEFAULTS = PostgresSettings.in(Path.of("var"));

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Guiyi", "1st", "a-b", "a\"b", "a b", "postgres", "template1", "pg_own"})
  void refuseANameThatPostgresWouldMistake(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withNames(name, "fine"));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withNames("fine", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "order", "a", "labour_exchange_2"})
  void acceptANameEvenIfSqlReservesIt(String name) {
    assertThat(DEFAULTS.withNames(name, name).database()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 15, 65_537})
  void refuseACacheThatCannotBe(int megabytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withSharedBuffersMb(megabytes))
        .withMessageContaining(String.valueOf(megabytes))
        .withMessageContaining("16 to 65536");
  }

  @ParameterizedTest
  @CsvSource({"PT0.9S, PT1M", "PT1M, PT61M", "PT-1S, PT1M"})
  void refuseLimitsOutsideOneSecondToOneHour(Duration start, Duration stop) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new PostgresSettings(
                Path.of("var"), Path.of("var"), "guiyi", "guiyi", 256, start, stop, true))
        .withMessageContaining("1 second to 1 hour");
  }

  @Test
  void keepEverythingUnderTheDirectoryByDefault() {
    String given = System.clearProperty(PostgresSettings.PROGRAMS);
    try {
      assertThat(PostgresSettings.in(Path.of("var")).binaries())
          .isEqualTo(Path.of("var", "postgres"));
    } finally {
      if (given != null) {
        System.setProperty(PostgresSettings.PROGRAMS, given);
      }
    }
  }

  @Test
  void leaveTheServerToTheJvmUnlessToldOtherwise() {
    assertThat(DEFAULTS.stopWithJvm()).isTrue();
    assertThat(DEFAULTS.withStopWithJvm(false).stopWithJvm()).isFalse();
  }
}

package io.guiyi.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The durability check")
class DurabilityCheckTest {
  @TempDir static Path directory;
  static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(Hub.settings(directory));
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
  void acceptsASessionThatWaitsForTheDisk(String value) throws SQLException {
    try (Connection connection = with("set synchronous_commit = " + value)) {
      assertThatCode(() -> DurabilityCheck.verify(connection)).doesNotThrowAnyException();
    }
  }

  @Test
  void refusesASessionThatDoesNotWait() throws SQLException {
    try (Connection connection = with("set synchronous_commit = off")) {
      assertThatExceptionOfType(UndurableDatabaseException.class)
          .isThrownBy(() -> DurabilityCheck.verify(connection))
          .withMessageContaining("synchronous_commit = off")
          .withMessageContaining("Switch it on");
    }
  }

  @Test
  @DisplayName("names everything that is off at once, and the server is stopped again")
  void refusesAServerThatDoesNotSync() throws IOException, SQLException {
    postgres.close();
    Path overriding = directory.resolve("postgres/data/postgresql.auto.conf");
    String before = Files.readString(overriding);
    Files.writeString(overriding, "fsync = off\nfull_page_writes = off\n");
    assertThatExceptionOfType(UndurableDatabaseException.class)
        .isThrownBy(() -> EmbeddedPostgres.start(Hub.settings(directory)))
        .satisfies(
            refused -> assertThat(refused.settings()).containsExactly("fsync", "full_page_writes"));
    assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();

    Files.writeString(overriding, before);
    start();
    assertThat(Hub.ask(postgres, "show fsync")).isEqualTo("on");
  }

  private static Connection with(String setting) throws SQLException {
    Connection connection = Hub.connect(postgres);
    try (Statement statement = connection.createStatement()) {
      statement.execute(setting);
    }
    return connection;
  }
}

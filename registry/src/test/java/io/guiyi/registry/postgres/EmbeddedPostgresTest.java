package io.guiyi.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A running embedded PostgreSQL")
class EmbeddedPostgresTest {
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

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          fsync,                             on
          synchronous_commit,                on
          full_page_writes,                  on
          data_checksums,                    on
          listen_addresses,                  127.0.0.1
          password_encryption,               scram-sha-256
          server_encoding,                   UTF8
          shared_buffers,                    32MB
          max_connections,                   50
          jit,                               off
          wal_compression,                   pglz
          log_statement,                     none
          log_min_messages,                  log
          log_min_error_statement,           panic
          log_parameter_max_length,          0
          log_parameter_max_length_on_error, 0
          log_error_verbosity,               terse
          """)
  void runsWithTheSettingsThatTheRegisterNeeds(String setting, String value) throws SQLException {
    assertThat(Hub.ask(postgres, "show " + setting)).isEqualTo(value);
  }

  @Test
  @DisplayName("sorts by code point with PostgreSQL's own rules, whatever the machine's locale")
  void sortsDeterministically() throws SQLException {
    assertThat(
            Hub.ask(
                postgres,
                "select datlocprovider::text || ' ' || datlocale from pg_database"
                    + " where datname = current_database()"))
        .isEqualTo("b C.UTF-8");
    assertThat(
            Hub.ask(
                postgres,
                "select string_agg(x, '' order by x) from unnest("
                    + "array['b', '张', 'B', 'a', '阿']) x"))
        .isEqualTo("Bab张阿");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "create role intruder",
        "create database another",
        "alter system set fsync = off",
        "select pg_read_file('/etc/hostname')",
        "copy (select 1) to program 'true'"
      })
  void theRoleIsRefusedWhatOnlyASuperuserMay(String sql) {
    assertThatThrownBy(() -> Hub.execute(postgres, sql))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).isIn("42501", "0A000"));
  }

  @Test
  void theRoleOwnsItsDatabaseAndIsNoSuperuser() throws SQLException {
    assertThat(Hub.ask(postgres, "select current_setting('is_superuser')")).isEqualTo("off");
    assertThat(Hub.ask(postgres, "select current_database() || ' ' || current_user"))
        .isEqualTo("guiyi guiyi");
    Hub.execute(postgres, "create schema of_its_own");
  }

  @Test
  void nobodyEntersWithoutThePassword() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
  }

  @Test
  void thePasswordsAreForTheOwnerAloneAndMasked() throws IOException {
    Path file = directory.resolve("postgres/credentials");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).contains(postgres.password());
    assertThat(postgres.toString() + new Credentials("secret", "secret"))
        .doesNotContain(postgres.password())
        .doesNotContain("secret");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @DisplayName("has no file open outside its directory")
  void staysInItsDirectory() throws IOException {
    ProcessHandle postmaster = ProcessHandle.of(postgres.pid().orElseThrow()).orElseThrow();
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
    assertThat(processes).hasSizeGreaterThan(3);
    String home = directory.toRealPath().resolve("postgres").toString();
    for (ProcessHandle process : processes) {
      assertThat(openFiles(process)).isNotEmpty().allSatisfy(file -> assertPlace(file, home));
    }
  }

  private static void assertPlace(String file, String home) {
    boolean noFile =
        Stream.of("pipe:", "socket:", "anon_inode:", "/dev/").anyMatch(file::startsWith);
    if (!noFile) {
      assertThat(file).startsWith(home);
    }
  }

  private static List<String> openFiles(ProcessHandle process) throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/%d/fd".formatted(process.pid())))) {
      return descriptors.filter(Files::isSymbolicLink).map(EmbeddedPostgresTest::target).toList();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "anon_inode:closed";
    }
  }

  @Test
  @DisplayName("keeps personal values out of its log, and quoted details out of exceptions")
  void logsNoValues() throws IOException, SQLException {
    String marked = "欧阳测试Marked7";
    Hub.execute(postgres, "create table named (name text unique)");
    try (Connection connection = Hub.connect(postgres);
        PreparedStatement insert = connection.prepareStatement("insert into named values (?)")) {
      insert.setString(1, marked);
      insert.execute();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(insert::execute)
          .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(marked));
    }
    assertThatThrownBy(() -> Hub.execute(postgres, "select '" + marked + "'::date"))
        .isInstanceOf(SQLException.class);
    // What follows the errors is in the log, so they would be too.
    assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "nobody_here", "x"))
        .isInstanceOf(SQLException.class);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(EmbeddedPostgresTest::log, log -> log.contains("nobody_here"));
    assertThat(log()).doesNotContain(marked).doesNotContain("insert into named");
  }

  private static String log() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(directory.resolve("postgres/log"))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void aSecondOneOverTheSameDirectoryIsRefused() throws SQLException {
    assertThatExceptionOfType(EmbeddedPostgresException.class)
        .isThrownBy(() -> EmbeddedPostgres.start(Hub.settings(directory)))
        .withMessageContaining("in use by this process")
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.DIRECTORY_IN_USE));
    assertThat(Hub.ask(postgres, "select 1")).isEqualTo("1");
  }

  @Test
  void anotherOneRunsBesideItInADirectoryOfItsOwn(@TempDir Path other) throws SQLException {
    PostgresSettings settings = Hub.settings(other).withNames("exchange", "labour");
    try (EmbeddedPostgres second = EmbeddedPostgres.start(settings)) {
      assertThat(second.port()).isNotEqualTo(postgres.port());
      assertThat(second.password()).isNotEqualTo(postgres.password());
      assertThat(Hub.ask(second, "select current_database() || ' ' || current_user"))
          .isEqualTo("exchange labour");
    }
  }

  @Test
  void opensNoUnixSocket() throws SQLException {
    try (Connection connection = postgres.connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show unix_socket_directories")) {
      rows.next();
      assertThat(rows.getString(1)).isEmpty();
    }
  }

  @Test
  void theRoleMayNotEnterTheMaintenanceDatabase() {
    assertThatThrownBy(() ->
            DriverManager.getConnection(
                postgres.jdbcUrl().replace("/guiyi?", "/postgres?"),
                postgres.user(),
                postgres.password()))
        .isInstanceOf(SQLException.class);
  }
}

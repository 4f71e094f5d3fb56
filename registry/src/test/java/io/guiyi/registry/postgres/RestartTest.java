package io.guiyi.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test begins with a running server and one committed row, and ends with a restart. */
@DisplayName("An embedded PostgreSQL that starts again")
class RestartTest {
  @TempDir static Path directory;
  private EmbeddedPostgres postgres;

  @BeforeEach
  void start() throws SQLException {
    postgres = EmbeddedPostgres.start(Hub.settings(directory));
    Hub.execute(postgres, "create table if not exists kept (id int)");
    Hub.execute(postgres, "truncate kept");
    Hub.execute(postgres, "insert into kept values (1)");
  }

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void keepsItsDataItsPasswordAndItsPort() throws SQLException {
    String password = postgres.password();
    int port = postgres.port();
    long pid = postgres.pid().orElseThrow();
    postgres.close();
    assertThat(postgres.pid()).isEmpty();

    startAgain();
    assertThat(postgres.password()).isEqualTo(password);
    assertThat(postgres.port()).isEqualTo(port);
    assertThat(postgres.pid()).isPresent().isNotEqualTo(pid);
    assertThat(postgres.takenOverFrom()).isEmpty();
  }

  @Test
  void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
    int port = postgres.port();
    postgres.close();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      startAgain();
      assertThat(postgres.port()).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  @DisplayName("recovers after SIGKILL, with a statement still running that its client gave up")
  void recoversAfterKill() throws Exception {
    Connection client = Hub.connect(postgres);
    Thread busy = Thread.ofVirtual().start(() -> runForEver(client));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            Hub.ask(
                    postgres,
                    "select count(*) from pg_stat_activity"
                        + " where state = 'active' and query like '%generate_series%'"
                        + " and pid <> pg_backend_pid()")
                .equals("1"));
    Hub.kill(ProcessHandle.of(postgres.pid().orElseThrow()).orElseThrow());
    client.abort(Runnable::run);
    postgres.close();

    startAgain();
    busy.join(Duration.ofSeconds(10));
  }

  private static void runForEver(Connection client) {
    try (Statement statement = client.createStatement()) {
      statement.execute(
          "select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b");
    } catch (SQLException expected) {
      // the client gave up
    }
  }

  @Test
  @DisplayName("starts over a pid file whose number belongs to another process now")
  void ignoresAStalePidFile() throws Exception {
    postgres.close();
    Path pidFile = directory.resolve("postgres/data/postmaster.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/elsewhere\n0\n5432\n\n");
    startAgain();
  }

  @Test
  void deletesWhatACrashLeftHalfDone() throws Exception {
    postgres.close();
    Path scrap = Files.createFile(directory.resolve("postgres/run/scrap-1"));
    Path draft = directory.resolve("postgres/data.new-1");
    Files.createFile(Files.createDirectory(draft).resolve("PG_VERSION"));
    startAgain();
    assertThat(scrap).doesNotExist();
    assertThat(draft).doesNotExist();
  }

  @Test
  void refusesDataOfAnotherMajorVersion() throws Exception {
    postgres.close();
    Path version = directory.resolve("postgres/data/PG_VERSION");
    String ours = Files.readString(version);
    Files.writeString(version, "9\n");
    assertRefused(Reason.VERSION_MISMATCH, "PostgreSQL 9's");
    Files.writeString(version, ours);
    startAgain();
  }

  @Test
  void refusesToGuessALostPassword() throws Exception {
    postgres.close();
    Path file = directory.resolve("postgres/credentials");
    Path aside = directory.resolve("aside");
    Files.move(file, aside);
    assertRefused(Reason.CREDENTIALS_UNUSABLE, "Restore it");
    Files.move(aside, file);
    startAgain();
  }

  @Test
  void refusesPasswordsThatOthersCanRead() throws Exception {
    postgres.close();
    Path file = directory.resolve("postgres/credentials");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertRefused(Reason.CREDENTIALS_UNUSABLE, "chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    startAgain();
  }

  private static void assertRefused(Reason reason, String message) {
    assertThatExceptionOfType(EmbeddedPostgresException.class)
        .isThrownBy(() -> EmbeddedPostgres.start(Hub.settings(directory)))
        .withMessageContaining(message)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private void startAgain() throws SQLException {
    postgres = EmbeddedPostgres.start(Hub.settings(directory));
    assertThat(Hub.ask(postgres, "select count(*) from kept")).isEqualTo("1");
  }
}

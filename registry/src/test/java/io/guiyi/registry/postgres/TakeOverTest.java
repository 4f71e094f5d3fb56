package io.guiyi.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The server of another hub process")
class TakeOverTest {
  @TempDir Path directory;

  @Test
  @DisplayName("is left to a living hub, and taken over from one that was killed")
  void isTakenOver() throws Exception {
    Process hub = Hub.launch(directory);
    Hub.awaitReady(hub);
    assertThatExceptionOfType(EmbeddedPostgresException.class)
        .isThrownBy(() -> EmbeddedPostgres.start(Hub.settings(directory)))
        .withMessageContaining("in use by process " + hub.pid())
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.DIRECTORY_IN_USE));

    long orphan = serverPid();
    Hub.kill(hub.toHandle());
    assertThat(ProcessHandle.of(orphan)).as("the server outlives its hub").isPresent();

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Hub.settings(directory))) {
      assertThat(postgres.takenOverFrom()).hasValue(orphan);
      assertThat(postgres.pid()).isPresent().isNotEqualTo(postgres.takenOverFrom());
      assertThat(Hub.ask(postgres, "select count(*) from kept")).isEqualTo("1");
    }
  }

  @Test
  void isStoppedWhenTheHubEndsInOrder() throws Exception {
    Process hub = Hub.launch(directory);
    Hub.awaitReady(hub);
    ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
    hub.getOutputStream().close();
    assertThat(hub.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(hub.exitValue()).isZero();
    await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
    assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  @DisplayName("is created anew when its hub was killed in the middle of creating it")
  void isCreatedAnew() throws Exception {
    Process hub = Hub.launch(directory);
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> hasDraft(directory.resolve("postgres")));
    Hub.kill(hub.toHandle());
    assertThat(directory.resolve("postgres/data")).doesNotExist();

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Hub.settings(directory))) {
      assertThat(Hub.ask(postgres, "select 1")).isEqualTo("1");
    }
    // The initdb of the killed hub may still be writing its draft; the folder must outlive it.
    await().atMost(Duration.ofSeconds(20)).until(() -> !anyProcessOver(directory));
  }

  private long serverPid() throws IOException {
    Path file = directory.resolve("postgres/data/postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).getFirst());
  }

  private static boolean hasDraft(Path home) throws IOException {
    if (!Files.exists(home)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(home)) {
      return entries.anyMatch(entry -> entry.getFileName().toString().startsWith("data.new-"));
    }
  }

  private static boolean anyProcessOver(Path directory) {
    return ProcessHandle.allProcesses()
        .anyMatch(
            process -> process.info().commandLine().orElse("").contains(directory.toString()));
  }
}

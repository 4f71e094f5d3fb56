package io.guiyi.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A measured process")
class MeasuredProcessTest {

  /** A shell that starts another one, which counts for a while. */
  private static final List<String> TREE =
      List.of(
          "sh", "-c", "sh -c 'i=0; while [ $i -lt 400000 ]; do i=$((i + 1)); done'; echo counted");

  private final MeasuredProcess processes = new MeasuredProcess(Duration.ofMinutes(1));

  @TempDir private Path folder;

  @BeforeEach
  void onlyOnLinux() {
    assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "there is no /proc here");
  }

  @Test
  @DisplayName("spends what it and its children spend")
  void countsTheTree() throws Exception {
    Path log = folder.resolve("log");
    Spending spending = processes.run(TREE, log);
    assertThat(log).hasContent("counted");
    assertThat(spending.cpuSeconds()).isBetween(0.05, spending.wallSeconds() + 0.1);
    assertThat(spending.peakBytes()).isBetween(200_000L, 100_000_000L);
  }

  @Test
  @DisplayName("is counted nearly alike where /proc is all there is")
  void samples() throws Exception {
    Spending counted = processes.run(TREE, folder.resolve("log"));
    Spending sampled = processes.bySampling(TREE, folder.resolve("log"));
    assertThat(sampled.cpuSeconds())
        .isBetween(counted.cpuSeconds() / 3, counted.cpuSeconds() * 3 + 0.1);
    assertThat(sampled.peakBytes()).isBetween(200_000L, 100_000_000L);
  }

  @Test
  @DisplayName("that fails is told with its last words")
  void fails() {
    List<String> failing = List.of("sh", "-c", "echo no such model; exit 2");
    assertThatThrownBy(() -> processes.run(failing, folder.resolve("log")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("code 2")
        .hasMessageContaining("no such model");
  }

  @Test
  @DisplayName("that does not end is ended")
  void isEnded() {
    MeasuredProcess impatient = new MeasuredProcess(Duration.ofMillis(200));
    assertThatThrownBy(() -> impatient.run(List.of("tail", "-f", "/dev/null"), log()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("took longer");
  }

  private Path log() {
    return folder.resolve("log");
  }
}

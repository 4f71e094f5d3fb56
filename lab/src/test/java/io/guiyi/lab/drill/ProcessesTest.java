package io.guiyi.lab.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Processes are found by the folder they name")
class ProcessesTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("and are gone when the folder has been cleared of them")
  void areFoundAndKilled() throws Exception {
    Process reader = shell("cat").start();
    Process process = shell("postgres").start();
    try {
      assertThat(Processes.over(folder)).containsExactly(process.toHandle());
      assertThat(Processes.over(folder.resolveSibling(folder.getFileName() + "x"))).isEmpty();
      Processes.clear(folder);
      assertThat(Processes.over(folder)).isEmpty();
      assertThat(process.waitFor()).isNotZero();
      assertThat(reader.isAlive()).as("another program that names the folder").isTrue();
    } finally {
      process.destroyForcibly();
      reader.destroyForcibly();
    }
  }

  /** A shell by another name that waits for a line. */
  private ProcessBuilder shell(String name) throws Exception {
    Path program = Files.copy(Path.of("/bin/sh").toRealPath(), folder.resolve(name));
    return new ProcessBuilder(program.toString(), "-c", "read line", folder.toString());
  }
}

package io.guiyi.routes.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What this process has used so far, as far as the system tells. */
final class ProcessFigures {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private ProcessFigures() {}

  /** Seconds of all processors, user and system. */
  static OptionalDouble cpuSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(Duration::toMillis)
        .map(millis -> OptionalDouble.of(millis / 1e3))
        .orElse(OptionalDouble.empty());
  }

  /** The most memory that was resident at once, in bytes. */
  static OptionalLong peakBytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(PEAK)) {
          String kilobytes = line.substring(PEAK.length()).replace("kB", "").strip();
          return OptionalLong.of(Long.parseLong(kilobytes) * 1024);
        }
      }
    } catch (IOException | NumberFormatException e) {
      // Other systems have no such file; the figure is then left out.
    }
    return OptionalLong.empty();
  }
}

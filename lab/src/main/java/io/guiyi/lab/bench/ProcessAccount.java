package io.guiyi.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process and its descendants have spent so far by {@code /proc}. What happens after the
 * last look is not seen.
 */
final class ProcessAccount {

  /** The kernel's clock ticks as it shows them to programs, on every platform of Linux. */
  private static final double TICKS_PER_SECOND = 100;

  /**
   * utime, stime, cutime and cstime are fields 14 to 17 of stat; the name before may hold blanks.
   */
  private static final Pattern TIMES =
      Pattern.compile("(?s).*\\) \\S(?: \\S+){10} (\\d+) (\\d+) (\\d+) (\\d+) .*");

  private static final Pattern PEAK = Pattern.compile("(?s).*VmHWM:\\s+(\\d+) kB.*");

  private final ProcessHandle root;
  private double cpuSeconds;
  private long peakBytes;

  ProcessAccount(ProcessHandle root) {
    this.root = root;
  }

  /** Looks at all of them. */
  synchronized void look() {
    long ticks = 0;
    for (ProcessHandle process : Stream.concat(Stream.of(root), root.descendants()).toList()) {
      Path folder = Path.of("/proc", Long.toString(process.pid()));
      ticks += matched(folder.resolve("stat"), TIMES).map(ProcessAccount::sum).orElse(0L);
      long peak =
          matched(folder.resolve("status"), PEAK)
              .map(found -> Long.parseLong(found.group(1)) * 1024)
              .orElse(0L);
      peakBytes = Math.max(peakBytes, peak);
    }
    cpuSeconds = Math.max(cpuSeconds, ticks / TICKS_PER_SECOND);
  }

  private static long sum(Matcher times) {
    long sum = 0;
    for (int group = 1; group <= times.groupCount(); group++) {
      sum += Long.parseLong(times.group(group));
    }
    return sum;
  }

  private static Optional<Matcher> matched(Path file, Pattern pattern) {
    try {
      Matcher matcher = pattern.matcher(Files.readString(file));
      return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  synchronized double cpuSeconds() {
    return cpuSeconds;
  }

  synchronized long peakBytes() {
    return peakBytes;
  }
}

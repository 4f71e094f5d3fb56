package io.guiyi.lab.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hubs and PostgreSQL servers by the folder they work on, which both name on their command line. A
 * process that is dead has none, also if nobody has taken notice of its death.
 */
final class Processes {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private static final Pattern PROGRAM = Pattern.compile("(\\S*/)?(java|postgres) ");

  private Processes() {}

  /** Those that name {@code folder} or something below it, but for this process. */
  static List<ProcessHandle> over(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> !process.equals(ProcessHandle.current()))
        .filter(process -> names(process.info().commandLine().orElse("") + " ", folder))
        .toList();
  }

  /** The PostgreSQL servers, at most one, that run over the hub's data folder. */
  static List<ProcessHandle> databaseOf(Path data) {
    return over(data.resolve("postgres").resolve("data"));
  }

  /** Whoever merely looks into the folder with another program is let alone. */
  private static boolean names(String command, Path folder) {
    return PROGRAM.matcher(command).lookingAt() && names(command, folder.toString());
  }

  private static boolean names(String command, String folder) {
    return command.contains(folder + "/") || command.contains(folder + " ");
  }

  /** Sends SIGKILL to them and to whatever they have started. */
  static void kill(List<ProcessHandle> processes) {
    List<ProcessHandle> all =
        processes.stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * Kills everything that works on {@code folder}, and waits until it is gone.
   *
   * @throws IllegalStateException if something is still there after that
   */
  static void clear(Path folder) {
    long giveUpAt = System.nanoTime() + GONE_WITHIN.toNanos();
    List<ProcessHandle> left = over(folder);
    while (!left.isEmpty()) {
      if (System.nanoTime() > giveUpAt) {
        throw new IllegalStateException(
            "process %d works on %s and cannot be killed".formatted(left.getFirst().pid(), folder));
      }
      kill(left);
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      left = over(folder);
    }
  }
}

package io.guiyi.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command in a process of its own and counts what it spends. The kernel's own account of the
 * process and of all that it waited for is asked through GNU time, which reads it by {@code wait4};
 * where that is not installed, {@code /proc} is looked at fifty times a second instead.
 */
public final class MeasuredProcess {

  private static final Path GNU_TIME = Path.of("/usr/bin/time");
  private static final Path PROC = Path.of("/proc/self/stat");
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final int LAST_WORDS = 5;

  private final Duration patience;

  /**
   * Measures commands.
   *
   * @param patience after which a command is ended
   */
  public MeasuredProcess(Duration patience) {
    this.patience = patience;
  }

  /** How it counts, for whoever reads the figures. */
  public static String method() {
    return hasTime() ? "wait4 through " + GNU_TIME : "samples of /proc";
  }

  /**
   * Runs a command to its end.
   *
   * @param log takes what it prints
   * @throws IllegalStateException if it fails, or does not end in time
   */
  public Spending run(List<String> command, Path log) throws IOException, InterruptedException {
    return hasTime() ? byWaiting(command, log) : bySampling(command, log);
  }

  /** Other systems have another time there, which counts in other ways. */
  private static boolean hasTime() {
    return Files.isExecutable(GNU_TIME) && Files.isReadable(PROC);
  }

  private Spending byWaiting(List<String> command, Path log)
      throws IOException, InterruptedException {
    Path account = Files.createTempFile("guiyi", ".time");
    try {
      List<String> measured = new ArrayList<>();
      measured.addAll(List.of(GNU_TIME.toString(), "-o", account.toString()));
      measured.addAll(List.of("-f", "%U %S %e %M"));
      measured.addAll(command);
      await(start(measured, log), command, log);
      String[] figures = Files.readAllLines(account).getLast().split(" ");
      return new Spending(
          Double.parseDouble(figures[0]) + Double.parseDouble(figures[1]),
          Double.parseDouble(figures[2]),
          Long.parseLong(figures[3]) * 1024);
    } finally {
      Files.deleteIfExists(account);
    }
  }

  Spending bySampling(List<String> command, Path log) throws IOException, InterruptedException {
    if (!Files.isReadable(PROC)) {
      throw new IllegalStateException(
          "neither %s nor /proc is here: measure on Linux".formatted(GNU_TIME));
    }
    long start = System.nanoTime();
    Process process = start(command, log);
    ProcessAccount account = new ProcessAccount(process.toHandle());
    Thread sampler = Thread.ofPlatform().daemon().start(() -> sample(process, account));
    await(process, command, log);
    sampler.join();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Spending(account.cpuSeconds(), seconds, account.peakBytes());
  }

  private static void sample(Process process, ProcessAccount account) {
    try {
      do {
        account.look();
      } while (!process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process start(List<String> command, Path log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private void await(Process process, List<String> command, Path log) throws InterruptedException {
    Thread ender = new Thread(() -> end(process), "bench-end");
    Runtime.getRuntime().addShutdownHook(ender);
    try {
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended || process.exitValue() != 0) {
        String outcome =
            ended ? "ended with code " + process.exitValue() : "took longer than " + patience;
        throw new IllegalStateException(
            "%s %s; its last words, of %s:%n%s"
                .formatted(shown(command), outcome, log, lastWords(log)));
      }
    } finally {
      end(process);
      Runtime.getRuntime().removeShutdownHook(ender);
    }
  }

  private static String shown(List<String> command) {
    return String.join(" ", command.subList(0, Math.min(2, command.size())));
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String lastWords(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(log + " cannot be read", e);
    }
  }
}

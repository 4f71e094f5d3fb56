package io.guiyi.lab.drill;

import io.guiyi.lab.drill.KillPlan.Victims;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One life of the hub under drill. However it ends, nothing of it stays behind once this is closed;
 * should this process be killed itself, the hub sees its standard input end and stops.
 */
final class HubProcess implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(20);

  private final Process process;
  private final DrillFolder folder;
  private final Thread ender = new Thread(this::endAll, "drill-end");
  private @Nullable Sign latest;
  private boolean silent;

  private HubProcess(Process process, DrillFolder folder) {
    this.process = process;
    this.folder = folder;
  }

  /** Begins a life. */
  static HubProcess start(List<String> command, DrillFolder folder) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
      // Not on the command line, where its length would hide the folder from whoever looks.
      builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      Process process = builder.start();
      HubProcess hub = new HubProcess(process, folder);
      Thread.ofPlatform().name("drill-signs").daemon().start(hub::listen);
      Runtime.getRuntime().addShutdownHook(hub.ender);
      return hub;
    } catch (IOException e) {
      throw new UncheckedIOException("the hub's process cannot be started", e);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Sign.of(line).ifPresent(this::hear);
      }
    } catch (IOException ended) {
      // Its end of the pipe is gone: it gives no more signs.
    }
    hearNothingMore();
  }

  private synchronized void hear(Sign sign) {
    latest = sign;
    notifyAll();
  }

  private synchronized void hearNothingMore() {
    silent = true;
    notifyAll();
  }

  /**
   * Waits for a sign.
   *
   * @throws IllegalStateException if it does not come in time, or the hub ends before
   */
  synchronized Sign await(Predicate<Sign> wanted, Duration patience) throws InterruptedException {
    long giveUpAt = System.nanoTime() + patience.toNanos();
    while (latest == null || !wanted.test(latest)) {
      long left = giveUpAt - System.nanoTime();
      if (silent || left <= 0) {
        throw new IllegalStateException(
            "the hub under drill %s; its last sign was '%s', its words are in %s"
                .formatted(
                    silent ? "ended by itself" : "gave no sign within " + patience,
                    latest == null ? "none" : latest.line(),
                    folder.log()));
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return latest;
  }

  /** The process, by whose number the hub names itself as leader. */
  long pid() {
    return process.pid();
  }

  /** Stops it in the middle of whatever it does; it keeps its connections and notices nothing. */
  void pause() throws InterruptedException, IOException {
    signal("-STOP");
  }

  /** Lets it go on. */
  void wake() throws InterruptedException, IOException {
    signal("-CONT");
  }

  private void signal(String which) throws InterruptedException, IOException {
    int exit = new ProcessBuilder("kill", which, Long.toString(pid())).start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("the hub under drill cannot be signalled " + which);
    }
  }

  /** Sends SIGKILL and waits until the hub is gone. */
  void kill(Victims victims) throws InterruptedException {
    List<ProcessHandle> database =
        switch (victims) {
          case HUB -> List.of();
          case HUB_AND_DATABASE -> Processes.databaseOf(folder.data());
        };
    process.destroyForcibly();
    Processes.kill(database);
    process.waitFor();
  }

  /**
   * Ends its standard input, which asks it to stop gracefully.
   *
   * @return its exit code
   * @throws IllegalStateException if it does not stop in time
   */
  int stop(Duration patience) throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      // Then it ends as well.
    }
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "the hub under drill did not stop within %s; its words are in %s"
              .formatted(patience, folder.log()));
    }
    return process.exitValue();
  }

  /** The last thing this process does, if it is ended in the middle of a drill. */
  private void endAll() {
    end();
    Processes.kill(Processes.databaseOf(folder.data()));
  }

  private void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Ends the hub if it still lives. Its database may live on, for the next life to find. */
  @Override
  public void close() {
    end();
    try {
      process.waitFor(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(ender);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook does the same.
    }
  }
}

package io.guiyi.registry.postgres;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs: with a clean environment, a time limit, and never as root.
 *
 * @param bin the folder of {@code initdb}, {@code pg_ctl} and {@code postgres}
 * @param launcher what stands before every program; empty for an ordinary user
 * @param work their working directory, where their output is kept while they run
 */
record PostgresPrograms(Path bin, List<String> launcher, Path work) {
  private static final Duration PROBE_WITHIN = Duration.ofSeconds(10);

  /**
   * How a program ended.
   *
   * @param exit its exit code; {@link #NO_END} if it was ended at the time limit
   * @param said what it wrote, standard output and error together
   */
  record Ending(int exit, String said) {
    static final int NO_END = -1;

    boolean good() {
      return exit == 0;
    }
  }

  /**
   * The programs as this user may run them.
   *
   * <p>PostgreSQL refuses root by its effective user id. In a new user namespace without a mapping
   * root shows as {@code nobody}, to the server and as the owner of every file root made, and the
   * kernel goes on checking access as root without its privileges. So files keep one owner, and the
   * server gains nothing over a server of an ordinary user.
   *
   * @throws EmbeddedPostgresException when this is root and user namespaces are forbidden
   */
  static PostgresPrograms of(PostgresBinaries binaries, PostgresHome home) throws IOException {
    Path bin = binaries.root().resolve("bin");
    if (new com.sun.security.auth.module.UnixSystem().getUid() != 0) {
      return new PostgresPrograms(bin, List.of(), home.run());
    }
    List<String> launcher = List.of("unshare", "--user");
    List<String> probe = new ArrayList<>(launcher);
    probe.add("true");
    String why;
    try {
      Ending ending = run(probe, home.run(), PROBE_WITHIN);
      if (ending.good()) {
        return new PostgresPrograms(bin, launcher, home.run());
      }
      why = ending.said().strip();
    } catch (IOException noSuchProgram) {
      why = String.valueOf(noSuchProgram.getMessage());
    }
    throw new EmbeddedPostgresException(
        Reason.ROOT_REFUSED,
        ("PostgreSQL refuses to run as root, and 'unshare --user' is not allowed here (%s). Run the"
                + " hub as an ordinary user, allow user namespaces, or give the URL of an external"
                + " PostgreSQL")
            .formatted(why));
  }

  /**
   * Runs one program to its end. Not interruptible: a start or a stop is not left half done, and
   * the limit bounds it.
   *
   * @throws IOException when it cannot be run at all
   */
  Ending run(String program, List<String> arguments, Duration within) throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.add(bin.resolve(program).toString());
    command.addAll(arguments);
    return run(command, work, within);
  }

  private static Ending run(List<String> command, Path work, Duration within) throws IOException {
    Path output = Files.createTempFile(work, PostgresHome.SCRAP, "");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(work.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      // PG* variables of the operator's shell would point the programs at another server; the
      // locale decides the language of the messages that Postmaster reads.
      Map<String, String> environment = builder.environment();
      String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
      environment.clear();
      environment.put("PATH", path);
      environment.put("LC_ALL", "C");
      int exit = await(builder.start(), within);
      return new Ending(exit, Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static int await(Process process, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return process.exitValue();
          }
          process.destroyForcibly();
          return Ending.NO_END;
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

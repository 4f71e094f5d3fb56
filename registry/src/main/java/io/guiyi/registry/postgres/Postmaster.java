package io.guiyi.registry.postgres;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import io.guiyi.registry.postgres.PostgresPrograms.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server process over one cluster: created, started, found again, stopped.
 *
 * <p>It is always known by its pid file and never by a {@link Process}: the server of a killed hub
 * is nobody's child. {@code pg_ctl} starts it in a session of its own, so that an interrupt from
 * the keyboard reaches the hub first and the server when the hub is done with it.
 */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  static final String SUPERUSER = "postgres";

  private static final Duration CREATE_WITHIN = Duration.ofMinutes(5);
  private static final Duration IMMEDIATE_STOP_WITHIN = Duration.ofSeconds(15);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);

  /** A server that another start left half started, or sessions that outlive their server. */
  private static final Pattern FORMER_SERVER =
      Pattern.compile("pre-existing shared memory|lock file .* already exists");

  private static final int SAID_LINES_MAX = 8;

  private final PostgresHome home;
  private final PostgresPrograms programs;
  private final PostgresSettings settings;

  Postmaster(PostgresHome home, PostgresPrograms programs, PostgresSettings settings) {
    this.home = home;
    this.programs = programs;
    this.settings = settings;
  }

  /**
   * Creates the cluster unless it is there. It gets its name only when it is complete and on the
   * disk, so a start killed in the middle leaves a draft, not half a cluster.
   *
   * <p>Text sorts by code point through PostgreSQL's built-in provider: the same everywhere, and no
   * update of the C library or of ICU can ever break an index.
   */
  void createCluster(Credentials credentials, String major) throws IOException {
    if (Files.exists(home.data())) {
      requireVersion(major);
      return;
    }
    Path draft = PostgresHome.draft(home.data());
    Path password = home.scrap();
    try {
      Files.writeString(password, credentials.superuser());
      Ending ending = programs.run("initdb", initdb(draft, password), CREATE_WITHIN);
      if (!ending.good()) {
        throw failed(Reason.CREATE_FAILED, "could not be created", ending.said());
      }
    } finally {
      Files.deleteIfExists(password);
    }
    PostgresHome.publish(draft, home.data());
  }

  private static List<String> initdb(Path data, Path password) {
    return List.of(
        "--pgdata=" + data,
        "--username=" + SUPERUSER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions");
  }

  private void requireVersion(String major) throws IOException {
    String data = Files.readString(home.data().resolve("PG_VERSION")).strip();
    if (!data.equals(major)) {
      throw new EmbeddedPostgresException(
          Reason.VERSION_MISMATCH,
          ("The data in %s are PostgreSQL %s's and this hub brings PostgreSQL %s. Dump them with"
                  + " the former hub and load them with this one, or go on with the former hub")
              .formatted(home.data(), data, major));
    }
  }

  /**
   * Makes way for a new server: stops the one that a killed hub left behind, and removes a pid file
   * whose number belongs to another process by now (or to a dead one nobody waited for), which
   * would keep PostgreSQL from starting. A pid file of a dead process is PostgreSQL's own business.
   *
   * <p>Removing it is safe even if the judgement were wrong: the server also refuses while any
   * process is attached to the shared memory that it derives from the data directory.
   *
   * @return the pid of the orphan that was stopped
   */
  OptionalLong stopOrphan() throws IOException {
    PostmasterFile file = PostmasterFile.read(home.data());
    switch (file.holder()) {
      case OURS -> {
        LOG.info("PostgreSQL (process {}) outlived its hub and is stopped", file.pid());
        stop();
        return OptionalLong.of(file.pid());
      }
      case ANOTHER_PROCESS -> Files.delete(file.path());
      case NOBODY -> {}
    }
    return OptionalLong.empty();
  }

  /**
   * Starts the server on the port it had before, or on another free one.
   *
   * @return the port
   * @throws EmbeddedPostgresException with the server's own words when it does not start in time
   */
  int start() throws IOException {
    long deadline = System.nanoTime() + settings.startWithin().toNanos();
    int port = freePort(formerPort());
    while (true) {
      Ending ending = attempt(port);
      if (ending.good()) {
        home.write(home.port(), Integer.toString(port));
        return port;
      }
      boolean portTaken = ending.said().contains("could not bind");
      boolean formerServer = FORMER_SERVER.matcher(ending.said()).find();
      boolean again = (portTaken || formerServer) && System.nanoTime() < deadline;
      stopOrphan();
      if (!again) {
        throw failed(Reason.START_FAILED, "did not start", ending.said());
      }
      port = portTaken ? freePort(0) : port;
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
  }

  /** One attempt, with what the server said before its log was open. */
  private Ending attempt(int port) throws IOException {
    new ServerConfiguration(port, settings.sharedBuffersMb(), home.log()).writeTo(home);
    Path startLog = home.log().resolve("start.log");
    Files.deleteIfExists(startLog);
    Duration within = settings.startWithin();
    Ending ending =
        control("start", within, "--log=" + startLog, "--timeout=" + within.toSeconds());
    String said = Files.exists(startLog) ? Files.readString(startLog) : "";
    return new Ending(ending.exit(), said + ending.said());
  }

  /**
   * Stops the server: a fast shutdown (sessions are ended, open transactions rolled back,
   * everything is written), and past the limit an immediate one, after which the next start replays
   * the log. Nothing committed is lost either way.
   *
   * @throws EmbeddedPostgresException when it is still there after both
   */
  void stop() throws IOException {
    if (!running()) {
      return;
    }
    Duration within = settings.stopWithin();
    String timeout = "--timeout=" + within.toSeconds();
    if (control("stop", within, "--mode=fast", timeout).good() || !running()) {
      return;
    }
    LOG.warn(
        "PostgreSQL did not stop within {} s and is stopped without a checkpoint",
        within.toSeconds());
    Duration last = IMMEDIATE_STOP_WITHIN;
    Ending ending = control("stop", last, "--mode=immediate", "--timeout=" + last.toSeconds());
    if (!ending.good() && running()) {
      throw failed(Reason.STOP_FAILED, "did not stop", ending.said());
    }
  }

  /** The pid of the server, if it runs. */
  OptionalLong pid() throws IOException {
    PostmasterFile file = PostmasterFile.read(home.data());
    return switch (file.holder()) {
      case OURS -> OptionalLong.of(file.pid());
      case ANOTHER_PROCESS, NOBODY -> OptionalLong.empty();
    };
  }

  private boolean running() throws IOException {
    return pid().isPresent();
  }

  private Ending control(String verb, Duration within, String... options) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(verb);
    arguments.add("--pgdata=" + home.data());
    arguments.add("--wait");
    arguments.addAll(List.of(options));
    // pg_ctl keeps the limit itself; ours only guards against pg_ctl.
    return programs.run("pg_ctl", arguments, within.plusSeconds(5));
  }

  private int formerPort() throws IOException {
    if (!Files.exists(home.port())) {
      return 0;
    }
    String text = Files.readString(home.port()).strip();
    return text.matches("[1-9][0-9]{3,4}") && Integer.parseInt(text) <= 65_535
        ? Integer.parseInt(text)
        : 0;
  }

  /** The wished port if nobody listens there, any free one otherwise; 0 wishes none. */
  private static int freePort(int wished) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(loopback, wished));
      return socket.getLocalPort();
    } catch (IOException taken) {
      if (wished == 0) {
        throw taken;
      }
      return freePort(0);
    }
  }

  private EmbeddedPostgresException failed(Reason reason, String what, String said) {
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - SAID_LINES_MAX), lines.size());
    return new EmbeddedPostgresException(
        reason,
        "PostgreSQL in %s %s. Its log is in %s. It said: %s"
            .formatted(home.root(), what, home.log(), String.join(" | ", last)));
  }
}

package io.guiyi.registry.postgres;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A stand-in for the hub: settings and a few sentences for the tests, and a process of its own that
 * can be killed.
 */
final class Hub {
  private Hub() {}

  /** Small servers. */
  static PostgresSettings settings(Path directory) {
    return PostgresSettings.in(directory).withSharedBuffersMb(32);
  }

  static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row. */
  static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Starts {@link #main} in a Java of its own; it is not yet ready. */
  static Process launch(Path directory) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Hub.class.getName(),
                directory.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Waits until the launched hub has committed its row. */
  static void awaitReady(Process hub) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(hub.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("ready")) {
        return;
      }
    }
    throw new IllegalStateException("The launched hub ended before it was ready");
  }

  /** SIGKILL, and the end of the process. */
  static void kill(ProcessHandle process) {
    process.destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
  }

  /** Starts a server, commits a row, and lives until its standard input ends or it is killed. */
  public static void main(String[] arguments) throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(Path.of(arguments[0])));
    execute(postgres, "create table if not exists kept (id int primary key)");
    execute(postgres, "insert into kept values (1) on conflict do nothing");
    System.out.println("ready");
    while (System.in.read() >= 0) {}
  }
}

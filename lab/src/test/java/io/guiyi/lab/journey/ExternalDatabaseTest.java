package io.guiyi.lab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.demo.City;
import io.guiyi.lab.house.SourceTree;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.quality.HubClusters;
import io.guiyi.matching.evaluate.ClusterQuality;
import io.guiyi.records.SourceId;
import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.postgres.EmbeddedPostgres;
import io.guiyi.registry.postgres.PostgresSettings;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.status.StatusBoard;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.ExitCode;
import io.guiyi.routes.command.Guiyi;
import io.guiyi.routes.pull.PullRoutes;
import io.guiyi.seal.HashChain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("Hubs on a database that somebody else runs")
class ExternalDatabaseTest {
  private static final PopulationSettings PEOPLE = new PopulationSettings(150, 9, 1);

  @TempDir private Path folder;

  @Test
  @DisplayName("of two, one leads and the other waits, knows all when its turn comes, and goes on")
  void oneLeadsTheOtherWaits() throws Exception {
    try (EmbeddedPostgres database =
            EmbeddedPostgres.start(PostgresSettings.in(folder.resolve("database")));
        City city = City.open(PEOPLE, folder.resolve("city"), Stage.CLOCK)) {
      Hub leader = Hub.start(settings("one", database, city));
      try {
        copyKeys("one", "two");
        try (Hub waiting = Hub.start(settings("two", database, city))) {
          assertThat(leader.bean(Leadership.class).isLeading()).isTrue();
          assertThat(waiting.bean(Leadership.class).isLeading()).isFalse();
          pull(leader, "police");
          pull(waiting, "labour");
          assertThat(Stage.number(waiting, "select count(*) from pull")).isEqualTo(1);

          leader.close();
          Stage.patiently().until(() -> waiting.bean(Leadership.class).isLeading());
          assertThat(waiting.bean(Leadership.class).term()).isEqualTo(2);
          pull(waiting, "labour");
          pull(waiting, "police");
          assertOneHubCouldHaveDoneIt(waiting, city);
        }
      } finally {
        leader.close();
      }
    }
  }

  /** Records of the one department met the persons that the other hub had made of the other's. */
  private static void assertOneHubCouldHaveDoneIt(Hub hub, City city) {
    ClusterQuality quality =
        HubClusters.read(hub.bean(Transactions.class), hub.bean(SourceRecords.class))
            .measure(city.truth(List.of("police", "labour")))
            .clusters();
    assertThat(quality.precision()).isGreaterThan(0.98);
    assertThat(quality.recall()).isGreaterThan(0.9);
    assertThat(hub.bean(StatusBoard.class).read(hub.sources()).persons())
        .isBetween(PEOPLE.people() * 8L / 10, PEOPLE.people() * 11L / 10);
    assertThat(hub.bean(AuditLog.class).verify()).isInstanceOf(HashChain.Intact.class);
  }

  private HubSettings settings(String name, EmbeddedPostgres database, City city) {
    HubSettings own = Stage.settings(folder.resolve(name));
    RegisterSettings register =
        new RegisterSettings(
            own.data(),
            new RegisterSettings.ExternalDatabase(
                database.jdbcUrl(), database.user(), database.password()),
            own.register().connectionsMax(),
            "hub " + name,
            RegisterSettings.POLICE);
    return new HubSettings(
        own.data(),
        own.http(),
        register,
        own.broker(),
        city.sources(Duration.ZERO),
        own.policies(),
        own.model());
  }

  private void copyKeys(String from, String to) throws Exception {
    Path source = folder.resolve(from).resolve("keys");
    Path target = folder.resolve(to).resolve("keys");
    Files.createDirectories(target.resolve(".."));
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(
            file, target.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void pull(Hub hub, String source) {
    SourceId id = new SourceId(source);
    hub.bean(CamelContext.class).createProducerTemplate().sendBody(PullRoutes.endpoint(id), id);
  }

  @Test
  @Timeout(600)
  @DisplayName("that does not flush its commits to disk, a hub refuses to start, and says why")
  void undurableDatabaseIsRefused() throws Exception {
    Path database = folder.resolve("database");
    String password;
    String url;
    String user;
    try (EmbeddedPostgres made = EmbeddedPostgres.start(PostgresSettings.in(database))) {
      url = made.jdbcUrl();
      user = made.user();
      password = made.password();
    }
    // The same cluster once more, as an operator would run it who wants it fast: -F is fsync off.
    control(database, "start", "-o", "-F", "-l", folder.resolve("postgres.log").toString());
    try {
      StringWriter said = new StringWriter();
      CommandLine guiyi = Guiyi.commandLine().setErr(new PrintWriter(said, true));
      int exit =
          guiyi.execute(
              "run",
              "--config",
              config(url, user, password).toString(),
              "--data",
              folder.resolve("hub").toString());
      assertThat(exit).isEqualTo(ExitCode.FAILED);
      assertThat(said.toString().lines())
          .anyMatch(line -> line.startsWith("The database runs with fsync = off"))
          .anyMatch(line -> line.contains("Switch it on"))
          .noneMatch(line -> line.contains("bean"));
    } finally {
      control(database, "stop", "-m", "fast");
    }
  }

  private Path config(String url, String user, String password) throws Exception {
    Path config = folder.resolve("config");
    Path sample = SourceTree.ofThisBuild().root().resolve("config");
    Files.createDirectories(config.resolve("sources"));
    Files.createDirectories(config.resolve("subscribers"));
    Files.copy(
        sample.resolve("subscribers/labour-bureau.yaml"),
        config.resolve("subscribers/labour-bureau.yaml"));
    Files.writeString(
        config.resolve("application.yaml"),
        """
        http: {port: 0}
        database: {url: '%s', user: '%s', password-file: database.password}
        broker: {port: 0}
        """
            .formatted(url, user));
    Path secret =
        Files.createFile(
            config.resolve("database.password"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, password);
    return config;
  }

  private static void control(Path database, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "--user"));
    }
    try (DirectoryStream<Path> programs =
        Files.newDirectoryStream(PostgresSettings.in(database).binaries(), "bin-*")) {
      command.add(programs.iterator().next().resolve("bin/pg_ctl").toString());
    }
    command.addAll(List.of(arguments));
    command.addAll(List.of("-w", "-D", database.resolve("postgres/data").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}

package io.guiyi.lab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.database.DatabaseSettings;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.connectors.labour.LabourSettings;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.lab.demo.Bureaus;
import io.guiyi.lab.demo.City;
import io.guiyi.lab.departments.Change;
import io.guiyi.lab.departments.Change.Kind;
import io.guiyi.lab.departments.ChangeStream;
import io.guiyi.lab.departments.CityLife;
import io.guiyi.lab.departments.LabourDepartment.WriteBacks;
import io.guiyi.lab.departments.PoliceAccount;
import io.guiyi.lab.departments.PoliceDepartment;
import io.guiyi.lab.departments.PoliceTrouble;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.OpenWriteBacks;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.pull.SourceEntry;
import io.guiyi.routes.pull.SourceEntry.Declared;
import io.guiyi.routes.pull.SourceEntry.Dialect;
import io.guiyi.routes.pull.SourceEntry.Education;
import io.guiyi.routes.pull.SourceEntry.Health;
import io.guiyi.routes.pull.SourceEntry.Labour;
import io.guiyi.routes.pull.SourceEntry.Police;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One hub that pulls every second, from its first moment on. The police's server is away at first;
 * what is read, published and told goes on from test to test.
 */
@DisplayName("A hub that stays up")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveCityTest {
  private static final PopulationSettings PEOPLE = new PopulationSettings(250, 11, 8);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final SourceId POLICE = new SourceId("police");
  private static final SourceId LABOUR = new SourceId("labour");
  private static final RetrySettings RETRY =
      new RetrySettings(2, Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(5));
  private static final BreakerSettings BREAKER =
      new BreakerSettings(8, 4, 50, Duration.ofSeconds(1), 2);

  @TempDir private static Path data;

  private static City city;
  private static Hub hub;
  private static Bureaus bureaus;
  private static PoliceSettings policeSettings;
  private static LabourSettings labourSettings;
  private static PoliceDepartment police;
  private static ChangeStream life;
  private static CityLife everywhere;

  @BeforeAll
  static void open() throws Exception {
    city = City.open(PEOPLE, data, Stage.CLOCK);
    HubSettings settings = city.connect(Stage.settings(data), EVERY);
    List<SourceEntry> sources = new ArrayList<>();
    for (SourceEntry source : settings.sources()) {
      sources.add(new SourceEntry(true, EVERY, troublesome(source.dialect())));
    }
    hub = Hub.start(settings.withSources(sources));
    bureaus = Bureaus.open(hub);
  }

  @AfterAll
  static void close() {
    bureaus.close();
    hub.close();
    if (police != null) {
      police.close();
    }
    city.close();
  }

  private static Dialect troublesome(Dialect dialect) throws Exception {
    return switch (dialect) {
      case Police(var settings) -> {
        policeSettings = onPort(settings, freePort());
        yield new Police(policeSettings);
      }
      case Labour(var settings) -> {
        labourSettings = soonBack(settings);
        yield new Labour(labourSettings);
      }
      case Education _, Health _, Declared _ -> dialect;
    };
  }

  /** The city's police under an address at which nobody answers yet. */
  private static PoliceSettings onPort(PoliceSettings settings, int port) {
    return new PoliceSettings(
        settings.id(),
        HttpSettings.of("http://127.0.0.1:" + port),
        settings.clientId(),
        settings.secret(),
        settings.pageSize(),
        settings.overlap(),
        RETRY,
        BREAKER);
  }

  /** The city's labour department, left in peace for a second only when it fails. */
  private static LabourSettings soonBack(LabourSettings settings) {
    return new LabourSettings(
        settings.id(), settings.database(), settings.table(), settings.pageSize(), RETRY, BREAKER);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  @Order(1)
  @DisplayName("reads, publishes and answers the labour department while the police are away")
  void anOutageStaysWhereItIs() throws Exception {
    Stage.patiently().until(() -> freshness(LABOUR).lastComplete() != null);
    Stage.awaitQuiet(hub);
    assertThat(bureaus.effects()).isPositive().isEqualTo(Stage.status(hub).feedEntries());
    assertThat(city.labour().writeBacks().pending()).isZero();
    assertThat(freshness(POLICE).lastOutcome()).isIn("REFUSED", "BREAKER_OPEN");
    assertThat(freshness(POLICE).counts().read()).isZero();
  }

  @Test
  @Order(2)
  @DisplayName("finds the police by itself when they are back")
  void theyComeBack() {
    police =
        PoliceDepartment.start(
            new PoliceAccount(policeSettings.clientId(), policeSettings.secret().clear()),
            Stage.CLOCK,
            Integer.parseInt(policeSettings.http().baseUrl().replaceAll(".*:", "")));
    police.load(city.population());
    // What happens from now on is entered without mistakes, so that every change has an effect.
    Population flawless = Population.generate(new PopulationSettings(250, 11, 0));
    life = new ChangeStream(flawless, police, city.labour(), Stage.CLOCK, 12);
    everywhere =
        new CityLife(
            flawless, life, city.education(), city.health(), city.union(), city.village(), 12);
    Stage.patiently().until(() -> Pulls.COMPLETE.equals(freshness(POLICE).lastOutcome()));
    Stage.awaitQuiet(hub);
    assertThat(freshness(POLICE).counts().read()).isGreaterThanOrEqualTo(police.keys());
  }

  @Test
  @Order(3)
  @DisplayName("brings a change at a department to the subscribers' inboxes")
  void changesArrive() throws Exception {
    for (Kind kind : List.of(Kind.ARRIVED, Kind.MOVED, Kind.CHECKED_OUT, Kind.ARRIVED)) {
      report(kind + " at the police", millisUntilAnEffectOf(Feed.POLICE, kind));
    }
    report(
        "a phone at the labour department", millisUntilAnEffectOf(Feed.LABOUR, Kind.PHONE_CHANGED));
  }

  private static long millisUntilAnEffectOf(Feed feed, Kind kind) throws Exception {
    Stage.awaitQuiet(hub);
    long before = bureaus.effects();
    long start = System.nanoTime();
    List<Change> changes = life.happen(feed, kind);
    Stage.patiently().until(() -> bureaus.effects() > before);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertThat(changes).isNotEmpty();
    return millis;
  }

  /** The product promises 5 seconds; the test only bounds it by patience, machines differ. */
  private static void report(String what, long millis) {
    System.out.printf("%s is in an inbox after %d ms%n", what, millis);
  }

  @Test
  @Order(4)
  @DisplayName("rides over troubles of the police that pass")
  void troublesPass() throws Exception {
    List<PoliceTrouble> troubles =
        List.of(
            new PoliceTrouble.ServerError(),
            new PoliceTrouble.ConnectionReset(),
            new PoliceTrouble.BrokenOff(),
            new PoliceTrouble.NotJson(),
            new PoliceTrouble.TooManyRequests(Duration.ofSeconds(1)));
    long before = police.troublesMade();
    troubles.forEach(police::misbehave);
    Stage.patiently().until(() -> police.troublesMade() == before + troubles.size());
    assertThat(millisUntilAnEffectOf(Feed.POLICE, Kind.ARRIVED)).isPositive();
    Stage.patiently().until(() -> Pulls.COMPLETE.equals(freshness(POLICE).lastOutcome()));
  }

  @ParameterizedTest
  @Order(5)
  @EnumSource(
      value = Feed.class,
      names = {"EDUCATION", "HEALTH", "UNION", "VILLAGE"})
  @DisplayName("takes in a new pupil, a vaccination, the union's and a village's next list")
  void otherDepartmentsGoOn(Feed feed) throws Exception {
    SourceId source = new SourceId(feed.source());
    Stage.patiently().until(() -> freshness(source).lastComplete() != null);
    Stage.awaitQuiet(hub);
    long before = taken(source);
    assertThat(everywhere.happen(feed)).isNotEmpty();
    Stage.patiently().until(() -> taken(source) > before);
    Stage.awaitQuiet(hub);
  }

  /** Rows that were new or different. */
  private static long taken(SourceId source) {
    return freshness(source).counts().fresh() + freshness(source).counts().changed();
  }

  @Test
  @Order(6)
  @DisplayName("tells the labour department of every row what became of it, and why")
  void everyRowIsAnswered() throws Exception {
    Stage.awaitQuiet(hub);
    WriteBacks answers = city.labour().writeBacks();
    assertThat(answers.seen()).isEqualTo(city.labour().rows());
    assertThat(answers.refused()).isPositive().isEqualTo(freshness(LABOUR).counts().quarantined());
    assertThat(answers.refusedByReason().keySet()).allMatch(code -> !code.isBlank());
    assertThat(
            inExchange(
                "select count(*) from exchange.cbxx_jyxx where aae422 is null"
                    + " or aae419 = '2' and coalesce(aae421, '') = ''"))
        .as("rows without a time, or refused without a reason")
        .isZero();
  }

  @Test
  @Order(7)
  @DisplayName("goes on reading when it may not write back, shows it, and catches up")
  void missingRightsDoNotBlock() throws Exception {
    Stage.awaitQuiet(hub);
    execute("revoke update on exchange.cbxx_jyxx from " + labourSettings.database().user());
    assertThat(millisUntilAnEffectOf(Feed.LABOUR, Kind.PHONE_CHANGED)).isPositive();
    Stage.patiently().until(() -> waiting().lastFailure() != null);
    assertThat(waiting().pages()).isPositive();
    assertThat(city.labour().writeBacks().pending()).isPositive();
    long before = bureaus.effects();
    life.happen(Feed.LABOUR, Kind.PHONE_CHANGED);
    Stage.patiently().until(() -> bureaus.effects() > before);

    execute("grant update on exchange.cbxx_jyxx to " + labourSettings.database().user());
    Stage.awaitQuiet(hub);
    assertThat(city.labour().writeBacks().pending()).isZero();
  }

  @Test
  @Order(8)
  @DisplayName("goes on reading while a write-back hangs in a lock")
  void aHangingTableDoesNotBlock() throws Exception {
    execute(
        """
        create function exchange.wait_for_the_test() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(4711); return new; end $$;
        create trigger wait_for_the_test before update on exchange.cbxx_jyxx
        for each row execute function exchange.wait_for_the_test();
        """);
    try (Connection lock = exchange();
        Statement statement = lock.createStatement()) {
      statement.execute("select pg_advisory_lock(4711)");
      assertThat(millisUntilAnEffectOf(Feed.LABOUR, Kind.PHONE_CHANGED)).isPositive();
      Stage.patiently()
          .until(() -> inExchange("select count(*) from pg_locks where not granted") > 0);
      long before = bureaus.effects();
      life.happen(Feed.LABOUR, Kind.PHONE_CHANGED);
      Stage.patiently().until(() -> bureaus.effects() > before);
      assertThat(city.labour().writeBacks().pending()).isPositive();
    }
    Stage.awaitQuiet(hub);
    assertThat(city.labour().writeBacks().pending()).isZero();
  }

  @Test
  @Order(9)
  @DisplayName("has applied no entry twice in all that time")
  void nothingTwice() {
    Stage.awaitQuiet(hub);
    assertThat(bureaus.appliedTwice()).isZero();
    assertThat(bureaus.effects()).isEqualTo(Stage.status(hub).feedEntries());
  }

  private static SourceFreshness freshness(SourceId source) {
    return hub.bean(Pulls.class).freshness(source);
  }

  private static OpenWriteBacks waiting() {
    return Stage.status(hub).sources().stream()
        .filter(source -> source.freshness().source().equals(LABOUR))
        .findFirst()
        .orElseThrow()
        .toldLater();
  }

  private static Connection exchange() throws SQLException {
    DatabaseSettings database = labourSettings.database();
    return DriverManager.getConnection(
        database.jdbcUrl(), database.user(), database.password().clear());
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = exchange();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long inExchange(String query) throws SQLException {
    try (Connection connection = exchange();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getLong(1);
    }
  }
}

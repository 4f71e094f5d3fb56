package io.guiyi.lab.drill;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SourceHealth;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.lab.demo.City;
import io.guiyi.lab.departments.PoliceAccount;
import io.guiyi.lab.departments.PoliceDepartment;
import io.guiyi.lab.departments.PoliceTrouble;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.LabourFeed;
import io.guiyi.lab.population.feeds.LabourRow;
import io.guiyi.lab.population.feeds.PoliceFeed;
import io.guiyi.lab.population.feeds.PoliceField;
import io.guiyi.lab.population.feeds.PoliceRow;
import io.guiyi.records.SourceId;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import io.guiyi.routes.pull.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A hub that pulls the police and the labour department several times a second, both of which get
 * new rows bit by bit; the police can be made sick.
 */
final class TwoSources implements AutoCloseable {
  /** How exactly moments are known, in milliseconds. */
  static final long LOOK_EVERY_MS = 10;

  private static final SourceId POLICE = new SourceId("police");
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PAGE = 5;
  private static final int ROWS_AT_ONCE = 12;
  private static final int PEOPLE_A_TROUBLE = 14;
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final PoliceAccount ACCOUNT =
      new PoliceAccount("guiyi", "an-invented-secret-of-the-lab");

  private final City city;
  private final PoliceDepartment police;
  private final Hub hub;
  private final Clock clock;
  private final Queue<Labelled<PoliceRow>> policeToCome = new ArrayDeque<>();
  private final Queue<Labelled<LabourRow>> labourToCome = new ArrayDeque<>();
  private final Set<String> labourKeys = new HashSet<>();
  private final AtomicLong breakerOpened = new AtomicLong();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("drill-looks").daemon().factory());
  private SourceHealth.Breaker breaker = SourceHealth.Breaker.CLOSED;
  private long labourRows;
  private long threadsAtFirst = -1;

  private TwoSources(City city, PoliceDepartment police, Hub hub, Clock clock) {
    this.clock = clock;
    this.city = city;
    this.police = police;
    this.hub = hub;
  }

  static TwoSources open(Path place, DrillOrders orders) throws IOException {
    DrillFolder folder = DrillFolder.emptied(place);
    folder.configure(List.of(), 1);
    PopulationSettings people =
        new PopulationSettings(PEOPLE_A_TROUBLE * (orders.size() + 4), orders.seed(), 0);
    City city = City.empty(people, folder.data(), orders.clock());
    PoliceDepartment police = PoliceDepartment.start(ACCOUNT, orders.clock());
    SourceEntry labour =
        city.sources(EVERY).stream()
            .filter(source -> source.id().name().equals("labour"))
            .findFirst()
            .orElseThrow();
    Hub hub =
        Hub.start(
            HubConfig.read(folder.config(), folder.data())
                .withSources(List.of(impatient(police), labour)));
    TwoSources two = new TwoSources(city, police, hub, orders.clock());
    two.prepare();
    return two;
  }

  /** A source that loses patience quickly, so that many troubles fit into little time. */
  private static SourceEntry impatient(PoliceDepartment police) {
    HttpSettings http =
        new HttpSettings(
            police.baseUri().toString(),
            Duration.ofSeconds(1),
            Duration.ofMillis(800),
            Duration.ofMillis(1_500),
            1 << 20);
    return new SourceEntry(
        true,
        EVERY,
        new SourceEntry.Police(
            new PoliceSettings(
                POLICE,
                http,
                ACCOUNT.clientId(),
                new Secret(ACCOUNT.secret()),
                PAGE,
                Duration.ofSeconds(5),
                new RetrySettings(
                    2, Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofSeconds(3)),
                new BreakerSettings(4, 2, 50, Duration.ofMillis(700), 1))));
  }

  private void prepare() {
    PoliceFeed policeFeed = new PoliceFeed(city.population().settings());
    LabourFeed labourFeed = new LabourFeed(city.population().settings());
    for (Household household : city.population()) {
      policeToCome.addAll(policeFeed.records(household));
      labourToCome.addAll(labourFeed.records(household));
    }
    looks.scheduleWithFixedDelay(
        this::lookAtBreaker, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void lookAtBreaker() {
    SourceHealth.Breaker now = hub.bean(Sources.class).named(POLICE).health().breaker();
    if (now == SourceHealth.Breaker.OPEN && breaker != SourceHealth.Breaker.OPEN) {
      breakerOpened.incrementAndGet();
    }
    breaker = now;
  }

  /**
   * Gives the police new rows and lets a trouble strike.
   *
   * @return seconds from the trouble to the next call
   */
  double strike(PoliceTrouble trouble) throws InterruptedException {
    for (int i = 0; i < ROWS_AT_ONCE && !policeToCome.isEmpty(); i++) {
      enter(policeToCome.remove());
    }
    long struck = police.troublesMade() + 1;
    police.misbehave(trouble);
    await("the trouble to strike", () -> police.troublesMade() >= struck);
    long at = System.nanoTime();
    long calls = calls();
    await("the next call", () -> calls() > calls);
    return (System.nanoTime() - at) / 1e9;
  }

  /** A row that is entered now was changed now; the watermark would pass an older one. */
  private void enter(Labelled<PoliceRow> record) {
    String now = LocalDateTime.now(clock.withZone(SHANGHAI)).format(WRITTEN);
    PoliceRow row = record.versions().getLast().with(PoliceField.GXSJ, now);
    police.put(new Labelled<>(record.truth(), List.of(row)));
  }

  private long calls() {
    return police.pagesServed() + police.troublesMade() + police.callsRefused();
  }

  /** Gives the labour department new rows; seconds until the hub holds them all. */
  double labourTakes() throws InterruptedException {
    List<LabourRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS_AT_ONCE && !labourToCome.isEmpty(); i++) {
      Labelled<LabourRow> record = labourToCome.remove();
      labourKeys.add(record.truth().recordKey());
      rows.addAll(record.versions());
    }
    long begin = System.nanoTime();
    try {
      city.labour().append(rows);
    } catch (SQLException e) {
      throw new IllegalStateException("the labour department's database refuses rows", e);
    }
    labourRows += rows.size();
    await("the labour rows", () -> held("labour") == labourKeys.size());
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Seconds until the hub holds every row of the police. */
  double policeRecovers() throws InterruptedException {
    long begin = System.nanoTime();
    await("the police rows", () -> held("police") == police.keys());
    if (threadsAtFirst < 0) {
      threadsAtFirst = Thread.getAllStackTraces().size();
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void await(String what, BooleanSupplier there) throws InterruptedException {
    long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > giveUpAt) {
        throw new IllegalStateException("%s did not come within %s".formatted(what, PATIENCE));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
  }

  /** How many records of a source the hub holds. */
  long held(String source) {
    return hub.bean(Transactions.class)
        .inTransaction(session ->
            session
                .createNativeQuery(
                    "select count(*) from source_record where source = :source", Long.class)
                .setParameter("source", source)
                .getSingleResult());
  }

  long policeRows() {
    return police.keys();
  }

  long labourRows() {
    return labourRows;
  }

  long labourKeys() {
    return labourKeys.size();
  }

  long breakerOpened() {
    return breakerOpened.get();
  }

  /** How many more threads there are than after the first trouble. */
  long threadsMore() {
    return Thread.getAllStackTraces().size() - threadsAtFirst;
  }

  @Override
  public void close() {
    looks.shutdownNow();
    hub.close();
    police.close();
    city.close();
  }
}

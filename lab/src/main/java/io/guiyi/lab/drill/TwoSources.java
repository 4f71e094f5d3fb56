package io.guiyi.lab.drill;

import io.guiyi.connectors.SourceHealth;
import io.guiyi.lab.demo.City;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.LabourFeed;
import io.guiyi.lab.population.feeds.LabourRow;
import io.guiyi.records.SourceId;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import io.guiyi.routes.pull.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A hub that pulls a department behind HTTP and the labour department several times a second, both
 * of which get new rows bit by bit; the first can be made sick.
 */
final class TwoSources implements AutoCloseable {
  /** How exactly moments are known, in milliseconds. */
  private static final long LOOK_EVERY_MS = 10;

  private static final Duration EVERY = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int ROWS_AT_ONCE = 12;
  private static final int PEOPLE_A_TROUBLE = 14;

  private final City city;
  private final SickDepartment sick;
  private final SourceId source;
  private final Hub hub;
  private final Queue<Labelled<LabourRow>> labourToCome = new ArrayDeque<>();
  private final Set<String> labourKeys = new HashSet<>();
  private final AtomicLong breakerOpened = new AtomicLong();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("drill-looks").daemon().factory());
  private SourceHealth.Breaker breaker = SourceHealth.Breaker.CLOSED;
  private long labourRows;
  private long threadsAtFirst = -1;

  private TwoSources(City city, SickDepartment sick, SourceId source, Hub hub) {
    this.city = city;
    this.sick = sick;
    this.source = source;
    this.hub = hub;
  }

  static TwoSources open(Path place, DrillOrders orders) throws IOException {
    DrillFolder folder = DrillFolder.emptied(place);
    folder.configure(List.of(), 1);
    PopulationSettings people =
        new PopulationSettings(PEOPLE_A_TROUBLE * (orders.size() + 4), orders.seed(), 0);
    City city = City.empty(people, folder.data(), orders.clock());
    SickDepartment sick =
        SickDepartment.start(
            Feed.valueOf(orders.source().toUpperCase(Locale.ROOT)),
            city.population(),
            orders.clock());
    SourceEntry labour =
        city.sources(EVERY).stream()
            .filter(entry -> entry.id().name().equals("labour"))
            .findFirst()
            .orElseThrow();
    Hub hub =
        Hub.start(
            HubConfig.read(folder.config(), folder.data())
                .withSources(List.of(sick.impatient(EVERY), labour)));
    TwoSources two = new TwoSources(city, sick, new SourceId(orders.source()), hub);
    two.prepare();
    return two;
  }

  private void prepare() {
    LabourFeed labourFeed = new LabourFeed(city.population().settings());
    for (Household household : city.population()) {
      labourToCome.addAll(labourFeed.records(household));
    }
    looks.scheduleWithFixedDelay(
        this::lookAtBreaker, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void lookAtBreaker() {
    SourceHealth.Breaker now = hub.bean(Sources.class).named(source).health().breaker();
    if (now == SourceHealth.Breaker.OPEN && breaker != SourceHealth.Breaker.OPEN) {
      breakerOpened.incrementAndGet();
    }
    breaker = now;
  }

  /**
   * Gives the sick department new rows and lets a trouble strike.
   *
   * @param elsewhere another host
   * @return from the trouble to the next call
   */
  Duration strike(Trouble trouble, String elsewhere) throws InterruptedException {
    sick.enter(ROWS_AT_ONCE);
    long struck = sick.troublesMade() + 1;
    sick.misbehave(trouble, elsewhere);
    await("the trouble to strike", () -> sick.troublesMade() >= struck);
    long calls = sick.calls();
    await("the next call", () -> sick.calls() > calls);
    return sick.peace();
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

  /** Seconds until the hub holds every row of the sick department. */
  double sickRecovers() throws InterruptedException {
    long begin = System.nanoTime();
    await("the sick department's rows", () -> held(source.name()) == sick.keys());
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

  long sickRows() {
    return sick.keys();
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
    sick.close();
    city.close();
  }
}

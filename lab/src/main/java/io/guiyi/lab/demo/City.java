package io.guiyi.lab.demo;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.declared.FolderFiles;
import io.guiyi.connectors.education.EducationSettings;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.labour.LabourSettings;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.lab.departments.ChangeStream;
import io.guiyi.lab.departments.CityLife;
import io.guiyi.lab.departments.EducationDepartment;
import io.guiyi.lab.departments.HealthDepartment;
import io.guiyi.lab.departments.LabourDepartment;
import io.guiyi.lab.departments.PoliceAccount;
import io.guiyi.lab.departments.PoliceDepartment;
import io.guiyi.lab.departments.UnionOffice;
import io.guiyi.lab.departments.VillageDesk;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.CityFeed;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.Truth;
import io.guiyi.registry.postgres.EmbeddedPostgres;
import io.guiyi.registry.postgres.PostgresSettings;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The outside world of a demo: an invented city with a police department (REST) and a labour
 * department (exchange database) that depend on people and seed only. The labour department's own
 * database lives in the folder {@code departments}, which is thrown away at the start and at the
 * end: it is not the hub's, and its rows stand there in clear.
 */
public final class City implements AutoCloseable {
  private static final PoliceAccount ACCOUNT =
      new PoliceAccount("guiyi", "an-invented-secret-of-the-lab");

  private static final String HEALTH_TOKEN = "an-invented-token-of-the-lab";

  private static final String EDUCATION = Feed.EDUCATION.source();
  private static final String UNION = Feed.UNION.source();
  private static final String VILLAGE = Feed.VILLAGE.source();
  private static final List<String> LISTS = List.of(UNION, VILLAGE);

  private final Population population;
  private final PoliceDepartment police;
  private final EmbeddedPostgres exchange;
  private final LabourDepartment labour;
  private final HealthDepartment health;
  private final EducationDepartment education;
  private final UnionOffice union;
  private final VillageDesk village;
  private final Path folder;

  private City(
      Population population,
      PoliceDepartment police,
      EmbeddedPostgres exchange,
      LabourDepartment labour,
      HealthDepartment health,
      Path folder) {
    this.population = population;
    this.police = police;
    this.exchange = exchange;
    this.labour = labour;
    this.health = health;
    this.education = EducationDepartment.start(folder.resolve(EDUCATION));
    this.union = new UnionOffice(folder.resolve(UNION));
    this.village = new VillageDesk(folder.resolve(VILLAGE));
    this.folder = folder;
  }

  /**
   * Founds the city and opens its departments, with all their rows.
   *
   * @param data the demo's data folder
   */
  public static City open(PopulationSettings settings, Path data, Clock clock) {
    City city = empty(settings, data, clock);
    city.deliverToLabour();
    return city;
  }

  /** Founds the city; the labour department has not delivered anything yet. */
  public static City empty(PopulationSettings settings, Path data, Clock clock) {
    Path folder = data.resolve("departments");
    PostgresSettings server =
        PostgresSettings.in(folder)
            .withNames("exchange", "labour")
            .withBinaries(PostgresSettings.in(data).binaries())
            .withSharedBuffersMb(64);
    throwAway(folder, server);
    Population population = Population.generate(settings);
    EmbeddedPostgres exchange = EmbeddedPostgres.start(server);
    PoliceDepartment police = PoliceDepartment.start(ACCOUNT, clock);
    police.load(population);
    HealthDepartment health = HealthDepartment.start(HEALTH_TOKEN);
    health.load(population);
    try {
      LabourDepartment labour =
          LabourDepartment.open(exchange.jdbcUrl(), exchange.user(), exchange.password());
      City city = new City(population, police, exchange, labour, health, folder);
      city.fillFolders();
      return city;
    } catch (SQLException e) {
      health.close();
      police.close();
      exchange.close();
      throw new IllegalStateException("the labour department's database refuses its table", e);
    }
  }

  private void fillFolders() {
    try {
      education.load(population);
      union.load(population);
      village.load(population);
    } catch (IOException e) {
      throw new UncheckedIOException("the lists cannot be written in " + folder, e);
    }
  }

  /** Lets the labour department deliver everything it has. */
  void deliverToLabour() {
    try {
      labour.load(population);
    } catch (SQLException e) {
      throw new IllegalStateException("the labour department's database refuses its rows", e);
    }
  }

  /**
   * A hub that reads this city: the departments' sources are replaced by the city's; of the
   * declared sources those that the city has are kept, at the city's folders, and others dropped.
   *
   * @param settings the hub's, with the declared sources as they ship
   * @param every the pause between pulls; zero to pull only when asked
   */
  public HubSettings connect(HubSettings settings, Duration every) {
    List<SourceEntry> sources = new ArrayList<>(sources(every));
    for (SourceEntry source : settings.sources()) {
      if (source.dialect() instanceof SourceEntry.Declared(var declared, var file)
          && declared.protocol() instanceof FolderFiles(var _, var files)
          && LISTS.contains(declared.id().name())) {
        FolderFiles here = new FolderFiles(folder.resolve(declared.id().name()), files);
        SourceEntry.Dialect dialect = new SourceEntry.Declared(declared.over(here), file);
        sources.add(new SourceEntry(true, every, dialect));
      }
    }
    return settings.withSources(sources);
  }

  /**
   * The sources of the departments proper, as the hub is to be configured for them.
   *
   * @param every the pause between pulls; zero to pull only when asked
   */
  public List<SourceEntry> sources(Duration every) {
    PoliceSettings policeSettings =
        PoliceSettings.of(
            police.baseUri().toString(), ACCOUNT.clientId(), new Secret(ACCOUNT.secret()));
    LabourSettings labourSettings =
        LabourSettings.of(exchange.jdbcUrl(), exchange.user(), new Secret(exchange.password()));
    EducationSettings educationSettings = EducationSettings.of(education.settings());
    HealthSettings healthSettings =
        HealthSettings.of(health.baseUri().toString(), new Secret(HEALTH_TOKEN));
    return List.of(
        new SourceEntry(true, every, new SourceEntry.Police(policeSettings)),
        new SourceEntry(true, every, new SourceEntry.Labour(labourSettings)),
        new SourceEntry(true, every, new SourceEntry.Education(educationSettings)),
        new SourceEntry(true, every, new SourceEntry.Health(healthSettings)));
  }

  /** Which record is about whom, for every record of the departments proper. */
  public Stream<Truth> truth() {
    return truth(sources(Duration.ZERO).stream().map(source -> source.id().name()).toList());
  }

  /**
   * Which record is about whom, for every record of these sources.
   *
   * @param sources names of sources
   */
  public Stream<Truth> truth(Collection<String> sources) {
    List<CityFeed<?>> feeds =
        Arrays.stream(Feed.values())
            .filter(feed -> sources.contains(feed.source()))
            .<CityFeed<?>>map(feed -> CityFeed.of(feed, population.settings()))
            .toList();
    return population
        .households()
        .flatMap(household -> feeds.stream().flatMap(feed -> feed.records(household).stream()))
        .map(Labelled::truth);
  }

  /** Lets life go on at all departments. */
  public CityLife changes(Clock clock) {
    long seed = population.settings().seed() + 1;
    ChangeStream registers = new ChangeStream(population, police, labour, clock, seed);
    return new CityLife(population, registers, education, health, union, village, seed);
  }

  /** The invented people. */
  public Population population() {
    return population;
  }

  /** The police. */
  public PoliceDepartment police() {
    return police;
  }

  /** The labour department. */
  public LabourDepartment labour() {
    return labour;
  }

  /** The education department. */
  public EducationDepartment education() {
    return education;
  }

  /** The health department. */
  public HealthDepartment health() {
    return health;
  }

  /** The trade union's office. */
  public UnionOffice union() {
    return union;
  }

  /** The villages' desk. */
  public VillageDesk village() {
    return village;
  }

  @Override
  public void close() {
    police.close();
    health.close();
    education.close();
    try {
      labour.close();
    } catch (SQLException e) {
      // Its database is stopped and thrown away in the next lines.
    }
    exchange.close();
    remove(folder);
  }

  /**
   * A killed demo leaves its exchange database running; starting it once more stops that one, or
   * refuses if another demo is alive on this folder.
   */
  private static void throwAway(Path folder, PostgresSettings server) {
    if (Files.exists(folder)) {
      EmbeddedPostgres.start(server).close();
      remove(folder);
    }
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}

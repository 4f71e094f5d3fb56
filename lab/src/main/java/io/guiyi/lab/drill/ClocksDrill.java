package io.guiyi.lab.drill;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.health.HealthSource;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.connectors.police.PoliceSource;
import io.guiyi.lab.departments.HealthDepartment;
import io.guiyi.lab.departments.PoliceAccount;
import io.guiyi.lab.departments.PoliceDepartment;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.feeds.HealthFeed;
import io.guiyi.lab.population.feeds.HealthFile;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.PatientField;
import io.guiyi.lab.population.feeds.PoliceFeed;
import io.guiyi.lab.population.feeds.PoliceField;
import io.guiyi.lab.population.feeds.PoliceRow;
import io.guiyi.records.Delivered;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Clocks that are off (R11). Police and health write by a clock that is right, ten minutes fast or
 * ten minutes slow, and jumps between; the hub pulls every minute of its own clock, from its stored
 * watermark. No state that a department holds at a pull may be skipped by it.
 */
final class ClocksDrill implements Drill {
  private static final PoliceAccount ACCOUNT =
      new PoliceAccount("guiyi", "an-invented-secret-of-the-lab");
  private static final String TOKEN = "an-invented-token-of-the-lab";
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** After everything that happened in the invented city. */
  private static final Instant BEGIN = Instant.parse("2026-07-01T00:00:00Z");

  private static final Duration OFF = Duration.ofMinutes(10);
  private static final Duration BETWEEN_PULLS = Duration.ofMinutes(1);
  private static final int NEW_A_ROUND = 3;
  private static final int PEOPLE_A_ROUND = 8;

  @Override
  public String name() {
    return "clocks";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Departments' clocks are ten minutes fast or slow and jump: no state that a department",
        "holds is skipped, because a pull begins before the watermark and the watermark never",
        "passes the hub's own clock.",
        "部门时钟快或慢十分钟并来回跳变：凭重叠窗口与水位线不越过本机时钟，不漏任何一条数据。");
  }

  @Override
  public Size size() {
    return new Size("rounds of a minute", 30, 500, 5_000);
  }

  @Override
  public DrillReport hold(DrillOrders orders) {
    PopulationSettings settings =
        new PopulationSettings(PEOPLE_A_ROUND * (orders.size() + 10), orders.seed(), 0);
    Population population = Population.generate(settings);
    StandingClock hub = new StandingClock(BEGIN);
    StandingClock theirs = new StandingClock(BEGIN);
    CamelContext camel = new DefaultCamelContext();
    camel.start();
    try (PoliceDepartment police = PoliceDepartment.start(ACCOUNT, theirs);
        HealthDepartment health = HealthDepartment.start(TOKEN);
        Reader<Labelled<PoliceRow>> registrations =
            new Reader<>(
                policeSource(camel, police, hub),
                policeRows(settings, population),
                policeDesk(police));
        Reader<HealthFile> files =
            new Reader<>(
                healthSource(camel, health, hub),
                healthFiles(settings, population),
                healthDesk(health))) {
      Random chance = new Random(orders.seed());
      int jumps = 0;
      Duration off = Duration.ZERO;
      for (int i = 0; i < orders.size(); i++) {
        Duration next = OFF.multipliedBy(chance.nextInt(3) - 1L);
        jumps += next.equals(off) ? 0 : 1;
        off = next;
        hub.move(BETWEEN_PULLS);
        theirs.set(hub.instant().plus(off));
        registrations.round(theirs.instant(), chance);
        files.round(theirs.instant(), chance);
        int done = i + 1;
        orders.progress().count(() -> "%d of %d rounds".formatted(done, orders.size()));
      }
      return new DrillReport.Sheet()
          .figure("rounds", orders.size())
          .figure("jumps", jumps)
          .figure("police_states", registrations.entered)
          .exactly("police_states_skipped", 0, registrations.skipped)
          .figure("police_updates_dated_back", registrations.overtaken)
          .figure("health_states", files.entered)
          .exactly("health_states_skipped", 0, files.skipped)
          .figure("health_updates_dated_back", files.overtaken)
          .done();
    } finally {
      camel.stop();
    }
  }

  private static Source policeSource(
      CamelContext camel, PoliceDepartment police, StandingClock hub) {
    PoliceSettings settings =
        PoliceSettings.of(
            police.baseUri().toString(), ACCOUNT.clientId(), new Secret(ACCOUNT.secret()));
    return PoliceSource.create(camel, settings, hub);
  }

  private static Source healthSource(
      CamelContext camel, HealthDepartment health, StandingClock hub) {
    return HealthSource.create(
        camel, HealthSettings.of(health.baseUri().toString(), new Secret(TOKEN)), hub);
  }

  private static List<Labelled<PoliceRow>> policeRows(
      PopulationSettings settings, Population population) {
    PoliceFeed feed = new PoliceFeed(settings);
    List<Labelled<PoliceRow>> rows = new ArrayList<>();
    for (Household household : population) {
      rows.addAll(feed.records(household));
    }
    return rows;
  }

  private static List<HealthFile> healthFiles(PopulationSettings settings, Population population) {
    HealthFeed feed = new HealthFeed(settings);
    List<HealthFile> files = new ArrayList<>();
    for (Household household : population) {
      feed.records(household).forEach(record -> files.add(record.versions().getLast()));
    }
    return files;
  }

  /** Enters a row as changed at a moment of the department's clock; answers its key. */
  @FunctionalInterface
  private interface Desk<R> {
    String enter(R row, Instant changed);
  }

  private static Desk<Labelled<PoliceRow>> policeDesk(PoliceDepartment police) {
    return (record, changed) -> {
      PoliceRow row =
          record
              .versions()
              .getLast()
              .with(PoliceField.GXSJ, LocalDateTime.ofInstant(changed, SHANGHAI).format(WRITTEN));
      police.put(new Labelled<>(record.truth(), List.of(row)));
      return row.key();
    };
  }

  private static Desk<HealthFile> healthDesk(HealthDepartment health) {
    return (file, changed) -> {
      String written = HealthFeed.instant(LocalDateTime.ofInstant(changed, SHANGHAI));
      health.put(file.with(PatientField.UPDATED, written));
      return file.key();
    };
  }

  /** Pulls one source round after round, as a hub does, and keeps what came. */
  private static final class Reader<R> implements AutoCloseable {
    private final Source source;
    private final List<R> rows;
    private final Desk<R> desk;
    private final Map<String, SourceVersion> held = new HashMap<>();
    private Watermark stored = Watermark.START;
    private int known;
    private long entered;
    private long skipped;
    private long overtaken;

    Reader(Source source, List<R> rows, Desk<R> desk) {
      this.source = source;
      this.rows = rows;
      this.desk = desk;
    }

    /** New rows come in and an old one changes; then the source is pulled. */
    void round(Instant theirs, Random chance) {
      Instant now = theirs.truncatedTo(ChronoUnit.SECONDS);
      Map<String, Instant> states = new HashMap<>();
      if (known > 0) {
        states.put(desk.enter(rows.get(chance.nextInt(known)), now), now);
      }
      for (int i = 0; i < NEW_A_ROUND && known < rows.size(); i++) {
        states.put(desk.enter(rows.get(known), now), now);
        known++;
      }
      entered += states.size();
      states.forEach((key, changed) -> {
        SourceVersion before = held.get(key);
        overtaken += before != null && changed.isBefore(before.changedAt()) ? 1 : 0;
      });
      Set<String> read = pull();
      skipped +=
          states.keySet().stream().filter(key -> !read.contains(key + states.get(key))).count();
    }

    /** Answers each state that was read: key and time of change. */
    private Set<String> pull() {
      Set<String> read = new HashSet<>();
      Pull pull = source.pull(stored);
      try {
        for (Optional<SourcePage> page = pull.nextPage();
            page.isPresent();
            page = pull.nextPage()) {
          for (Delivered row : page.get().rows()) {
            if (row instanceof SourceRecord record) {
              read.add(record.key().key() + record.version().changedAt());
              held.merge(
                  record.key().key(),
                  record.version(),
                  (old, fresh) -> old.isOlderThan(fresh) ? fresh : old);
            }
          }
          stored = page.get().after();
        }
      } catch (SourceUnavailable e) {
        throw new IllegalStateException(
            "%s cannot be read: %s".formatted(source.id(), e.sentence()), e);
      }
      return read;
    }

    @Override
    public void close() {
      source.close();
    }
  }
}

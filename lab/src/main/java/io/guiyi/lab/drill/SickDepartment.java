package io.guiyi.lab.drill;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.lab.departments.HealthDepartment;
import io.guiyi.lab.departments.HealthTrouble;
import io.guiyi.lab.departments.PoliceAccount;
import io.guiyi.lab.departments.PoliceDepartment;
import io.guiyi.lab.departments.PoliceTrouble;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.HealthFeed;
import io.guiyi.lab.population.feeds.HealthFile;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.PatientField;
import io.guiyi.lab.population.feeds.PoliceFeed;
import io.guiyi.lab.population.feeds.PoliceField;
import io.guiyi.lab.population.feeds.PoliceRow;
import io.guiyi.records.SourceId;
import io.guiyi.routes.pull.SourceEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A department behind HTTP that gets rows bit by bit and can be made sick. */
sealed interface SickDepartment extends AutoCloseable {
  /** How long a caller is asked to wait. */
  Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** Longer than {@link #impatient} callers wait. */
  Duration SLOW = Duration.ofSeconds(3);

  /** Rows a page. */
  int PAGE = 5;

  /** Where every department lives. */
  ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** The department, healthy and with rows to come from this city. */
  static SickDepartment start(Feed feed, Population population, Clock clock) {
    return switch (feed) {
      case POLICE -> Police.start(population, clock);
      case HEALTH -> Health.start(population, clock);
      case LABOUR, EDUCATION, UNION, VILLAGE ->
          throw new IllegalArgumentException(
              feed.source() + " speaks no HTTP; choose police or health");
    };
  }

  /** Its source, which loses patience quickly, so that many troubles fit into little time. */
  SourceEntry impatient(Duration every);

  /** Enters the next rows as changed now; the watermark would pass older ones. */
  void enter(int rows);

  /** How many rows it holds. */
  int keys();

  /**
   * Lets one of the next calls go wrong.
   *
   * @param elsewhere another host, for a redirect
   */
  void misbehave(Trouble trouble, String elsewhere);

  /** How many calls went wrong so far. */
  long troublesMade();

  /** How many calls came so far. */
  long calls();

  /** How long it was left in peace after the last call that went wrong. */
  Duration peace();

  @Override
  void close();

  private static HttpSettings http(String url) {
    return new HttpSettings(
        url, Duration.ofSeconds(1), Duration.ofMillis(800), Duration.ofMillis(1_500), 1 << 20);
  }

  private static RetrySettings retry() {
    return new RetrySettings(
        2, Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofSeconds(3));
  }

  private static BreakerSettings breaker() {
    return new BreakerSettings(4, 2, 50, Duration.ofMillis(700), 1);
  }

  /**
   * The police.
   *
   * @param department its server
   * @param toCome rows that are not entered yet
   * @param clock by which rows are entered
   */
  record Police(PoliceDepartment department, Queue<Labelled<PoliceRow>> toCome, Clock clock)
      implements SickDepartment {
    private static final PoliceAccount ACCOUNT =
        new PoliceAccount("guiyi", "an-invented-secret-of-the-lab");
    private static final DateTimeFormatter WRITTEN =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static Police start(Population population, Clock clock) {
      PoliceFeed feed = new PoliceFeed(population.settings());
      Queue<Labelled<PoliceRow>> toCome = new ArrayDeque<>();
      for (Household household : population) {
        toCome.addAll(feed.records(household));
      }
      return new Police(PoliceDepartment.start(ACCOUNT, clock), toCome, clock);
    }

    @Override
    public SourceEntry impatient(Duration every) {
      return new SourceEntry(
          true,
          every,
          new SourceEntry.Police(
              new PoliceSettings(
                  new SourceId(Feed.POLICE.source()),
                  http(department.baseUri().toString()),
                  ACCOUNT.clientId(),
                  new Secret(ACCOUNT.secret()),
                  PAGE,
                  Duration.ofSeconds(5),
                  retry(),
                  breaker())));
    }

    @Override
    public void enter(int rows) {
      for (int i = 0; i < rows && !toCome.isEmpty(); i++) {
        Labelled<PoliceRow> record = toCome.remove();
        String now = LocalDateTime.now(clock.withZone(SHANGHAI)).format(WRITTEN);
        PoliceRow row = record.versions().getLast().with(PoliceField.GXSJ, now);
        department.put(new Labelled<>(record.truth(), List.of(row)));
      }
    }

    @Override
    public int keys() {
      return department.keys();
    }

    @Override
    public void misbehave(Trouble trouble, String elsewhere) {
      department.misbehave(
          switch (trouble) {
            case SLOW_BODY -> new PoliceTrouble.SlowBody(SLOW);
            case CONNECTION_RESET -> new PoliceTrouble.ConnectionReset();
            case BROKEN_OFF -> new PoliceTrouble.BrokenOff();
            case TOO_MUCH_OR_NOTHING -> new PoliceTrouble.OversizeBody(2 << 20);
            case TOO_MANY_REQUESTS -> new PoliceTrouble.TooManyRequests(RETRY_AFTER);
            case SERVER_ERROR -> new PoliceTrouble.ServerError();
            case REDIRECT -> new PoliceTrouble.Redirect(elsewhere);
            case SHIFTED_PAGE -> new PoliceTrouble.ShiftedPage();
            case EXPIRED_CURSOR -> new PoliceTrouble.ExpiredCursor();
            case NOT_JSON -> new PoliceTrouble.NotJson();
          });
    }

    @Override
    public long troublesMade() {
      return department.troublesMade();
    }

    @Override
    public Duration peace() {
      return department.peace();
    }

    @Override
    public long calls() {
      return department.pagesServed() + department.troublesMade() + department.callsRefused();
    }

    @Override
    public void close() {
      department.close();
    }
  }

  /**
   * The health department.
   *
   * @param department its server
   * @param toCome files that are not entered yet
   * @param clock by which files are entered
   */
  record Health(HealthDepartment department, Queue<HealthFile> toCome, Clock clock)
      implements SickDepartment {
    private static final String TOKEN = "an-invented-token-of-the-lab";

    private static Health start(Population population, Clock clock) {
      HealthFeed feed = new HealthFeed(population.settings());
      Queue<HealthFile> toCome = new ArrayDeque<>();
      for (Household household : population) {
        feed.records(household).forEach(record -> toCome.add(record.versions().getLast()));
      }
      HealthDepartment department = HealthDepartment.start(TOKEN);
      HealthFeed.clinics().forEach(department::put);
      return new Health(department, toCome, clock);
    }

    @Override
    public SourceEntry impatient(Duration every) {
      return new SourceEntry(
          true,
          every,
          new SourceEntry.Health(
              new HealthSettings(
                  new SourceId(Feed.HEALTH.source()),
                  http(department.baseUri().toString()),
                  new Secret(TOKEN),
                  PAGE,
                  Duration.ofSeconds(5),
                  retry(),
                  breaker())));
    }

    @Override
    public void enter(int rows) {
      for (int i = 0; i < rows && !toCome.isEmpty(); i++) {
        String now = HealthFeed.instant(LocalDateTime.now(clock.withZone(SHANGHAI)));
        department.put(toCome.remove().with(PatientField.UPDATED, now));
      }
    }

    @Override
    public int keys() {
      return department.files();
    }

    @Override
    public void misbehave(Trouble trouble, String elsewhere) {
      department.misbehave(
          switch (trouble) {
            case SLOW_BODY -> new HealthTrouble.SlowBody(SLOW);
            case CONNECTION_RESET -> new HealthTrouble.ConnectionReset();
            case BROKEN_OFF -> new HealthTrouble.BrokenOff();
            case TOO_MUCH_OR_NOTHING -> new HealthTrouble.Silence(SLOW);
            case TOO_MANY_REQUESTS -> new HealthTrouble.TooManyRequests(RETRY_AFTER);
            case SERVER_ERROR -> new HealthTrouble.ServerError(503);
            case REDIRECT -> new HealthTrouble.Redirect(elsewhere);
            case SHIFTED_PAGE -> new HealthTrouble.ShiftedPage();
            case EXPIRED_CURSOR -> new HealthTrouble.ExpiredLink();
            case NOT_JSON -> new HealthTrouble.NotJson();
          });
    }

    @Override
    public long troublesMade() {
      return department.troublesMade();
    }

    @Override
    public Duration peace() {
      return department.peace();
    }

    @Override
    public long calls() {
      return department.pagesServed() + department.troublesMade() + department.callsRefused();
    }

    @Override
    public void close() {
      department.close();
    }
  }
}

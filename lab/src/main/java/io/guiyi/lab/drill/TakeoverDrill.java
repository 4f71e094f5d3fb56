package io.guiyi.lab.drill;

import io.guiyi.lab.demo.City;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.registry.RegisterSettings.ExternalDatabase;
import io.guiyi.registry.postgres.EmbeddedPostgres;
import io.guiyi.registry.postgres.PostgresSettings;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.config.HubConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two hubs on one database (R5). The one that leads is stopped in the middle of a page (SIGSTOP),
 * longer than its lease; the other takes over; then the first wakes up and still believes that it
 * leads. Nothing may be taken in twice, and whatever the stale one tries must be refused.
 */
final class TakeoverDrill implements Drill {
  private static final int PEOPLE_A_ROUND = 250;
  private static final int PAGE = 20;
  private static final Duration TAKE_OVER_WITHIN = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_MS = 20;

  /**
   * What a hub says whose page is refused: because another one leads, or because its session ended
   * with its lease while it stood still.
   */
  private static final Pattern REFUSED =
      Pattern.compile("it waits for its turn|apply-\\w+: RegisterUnavailable");

  @Override
  public String name() {
    return "takeover";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Two hubs on one database: the leader is stopped in the middle of a page, longer than",
        "its lease; the other takes over; the stale one wakes up and is refused.",
        "两个归一节点共用一个数据库：主节点在处理中途被挂起，备节点接管，旧主节点恢复后被拒绝写入。");
  }

  @Override
  public Size size() {
    return new Size("rounds", 1, 5, 50);
  }

  @Override
  public DrillReport hold(DrillOrders orders) throws InterruptedException, IOException {
    Path root = orders.folder(this);
    DrillFolder alone = DrillFolder.emptied(root.resolve("alone"));
    DrillFolder one = DrillFolder.emptied(root.resolve("one"));
    DrillFolder two = DrillFolder.emptied(root.resolve("two"));
    DrillFolder shared = DrillFolder.emptied(root.resolve("shared"));
    PopulationSettings people =
        new PopulationSettings(PEOPLE_A_ROUND * (orders.size() + 1), orders.seed(), 1);
    orders.progress().step("first a hub alone, to compare with");
    Alone expected = letBe(alone, people, orders);
    one.takeKeys(alone);
    two.takeKeys(alone);
    try (EmbeddedPostgres database = EmbeddedPostgres.start(PostgresSettings.in(shared.data()));
        City city = City.open(people, one.data(), orders.clock())) {
      ExternalDatabase there =
          new ExternalDatabase(database.jdbcUrl(), database.user(), database.password());
      one.configure(there, city.sources(Duration.ZERO), PAGE);
      two.configure(there, city.sources(Duration.ZERO), PAGE);
      DrillReport.Sheet sheet = new DrillReport.Sheet();
      new Duel(one, two, there, orders).fight(expected.rows(), sheet);
      orders.progress().step("asking the oracle");
      return examined(one, city, expected, sheet);
    }
  }

  /** How many rows a hub alone reads, and what it concludes from them. */
  private record Alone(long rows, Conclusions conclusions) {}

  private static Alone letBe(DrillFolder folder, PopulationSettings people, DrillOrders orders)
      throws InterruptedException, IOException {
    try (City city = City.open(people, folder.data(), orders.clock())) {
      folder.configure(city.sources(Duration.ZERO), PAGE);
      HubSettings settings = HubConfig.read(folder.config(), folder.data());
      try (DrilledHub hub =
          DrilledHub.start(settings, sign -> orders.progress().count(() -> sign))) {
        long rows = hub.awaitDelivered(HubLives.PATIENCE);
        return new Alone(rows, Conclusions.of(hub.hub()));
      }
    }
  }

  private static DrillReport examined(
      DrillFolder folder, City city, Alone expected, DrillReport.Sheet sheet) {
    HubSettings settings = HubConfig.read(folder.config(), folder.data()).withSources(List.of());
    try (Hub hub = Hub.start(settings)) {
      Oracle.Findings findings =
          Oracle.examine(hub, city.truth(), expected.conclusions(), folder.inboxes());
      return sheet
          .figure("records", findings.records())
          .figure("persons", findings.persons())
          .exactly("lost", 0, findings.lost())
          .wrong(findings.wrong())
          .done();
    }
  }

  /** Both hubs and what happens between them. */
  private record Duel(
      DrillFolder one, DrillFolder two, ExternalDatabase database, DrillOrders orders) {

    void fight(long rows, DrillReport.Sheet sheet) throws InterruptedException, IOException {
      Random chance = new Random(orders.seed());
      double slowest = 0;
      try (HubProcess first = begin(one);
          HubProcess second = begin(two)) {
        for (int round = 0; round < orders.size(); round++) {
          long point = (long) (rows * (round + 0.2 + 0.6 * chance.nextDouble()) / orders.size());
          HubProcess leader = leaderAt(point, first, second);
          long term = term();
          leader.pause();
          try {
            slowest = Math.max(slowest, awaitTermAfter(term));
          } finally {
            leader.wake();
          }
          orders.progress().step("term %d is over, term %d has begun".formatted(term, term()));
        }
        first.await(Sign::delivered, HubLives.PATIENCE);
        second.await(Sign::delivered, HubLives.PATIENCE);
        first.stop(HubLives.PATIENCE);
        second.stop(HubLives.PATIENCE);
      }
      sheet
          .figure("rounds", orders.size())
          .figure("rows", rows)
          .atLeast("terms", orders.size() + 1L, term())
          .atLeast("stale_pages_refused", 1, refusals(one) + refusals(two))
          .atMost("take_over_seconds_max", TAKE_OVER_WITHIN.toSeconds(), slowest);
    }

    private HubProcess begin(DrillFolder folder) {
      return HubProcess.start(HubCommand.of(folder, orders.options()), folder);
    }

    /** Waits until so many rows are applied, and finds who applied them. */
    private HubProcess leaderAt(long rows, HubProcess first, HubProcess second)
        throws InterruptedException {
      first.await(sign -> sign.rows() >= rows, HubLives.PATIENCE);
      String holder = ask("select holder from leader where id = 1");
      return holder.equals("hub-" + first.pid()) ? first : second;
    }

    private double awaitTermAfter(long term) throws InterruptedException {
      long begin = System.nanoTime();
      long giveUpAt = begin + HubLives.PATIENCE.toNanos();
      while (term() <= term && System.nanoTime() < giveUpAt) {
        Thread.sleep(LOOK_EVERY_MS);
      }
      return Math.floor((System.nanoTime() - begin) / 1e8) / 10;
    }

    private long term() {
      return Long.parseLong(ask("select term from leader where id = 1"));
    }

    private String ask(String query) {
      try (Connection connection =
              DriverManager.getConnection(database.url(), database.user(), database.password());
          Statement statement = connection.createStatement();
          ResultSet answer = statement.executeQuery(query)) {
        answer.next();
        return answer.getString(1);
      } catch (SQLException e) {
        throw new IllegalStateException("the shared database does not answer", e);
      }
    }

    private static long refusals(DrillFolder folder) throws IOException {
      try (Stream<String> lines = Files.lines(folder.log())) {
        return lines.filter(line -> REFUSED.matcher(line).find()).count();
      }
    }
  }
}

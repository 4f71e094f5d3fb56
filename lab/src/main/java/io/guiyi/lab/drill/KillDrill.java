package io.guiyi.lab.drill;

import io.guiyi.lab.demo.City;
import io.guiyi.lab.drill.DrillResult.Survived;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.Progress;
import io.guiyi.routes.config.HubConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Kills a hub at random points of a pull, starts it again by the same command, and counts what was
 * lost and what happened twice.
 */
public final class KillDrill {
  /** Pages between two kills, about: few enough that each life has something left to do. */
  private static final int PAGES_A_ROUND = 12;

  private static final int PAGE_MIN = 10;
  private static final int PAGE_MAX = 500;

  private final Orders orders;
  private final Clock clock;
  private final Progress progress;

  /**
   * What is to be done.
   *
   * @param people the city
   * @param rounds how many kills, 1 to {@link KillPlan#ROUNDS_MAX}
   * @param config the operator's configuration folder; only the subscribers are taken from it
   * @param data the drill is held in the folder {@code drill} below it
   * @param resumeWithin the bound on each resume
   * @param options of the Java machine that is killed, besides those of this one
   */
  public record Orders(
      PopulationSettings people,
      int rounds,
      Path config,
      Path data,
      Duration resumeWithin,
      List<String> options) {}

  private KillDrill(Orders orders, Clock clock, Progress progress) {
    this.orders = orders;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Holds the drill.
   *
   * @throws IllegalStateException if the hub does not come back or does not finish
   */
  public static DrillResult hold(Orders orders, Clock clock, Progress progress)
      throws InterruptedException, IOException {
    return new KillDrill(orders, clock, progress).hold();
  }

  private DrillResult hold() throws InterruptedException, IOException {
    long begin = System.nanoTime();
    Path root = orders.data().resolve("drill");
    DrillFolder undisturbed = DrillFolder.emptied(root.resolve("undisturbed"));
    DrillFolder killed = DrillFolder.emptied(root.resolve("killed"));
    progress.step("first a hub that nobody disturbs, to compare with");
    Undisturbed expected = letBe(undisturbed);
    killed.takeKeys(undisturbed);
    progress.step("now the one that is killed, %d times".formatted(orders.rounds()));
    try (City city = open(killed)) {
      KillPlan plan = KillPlan.of(orders.people().seed(), orders.rounds(), expected.rows());
      List<Survived> survived =
          HubLives.of(killed, plan, HubCommand.of(killed, orders.options()), progress);
      progress.step("asking the oracle");
      try (Hub hub = reopen(killed)) {
        Oracle.Findings findings =
            Oracle.examine(hub, city.truth(), expected.conclusions(), killed.inboxes());
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new DrillResult(survived, expected.rows(), findings, orders.resumeWithin(), seconds);
      }
    }
  }

  /** How many rows a hub reads that nobody disturbs, and what it concludes from them. */
  private record Undisturbed(long rows, Conclusions conclusions) {}

  private Undisturbed letBe(DrillFolder folder) throws InterruptedException, IOException {
    try (City _ = open(folder);
        DrilledHub hub =
            DrilledHub.start(
                HubConfig.read(folder.config(), folder.data()),
                sign -> progress.count(() -> sign))) {
      long rows = hub.awaitDelivered(HubLives.PATIENCE);
      return new Undisturbed(rows, Conclusions.of(hub.hub()));
    }
  }

  private City open(DrillFolder folder) throws IOException {
    City city = City.open(orders.people(), folder.data(), clock);
    try {
      long rows = city.police().keys() + city.labour().rows();
      folder.configure(orders.config(), city.sources(Duration.ZERO), pageSize(rows));
      return city;
    } catch (IOException | RuntimeException e) {
      city.close();
      throw e;
    }
  }

  private int pageSize(long rows) {
    return Math.clamp(rows / ((long) orders.rounds() * PAGES_A_ROUND), PAGE_MIN, PAGE_MAX);
  }

  /** The hub as it was left, without sources. */
  private static Hub reopen(DrillFolder folder) {
    HubSettings settings = HubConfig.read(folder.config(), folder.data());
    return Hub.start(settings.withSources(List.of()));
  }
}

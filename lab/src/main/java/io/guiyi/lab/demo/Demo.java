package io.guiyi.lab.demo;

import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.quality.HubClusters;
import io.guiyi.lab.quality.HubQuality;
import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.registry.feed.FanOut;
import io.guiyi.registry.feed.Subscribers;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.intake.WriteBacks;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.StateDigest;
import io.guiyi.registry.status.StatusBoard;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A hub between an invented city and its bureaus. */
public final class Demo implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

  private final City city;
  private final Hub hub;
  private final Bureaus bureaus;
  private final Progress progress;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Demo(City city, Hub hub, Bureaus bureaus, Progress progress) {
    this.city = city;
    this.hub = hub;
    this.bureaus = bureaus;
    this.progress = progress;
  }

  /**
   * Starts city, hub and bureaus.
   *
   * @param settings the hub's, whose sources are replaced by the city's
   * @param every the pause between pulls; zero to pull only when asked
   */
  public static Demo start(
      PopulationSettings people,
      HubSettings settings,
      Duration every,
      Clock clock,
      Progress progress) {
    progress.step(
        "founding a city of %d people (seed %d)".formatted(people.people(), people.seed()));
    City city = City.empty(people, settings.data(), clock);
    try {
      progress.step("starting the hub on " + settings.data());
      Hub hub = Hub.start(city.connect(settings, every));
      try {
        Demo demo = new Demo(city, hub, Bureaus.open(hub), progress);
        demo.openLabour();
        return demo;
      } catch (RuntimeException e) {
        hub.close();
        throw e;
      }
    } catch (RuntimeException e) {
      city.close();
      throw e;
    }
  }

  /**
   * A killed run may have left words for the labour department about running numbers that the new
   * table uses again; they are spoken before the table has any row.
   */
  private void openLabour() {
    long giveUpAt = System.nanoTime() + GIVE_UP_AFTER.toNanos();
    while (writeBacksWaiting() > 0 && System.nanoTime() < giveUpAt) {
      pause();
    }
    city.deliverToLabour();
  }

  /** Reads every record from the start and waits until everything is delivered. */
  public DemoResult readEverythingOnce() {
    awaitLead();
    RegisterStatus before = status();
    long start = System.nanoTime();
    progress.step("pulling everything once");
    try (Ticker _ = Ticker.every(LOOK_EVERY, this::showRead)) {
      hub.pullEverythingOnce();
    }
    progress.step("waiting for the subscribers");
    awaitDelivery();
    double seconds = (System.nanoTime() - start) / 1e9;
    progress.step("comparing with the truth");
    RegisterStatus after = status();
    HubQuality quality =
        HubClusters.read(hub.bean(Transactions.class), hub.bean(SourceRecords.class))
            .measure(city.truth(hub.sources().stream().map(SourceId::name).toList()));
    return new DemoResult(
        difference(after.counts(), before.counts()),
        bySource(before, after),
        after.persons(),
        after.reviewCases(),
        after.feedEntries() - before.delivered(),
        after.delivered() - before.delivered(),
        after.feedEntries() - after.delivered(),
        bureaus.appliedTwice(),
        quality,
        seconds,
        hub.bean(StateDigest.class).read().hex());
  }

  /** A hub that was killed leads on until its lease ends. */
  private void awaitLead() {
    long giveUpAt = System.nanoTime() + 2 * Leadership.LEASE.toNanos();
    while (!hub.isLeading() && System.nanoTime() < giveUpAt) {
      pause();
    }
  }

  private void showRead() {
    progress.count(() -> hub.bean(Pulls.class).total().read() + " records read, ever");
  }

  private void awaitDelivery() {
    long giveUpAt = System.nanoTime() + GIVE_UP_AFTER.toNanos();
    while (isUnderWay() && System.nanoTime() < giveUpAt) {
      bureaus.refuseIfBroken();
      pause();
    }
  }

  private boolean isUnderWay() {
    return hub.bean(FanOut.class).waiting() > 0
        || hub.bean(Subscribers.class).positions().stream()
            .anyMatch(feed -> feed.taken() < feed.appended())
        || writeBacksWaiting() > 0;
  }

  private long writeBacksWaiting() {
    return hub.sources().stream()
        .mapToLong(source -> hub.bean(WriteBacks.class).waiting(source).pages())
        .sum();
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  private RegisterStatus status() {
    return hub.bean(StatusBoard.class).read(hub.sources());
  }

  private static Map<String, Conservation> bySource(RegisterStatus before, RegisterStatus after) {
    Map<String, Conservation> counts = new LinkedHashMap<>();
    for (int i = 0; i < after.sources().size(); i++) {
      SourceFreshness now = after.sources().get(i).freshness();
      Conservation then = before.sources().get(i).freshness().counts();
      counts.put(now.source().name(), difference(now.counts(), then));
    }
    return counts;
  }

  private static Conservation difference(Conservation after, Conservation before) {
    return new Conservation(
        after.fresh() - before.fresh(),
        after.changed() - before.changed(),
        after.unchanged() - before.unchanged(),
        after.withdrawn() - before.withdrawn(),
        after.stale() - before.stale(),
        after.quarantined() - before.quarantined());
  }

  /** The hub. */
  public Hub hub() {
    return hub;
  }

  /** The city. */
  public City city() {
    return city;
  }

  /** Stops everything; a second call does nothing. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    progress.step("stopping");
    bureaus.close();
    hub.close();
    city.close();
  }
}

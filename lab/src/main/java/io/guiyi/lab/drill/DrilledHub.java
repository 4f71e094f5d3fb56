package io.guiyi.lab.drill;

import io.guiyi.lab.demo.Bureaus;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.StatusBoard;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.pull.PullRoutes;
import io.guiyi.routes.pull.SourceEntry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub of a drill, from inside: a hub with its bureaus that pulls each source once from where it
 * stands, one after the other, and says how far it has come.
 */
public final class DrilledHub implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DrilledHub.class);
  private static final long LOOK_EVERY_MS = 10;
  private static final long TRY_AGAIN_MS = 100;

  private final Hub hub;
  private final Bureaus bureaus;
  private final Consumer<String> say;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("drill-looks").daemon().factory());
  private final Thread pulls;
  private final CountDownLatch delivered = new CountDownLatch(1);
  private volatile boolean pulled;
  private volatile Sign latest = new Sign(-1, false);

  private DrilledHub(Hub hub, Bureaus bureaus, Consumer<String> say) {
    this.hub = hub;
    this.bureaus = bureaus;
    this.say = say;
    this.pulls = Thread.ofPlatform().name("drill-pulls").daemon().unstarted(this::pullAll);
  }

  /**
   * Starts hub and bureaus and begins to pull.
   *
   * @param settings the sources' rhythm is passed over
   * @param say takes each line of what it has to say
   */
  public static DrilledHub start(HubSettings settings, Consumer<String> say) {
    HubSettings whenAsked =
        settings.withSources(settings.sources().stream().map(SourceEntry::onlyWhenAsked).toList());
    Hub hub = Hub.start(whenAsked);
    DrilledHub drilled = new DrilledHub(hub, Bureaus.open(hub), say);
    drilled.look();
    drilled.pulls.start();
    drilled.looks.scheduleWithFixedDelay(
        drilled::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    return drilled;
  }

  /** One source after the other, so that the order of the rows is that of every other run. */
  private void pullAll() {
    try {
      ProducerTemplate template = hub.bean(CamelContext.class).createProducerTemplate();
      while (!hub.bean(Leadership.class).isLeading()) {
        TimeUnit.MILLISECONDS.sleep(TRY_AGAIN_MS);
      }
      for (SourceId source : hub.sources()) {
        template.sendBody(PullRoutes.endpoint(source), source);
        while (!isComplete(source)) {
          TimeUnit.MILLISECONDS.sleep(TRY_AGAIN_MS);
          template.sendBody(PullRoutes.endpoint(source), source);
        }
      }
      pulled = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isComplete(SourceId source) {
    try {
      return Pulls.COMPLETE.equals(hub.bean(Pulls.class).freshness(source).lastOutcome());
    } catch (RuntimeException e) {
      LOG.info("the database did not say whether {} is read: {}", source, e.getClass().getName());
      return false;
    }
  }

  /** A look at a database that is just failing sees nothing new; the next one does. */
  private void look() {
    try {
      say(new Sign(rows(), pulled && isDelivered()));
    } catch (RuntimeException e) {
      LOG.info("nothing could be seen this time: {}", e.getClass().getName());
    }
  }

  private void say(Sign now) {
    if (!now.equals(latest)) {
      latest = now;
      say.accept(now.line());
      if (now.delivered()) {
        delivered.countDown();
      }
    }
  }

  private long rows() {
    return hub.bean(Transactions.class)
        .inTransaction(session ->
            session
                .createNativeQuery("select coalesce(sum(rows_read), 0) from pull_page", Long.class)
                .getSingleResult());
  }

  private boolean isDelivered() {
    RegisterStatus status = hub.bean(StatusBoard.class).read(hub.sources());
    return status.changesWaiting() == 0
        && status.delivered() == status.feedEntries()
        && status.sources().stream().allMatch(source -> source.toldLater().pages() == 0);
  }

  /**
   * Waits until every row is read, every entry acknowledged and every department told.
   *
   * @return how many rows were read
   * @throws IllegalStateException if it takes longer
   */
  long awaitDelivered(Duration patience) throws InterruptedException {
    if (!delivered.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "not everything was delivered within %s; the last sign was '%s'"
              .formatted(patience, latest.line()));
    }
    return latest.rows();
  }

  /** The hub. */
  Hub hub() {
    return hub;
  }

  /** Stops gracefully. */
  @Override
  public void close() {
    pulls.interrupt();
    looks.shutdownNow();
    bureaus.close();
    hub.close();
  }
}

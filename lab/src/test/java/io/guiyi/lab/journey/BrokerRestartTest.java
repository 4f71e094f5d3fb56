package io.guiyi.lab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.demo.Bureaus;
import io.guiyi.lab.demo.City;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.records.SourceId;
import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.publish.Broker;
import io.guiyi.routes.pull.PullRoutes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A broker that starts again on its own journal")
class BrokerRestartTest {
  private static final PopulationSettings PEOPLE = new PopulationSettings(150, 5, 1);

  @TempDir private Path data;

  private City city;

  @BeforeEach
  void found() {
    city = City.open(PEOPLE, data, Stage.CLOCK);
  }

  @AfterEach
  void close() {
    city.close();
  }

  private Hub start() {
    HubSettings settings = Stage.settings(data).withSources(city.sources(Duration.ZERO));
    return Hub.start(settings);
  }

  private static void pull(Hub hub, String source) {
    SourceId id = new SourceId(source);
    hub.bean(CamelContext.class).createProducerTemplate().sendBody(PullRoutes.endpoint(id), id);
  }

  private static void awaitSent(Hub hub) {
    Stage.patiently()
        .until(() -> {
          RegisterStatus status = Stage.status(hub);
          return status.changesWaiting() == 0
              && status.feeds().stream().allMatch(feed -> feed.waiting() == 0);
        });
  }

  @Test
  @DisplayName("loses nothing of what waits in it, and nothing takes effect twice")
  void nothingIsLostOrTwice() throws Exception {
    long taken;
    try (Hub hub = start()) {
      // Some entries are taken before the restart, some wait in the broker over it.
      pull(hub, "labour");
      try (Bureaus _ = Bureaus.open(hub)) {
        Stage.awaitQuiet(hub);
      }
      taken = Stage.status(hub).delivered();
      assertThat(taken).isPositive();
      pull(hub, "police");
      awaitSent(hub);
      assertThat(depths(hub).values()).allMatch(waiting -> waiting > 0);
      forgetHalfOfWhatWasSent(hub);
    }
    assertThat(data.resolve("broker/journal")).isNotEmptyDirectory();
    try (Hub hub = start();
        Bureaus bureaus = Bureaus.open(hub)) {
      assertThat(hub.bean(Broker.class).isActive()).isTrue();
      pull(hub, "police");
      Stage.awaitQuiet(hub);
      long entries = Stage.status(hub).feedEntries();
      assertThat(entries).isGreaterThan(taken);
      assertThat(bureaus.effects()).isEqualTo(entries);
      assertThat(bureaus.appliedTwice()).isZero();
      assertThat(depths(hub).values()).allMatch(waiting -> waiting == 0);
      assertThat(hub.bean(Broker.class).depths(List.of(Broker.DEAD_LETTER)).values())
          .allMatch(letters -> letters == 0);
    }
    try (var inboxes = Files.list(data.resolve("subscribers"))) {
      assertThat(inboxes).hasSize(2);
    }
  }

  /**
   * The cut between sending and noting: the broker has the entries, the register does not know. The
   * relay sends them again, the broker refuses them, and the bureaus acknowledge meanwhile.
   */
  private static void forgetHalfOfWhatWasSent(Hub hub) throws Exception {
    for (String subscriber : hub.settings().subscribers()) {
      hub.bean(CamelContext.class).getRouteController().stopRoute("relay-" + subscriber);
    }
    hub.bean(Transactions.class)
        .runInTransaction(session ->
            session
                .createNativeMutationQuery(
                    "update subscriber set sent_through = (taken_through + sent_through) / 2")
                .executeUpdate());
    assertThat(Stage.status(hub).feeds()).extracting(FeedPosition::waiting).allMatch(n -> n > 0);
  }

  private static Map<String, Long> depths(Hub hub) {
    return hub.bean(Broker.class)
        .depths(hub.settings().subscribers().stream().map(Broker::feedQueue).toList());
  }
}

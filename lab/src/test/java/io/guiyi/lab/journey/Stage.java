package io.guiyi.lab.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guiyi.lab.house.SourceTree;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.StatusBoard;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.Progress;
import io.guiyi.routes.config.HubConfig;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;

/** What journeys need again and again. */
final class Stage {
  /** Nothing here takes so long unless it hangs; the machine may do something else besides. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  static final Clock CLOCK = Clock.systemUTC();

  private Stage() {}

  /** The configuration of the source tree, on free ports. */
  static HubSettings settings(Path data) {
    Path config = SourceTree.ofThisBuild().root().resolve("config");
    return HubConfig.read(config, data).onFreePorts();
  }

  /** Progress that nobody reads. */
  static Progress silence() {
    return new Progress(
        new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), CLOCK);
  }

  static ConditionFactory patiently() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
  }

  static RegisterStatus status(Hub hub) {
    return hub.bean(StatusBoard.class).read(hub.sources());
  }

  /** Waits until every change is with its subscribers and every department was told. */
  static void awaitQuiet(Hub hub) {
    patiently()
        .untilAsserted(() -> {
          RegisterStatus status = status(hub);
          assertThat(status.changesWaiting()).isZero();
          assertThat(status.delivered()).isEqualTo(status.feedEntries());
          assertThat(status.sources()).allMatch(source -> source.toldLater().pages() == 0);
        });
  }

  static long number(Hub hub, String query) {
    return hub.bean(Transactions.class)
        .inTransaction(session -> session.createNativeQuery(query, Long.class).getSingleResult());
  }
}

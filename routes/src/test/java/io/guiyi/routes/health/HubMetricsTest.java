package io.guiyi.routes.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.console.LatestStatus;
import io.guiyi.console.SourceState;
import io.guiyi.records.Conservation;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.intake.OpenWriteBacks;
import io.guiyi.registry.intake.QuarantineCount;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.resolve.DecisionCounts;
import io.guiyi.registry.resolve.PageOutcome;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.SourceActivity;
import io.guiyi.registry.store.RegisterUnavailable;
import io.guiyi.registry.watch.Alarm;
import io.guiyi.registry.watch.AlarmKind;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names are a contract with whoever draws them: dashboards and alarms. */
@DisplayName("The hub's metrics")
class HubMetricsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:15:30Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final SourceId POLICE = new SourceId("police");

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private Supplier<RegisterStatus> register = HubMetricsTest::status;
  private PullMetrics pulls;

  private static RegisterStatus status() {
    Conservation counts = new Conservation(100, 20, 3, 4, 5, 6);
    return new RegisterStatus(
        NOW.minusSeconds(1),
        90,
        101,
        7,
        counts,
        List.of(new QuarantineCount(POLICE, QuarantineReason.DATE_INVALID, 6)),
        List.of(
            new RegisterStatus.Source(
                new SourceFreshness(
                    POLICE, new Watermark("17"), NOW, "COMPLETE", NOW.minusSeconds(4), NOW, counts),
                new OpenWriteBacks(POLICE, 2, NOW, null),
                new SourceActivity(
                    NOW.minusSeconds(30), counts, Conservation.NONE, null, List.of()))),
        List.of(new FeedPosition("labour-bureau", true, 90, 80, 70)),
        12,
        new RegisterStatus.Leader(3, "guiyi-01", NOW.plusSeconds(10)),
        List.of(
            new Alarm(
                1, POLICE, AlarmKind.COLUMN_ADDED, "a", "0 → 100 / 100", NOW, NOW, null, null),
            new Alarm(
                2, POLICE, AlarmKind.COLUMN_ADDED, "b", "0 → 100 / 100", NOW, NOW, null, null)));
  }

  @BeforeEach
  void bind() {
    pulls = new PullMetrics(meters, List.of(POLICE));
    new HubMetrics(
            new LatestStatus(() -> register.get(), CLOCK),
            () ->
                List.of(
                    new SourceState(
                        POLICE,
                        Duration.ofSeconds(5),
                        SourceState.Condition.RESTING,
                        NOW.minusSeconds(60),
                        new SourceState.Failure("TIMEOUT", "no answer"))),
            List.of("labour-bureau"),
            new HubMetrics.Queues(
                List.of("feed.labour-bureau", "dead-letter"),
                queue -> queue.equals("dead-letter") ? -1 : 11),
            () -> 3,
            CLOCK)
        .bindTo(meters);
  }

  @Test
  @DisplayName("are these, and are all there before anything has happened")
  void areThese() {
    assertThat(
            meters
                .scrape()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .sorted()
                .toList())
        .containsExactly(
            "guiyi_alarms",
            "guiyi_changes_waiting",
            "guiyi_decisions_total",
            "guiyi_feed_entries",
            "guiyi_feed_lag",
            "guiyi_leader",
            "guiyi_leader_term",
            "guiyi_page_apply_seconds",
            "guiyi_page_apply_seconds_max",
            "guiyi_persons",
            "guiyi_persons_changed_total",
            "guiyi_pulls_total",
            "guiyi_quarantined",
            "guiyi_queue_depth",
            "guiyi_records",
            "guiyi_review_cases_open",
            "guiyi_rows_total",
            "guiyi_source_condition",
            "guiyi_source_deliveries_held",
            "guiyi_source_freshness_seconds",
            "guiyi_source_news_age_seconds",
            "guiyi_source_untold_pages",
            "guiyi_status_age_seconds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guiyi_persons 90.0",
        "guiyi_alarms{kind=\"COLUMN_ADDED\",source=\"police\"} 2.0",
        "guiyi_alarms{kind=\"LATE\",source=\"police\"} 0.0",
        "guiyi_source_news_age_seconds{source=\"police\"} 30.0",
        "guiyi_source_deliveries_held{source=\"police\"} 0.0",
        "guiyi_records 101.0",
        "guiyi_review_cases_open 7.0",
        "guiyi_changes_waiting 12.0",
        "guiyi_status_age_seconds 1.0",
        "guiyi_leader 1.0",
        "guiyi_leader_term 3.0",
        "guiyi_quarantined{reason=\"DATE_INVALID\",source=\"police\"} 6.0",
        "guiyi_quarantined{reason=\"ENCODING\",source=\"police\"} 0.0",
        "guiyi_source_freshness_seconds{source=\"police\"} 4.0",
        "guiyi_source_condition{condition=\"RESTING\",source=\"police\"} 1.0",
        "guiyi_source_condition{condition=\"WELL\",source=\"police\"} 0.0",
        "guiyi_source_untold_pages{source=\"police\"} 2.0",
        "guiyi_feed_entries{stage=\"acknowledged\",subscriber=\"labour-bureau\"} 70.0",
        "guiyi_feed_entries{stage=\"appended\",subscriber=\"labour-bureau\"} 90.0",
        "guiyi_feed_lag{subscriber=\"labour-bureau\"} 20.0",
        "guiyi_queue_depth{queue=\"feed.labour-bureau\"} 11.0",
        "guiyi_queue_depth{queue=\"dead-letter\"} NaN",
      })
  @DisplayName("tell where things stand")
  void tellWhereThingsStand(String line) {
    assertThat(meters.scrape().lines()).contains(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guiyi_rows_total{kind=\"new\",source=\"police\"} 3.0",
        "guiyi_rows_total{kind=\"quarantined\",source=\"police\"} 1.0",
        "guiyi_rows_total{kind=\"stale\",source=\"police\"} 0.0",
        "guiyi_decisions_total{outcome=\"link\"} 2.0",
        "guiyi_decisions_total{outcome=\"new-person\"} 1.0",
        "guiyi_decisions_total{outcome=\"review\"} 0.0",
        "guiyi_persons_changed_total 3.0",
        "guiyi_pulls_total{end=\"complete\",source=\"police\"} 1.0",
        "guiyi_pulls_total{end=\"broken-off\",source=\"police\"} 0.0",
        "guiyi_page_apply_seconds_sum{source=\"police\"} 0.25",
      })
  @DisplayName("count what pulls achieve")
  void countWhatPullsAchieve(String line) {
    pulls.applied(
        POLICE,
        new PageOutcome(
            new Conservation(3, 0, 0, 0, 0, 1),
            List.of(),
            new DecisionCounts(2, 1, 0),
            3,
            17,
            Duration.ofMillis(250)));
    pulls.finished(POLICE, true);
    assertThat(meters.scrape().lines()).contains(line);
  }

  @Test
  @DisplayName("are no numbers while the register never answered")
  void areNoNumbersWhileTheRegisterNeverAnswered() {
    register =
        () -> {
          throw new RegisterUnavailable("down", new IOException());
        };
    assertThat(meters.scrape().lines())
        .contains("guiyi_persons NaN", "guiyi_feed_lag{subscriber=\"labour-bureau\"} NaN")
        .contains("guiyi_leader 1.0");
  }
}

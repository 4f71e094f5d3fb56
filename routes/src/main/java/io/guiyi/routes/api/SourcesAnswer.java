package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.console.SourceState;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.KnownDelivery;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.SourceActivity;
import io.guiyi.registry.status.SourceActivity.LastCertificate;
import io.guiyi.registry.watch.Alarm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources, in configured order.
 *
 * @param sources one by one
 */
record SourcesAnswer(List<Source> sources) {

  /**
   * One source.
   *
   * @param source its name
   * @param condition WELL, FAILING, TRYING, RESTING or OFF
   * @param everySeconds the pause between two pulls; 0 if it is only pulled when asked
   * @param failingSince since when it fails, if it does
   * @param failure what last went wrong, if anything did since start
   * @param watermark how far it has been durably read; empty if not at all
   * @param lastStarted when the latest pull began
   * @param lastOutcome how the latest finished pull ended
   * @param lastComplete when a pull last reached the end
   * @param lastPage when a page was last applied
   * @param rows what became of every row ever read
   * @param lastNews when anything new, changed or withdrawn last came
   * @param today what became of the rows since midnight in Asia/Shanghai
   * @param lastPull what became of the rows of the latest pull
   * @param certificate the last certificate
   * @param heldDeliveries complete deliveries that wait for the operator
   * @param alarms its open alarms
   * @param untoldPages pages whose outcome its department has not been told yet
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Source(
      String source,
      String condition,
      long everySeconds,
      @Nullable Instant failingSince,
      @Nullable Failure failure,
      String watermark,
      @Nullable Instant lastStarted,
      @Nullable String lastOutcome,
      @Nullable Instant lastComplete,
      @Nullable Instant lastPage,
      RowCounts rows,
      @Nullable Instant lastNews,
      RowCounts today,
      RowCounts lastPull,
      @Nullable LastCertificate certificate,
      List<String> heldDeliveries,
      List<AlarmAnswer> alarms,
      long untoldPages) {}

  /**
   * Something that went wrong.
   *
   * @param kind one of a closed list, such as TIMEOUT
   * @param sentence the details
   */
  record Failure(String kind, String sentence) {
    static @Nullable Failure of(SourceState.@Nullable Failure failure) {
      return failure == null ? null : new Failure(failure.kind(), failure.sentence());
    }
  }

  static SourcesAnswer of(List<SourceState> states, RegisterStatus status) {
    Map<SourceId, RegisterStatus.Source> known =
        status.sources().stream()
            .collect(Collectors.toMap(s -> s.freshness().source(), Function.identity()));
    return new SourcesAnswer(
        states.stream()
            .flatMap(state ->
                Stream.ofNullable(known.get(state.source()))
                    .map(source -> source(state, source, status.alarms(state.source()))))
            .toList());
  }

  private static Source source(SourceState state, RegisterStatus.Source known, List<Alarm> alarms) {
    SourceFreshness freshness = known.freshness();
    SourceActivity activity = known.activity();
    return new Source(
        state.source().name(),
        state.condition().name(),
        state.every().toSeconds(),
        state.failingSince(),
        Failure.of(state.failure()),
        freshness.watermark().text(),
        freshness.lastStarted(),
        freshness.lastOutcome(),
        freshness.lastComplete(),
        freshness.lastPage(),
        RowCounts.of(freshness.counts()),
        activity.lastNews(),
        RowCounts.of(activity.today()),
        RowCounts.of(activity.lastPull()),
        activity.certificate(),
        activity.held().stream().map(KnownDelivery::name).toList(),
        alarms.stream().map(AlarmAnswer::of).toList(),
        known.toldLater().pages());
  }
}

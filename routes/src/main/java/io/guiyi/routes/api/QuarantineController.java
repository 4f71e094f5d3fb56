package io.guiyi.routes.api;

import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.HeldRow;
import io.guiyi.registry.intake.Quarantine;
import io.guiyi.registry.intake.QuarantineFilter;
import io.guiyi.registry.resolve.Replay;
import io.guiyi.routes.pull.SourceReplay;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rows held aside: why and where, never what they hold; and another try for them. */
@RestController
@RequestMapping(path = "/api/v1/quarantine", produces = MediaType.APPLICATION_JSON_VALUE)
final class QuarantineController {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int USUAL = 100;
  private static final int DAYS = 31;
  private static final int REPLAYED_USUALLY = 2_000;
  private static final Set<String> REPLAY_KEYS =
      Set.of("source", "reason", "position", "after", "limit");

  private final Quarantine quarantine;
  private final SourceReplay replay;
  private final Clock clock;

  QuarantineController(Quarantine quarantine, SourceReplay replay, Clock clock) {
    this.quarantine = quarantine;
    this.replay = replay;
    this.clock = clock;
  }

  /** The rows that are open, oldest first. */
  @GetMapping
  QuarantineAnswer list(
      @RequestParam(name = "source", required = false) @Nullable String source,
      @RequestParam(name = "reason", required = false) @Nullable String reason,
      @RequestParam(name = "position", required = false) @Nullable String position,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "limit", required = false) @Nullable String limit) {
    QuarantineFilter filter =
        new QuarantineFilter(Asked.source(source), Asked.reason(reason), Asked.position(position));
    int most = (int) Asked.number("limit", limit, 1, Quarantine.MAX_LISTED, USUAL);
    List<HeldRow> rows =
        quarantine.list(filter, Asked.number("after", after, 0, Long.MAX_VALUE, 0), most);
    return QuarantineAnswer.of(rows, most);
  }

  /** How many are open by source and reason, and on which of the last 31 days they came. */
  @GetMapping("/counts")
  QuarantineCountsAnswer counts() {
    LocalDate since = LocalDate.ofInstant(clock.instant(), SHANGHAI).minusDays(DAYS - 1);
    return QuarantineCountsAnswer.of(
        quarantine.counts(), quarantine.days(since, Quarantine.MAX_LISTED));
  }

  /** Tries rows once more; answers when they have been tried. */
  @PostMapping(path = "/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
  ReplayAnswer replay(HttpServletRequest request) throws IOException {
    StrictBody body = StrictBody.read(RequestBody.read(request), REPLAY_KEYS);
    SourceId source = Asked.source(body.text("source").orElse(null));
    if (source == null) {
      throw Refusal.of(ProblemKind.BAD_BODY, "source is missing", "send {\"source\": \"police\"}");
    }
    QuarantineFilter filter =
        new QuarantineFilter(
            source,
            Asked.reason(body.text("reason").orElse(null)),
            Asked.position(body.text("position").orElse(null)));
    Replay.Order order =
        new Replay.Order(
            source,
            filter,
            body.number("after", 0, Long.MAX_VALUE, 0),
            (int) body.number("limit", 1, Replay.MAX_ROWS, REPLAYED_USUALLY));
    return replay
        .run(order, Caller.TOKEN)
        .map(result -> ReplayAnswer.of(source, result))
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.UNKNOWN_SOURCE,
                "no source that is enabled is named " + source,
                "send one that GET /api/v1/sources names"));
  }
}

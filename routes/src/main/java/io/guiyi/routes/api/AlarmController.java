package io.guiyi.routes.api;

import io.guiyi.registry.watch.AcceptOutcome;
import io.guiyi.registry.watch.Alarm;
import io.guiyi.registry.watch.Alarms;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The open alarms, and an operator's word about one. */
@RestController
@RequestMapping(path = "/api/v1/alarms", produces = MediaType.APPLICATION_JSON_VALUE)
final class AlarmController {
  private static final Set<String> KEYS = Set.of("reason");

  private final Alarms alarms;

  AlarmController(Alarms alarms) {
    this.alarms = alarms;
  }

  /**
   * The open alarms.
   *
   * @param alarms the longest raised first
   */
  record Open(List<AlarmAnswer> alarms) {}

  @GetMapping
  Open open() {
    return new Open(alarms.open().stream().map(AlarmAnswer::of).toList());
  }

  /** Takes the operator's word, with a reason in the body. */
  @PostMapping(path = "/{id}/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
  AlarmAnswer accept(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
    long number = Asked.number("id", id, 1, Long.MAX_VALUE, 0);
    StrictBody body = StrictBody.read(RequestBody.read(request), KEYS);
    String why = Asked.why(body.text("reason").orElse(null));
    return switch (alarms.accept(number, Caller.TOKEN, why)) {
      case AcceptOutcome.Taken(Alarm alarm) -> AlarmAnswer.of(alarm);
      case AcceptOutcome.NothingToAccept(Alarm alarm) ->
          throw Refusal.of(
              ProblemKind.ALARM_SETTLED,
              "alarm %d is over, or was accepted before".formatted(alarm.id()),
              "GET /api/v1/alarms lists what is open");
      case AcceptOutcome.Unknown _ ->
          throw Refusal.of(
              ProblemKind.UNKNOWN_ALARM,
              "there is no alarm %d".formatted(number),
              "GET /api/v1/alarms lists what is open");
    };
  }
}

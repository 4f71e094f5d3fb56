package io.guiyi.routes.api;

import io.guiyi.console.LatestStatus;
import io.guiyi.console.SourceStates;
import io.guiyi.registry.status.RegisterStatus;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the hub and its sources stand. Counts and configured names only, so nothing is audited. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class StatusController {
  private final LatestStatus status;
  private final SourceStates sources;
  private final BooleanSupplier leading;
  private final String version;

  StatusController(
      LatestStatus status, SourceStates sources, BooleanSupplier leading, String version) {
    this.status = status;
    this.sources = sources;
    this.leading = leading;
    this.version = version;
  }

  /** The whole. */
  @GetMapping("/status")
  StatusAnswer status() {
    return StatusAnswer.of(current(), leading.getAsBoolean(), version);
  }

  /** Source by source. */
  @GetMapping("/sources")
  SourcesAnswer sources() {
    return SourcesAnswer.of(sources.now(), current());
  }

  /** A program cannot see that numbers are old as a reader of the page can: it gets none. */
  private RegisterStatus current() {
    LatestStatus.Reading reading = status.read();
    if (reading.current()) {
      return reading.status();
    }
    throw Refusal.of(
        ProblemKind.REGISTER_UNAVAILABLE,
        "the database does not answer; it last did at " + reading.status().at(),
        "ask again in a few seconds; if it lasts, look at /health/ready");
  }
}

package io.guiyi.routes.api;

import io.guiyi.registry.relink.RelinkOutcome;
import io.guiyi.registry.relink.Relinking;
import io.guiyi.registry.steward.VerdictCommand;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Links all records of the register anew; answers when it is done. */
@RestController
@RequestMapping(path = "/api/v1/relink", produces = MediaType.APPLICATION_JSON_VALUE)
final class RelinkController {
  private static final Set<String> KEYS = Set.of("preview", "by", "reason");
  private static final String NO_REASON = "none given";

  private final Relinking relinking;

  RelinkController(Relinking relinking) {
    this.relinking = relinking;
  }

  /** Relinks, or only counts what a relink would do. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  RelinkAnswer relink(HttpServletRequest request) throws IOException {
    StrictBody body = StrictBody.read(RequestBody.read(request), KEYS);
    if (body.flag("preview")) {
      return RelinkAnswer.of(relinking.rehearse(), true);
    }
    String by =
        body.text("by")
            .map(words -> Asked.words("by", words, VerdictCommand.AUTHOR_MAX))
            .orElse(Caller.TOKEN);
    String reason =
        body.text("reason")
            .map(words -> Asked.words("reason", words, VerdictCommand.REASON_MAX))
            .orElse(NO_REASON);
    RelinkOutcome outcome = relinking.run(by, reason);
    return RelinkAnswer.of(outcome, false);
  }
}

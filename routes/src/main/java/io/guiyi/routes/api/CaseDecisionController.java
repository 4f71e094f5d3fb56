package io.guiyi.routes.api;

import io.guiyi.registry.steward.Stewardship;
import io.guiyi.registry.steward.VerdictCommand;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stewards decided, and how one takes a decision back. */
@RestController
@RequestMapping(path = "/api/v1/cases/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
final class CaseDecisionController {
  private static final int USUAL = 50;
  private static final Set<String> UNDO_KEYS = Set.of("by", "reason");

  private final Stewardship stewardship;

  CaseDecisionController(Stewardship stewardship) {
    this.stewardship = stewardship;
  }

  /** The decisions, newest first. */
  @GetMapping
  CaseDecisionAnswer.Listed list(
      @RequestParam(name = "limit", required = false) @Nullable String limit) {
    int most = (int) Asked.number("limit", limit, 1, Stewardship.MAX_LINES, USUAL);
    return new CaseDecisionAnswer.Listed(CaseDecisionAnswer.all(stewardship.decisions(most)));
  }

  /** One decision. */
  @GetMapping("/{number}")
  CaseDecisionAnswer show(@PathVariable("number") String number) {
    long decision = number(number);
    return stewardship
        .decision(decision)
        .map(CaseDecisionAnswer::of)
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.UNKNOWN_DECISION,
                "there is no decision %d of a steward".formatted(decision),
                "GET /api/v1/cases/decisions lists them"));
  }

  /** What its undo would touch. */
  @PostMapping("/{number}/preview")
  EffectAnswer preview(@PathVariable("number") String number) {
    return Verdicts.answer(stewardship.previewUndo(number(number)));
  }

  /** Takes it back: everything stands as before it. */
  @PostMapping(path = "/{number}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
  CaseDecisionAnswer undo(@PathVariable("number") String number, HttpServletRequest request)
      throws IOException {
    long decision = number(number);
    StrictBody body = StrictBody.read(RequestBody.read(request), UNDO_KEYS);
    String by = Asked.words("by", body.text("by").orElse(null), VerdictCommand.AUTHOR_MAX);
    String reason =
        Asked.words("reason", body.text("reason").orElse(null), VerdictCommand.REASON_MAX);
    return Verdicts.answer(stewardship.undo(decision, by, reason));
  }

  private static long number(String number) {
    return Asked.number("number", number, 1, Long.MAX_VALUE, 0);
  }
}

package io.guiyi.routes.api;

import io.guiyi.matching.ReviewTrigger;
import io.guiyi.registry.steward.Stewardship;
import io.guiyi.registry.steward.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cases that wait for a steward: why, with what evidence, and what is decided. */
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
final class CaseController {
  private static final int USUAL = 50;

  private final Stewardship stewardship;
  private final AuditedCases cases;

  CaseController(Stewardship stewardship, AuditTrail trail) {
    this.stewardship = stewardship;
    this.cases = new AuditedCases(stewardship, trail);
  }

  /** The open cases, oldest first. */
  @GetMapping
  CasesAnswer list(
      @RequestParam(name = "trigger", required = false) @Nullable String trigger,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "limit", required = false) @Nullable String limit) {
    int most = (int) Asked.number("limit", limit, 1, Stewardship.MAX_LINES, USUAL);
    ReviewTrigger only = Asked.trigger(trigger);
    String behind = after == null ? null : Asked.caseId("after", after);
    if (behind != null && stewardship.show(behind).isEmpty()) {
      throw unknown(behind);
    }
    return CasesAnswer.of(stewardship.open(only, behind, most), stewardship.openCounts(), most);
  }

  private static Refusal unknown(String caseId) {
    return Refusal.of(
        ProblemKind.UNKNOWN_CASE,
        "there is no case " + caseId,
        "GET /api/v1/cases lists the open ones");
  }

  /** One case with its evidence, masked. */
  @GetMapping("/{id:C-.*}")
  CaseAnswer show(
      @PathVariable("id") String id,
      @RequestHeader(name = CaseNumber.HEADER, required = false) @Nullable String caseNumber) {
    String caseId = Asked.caseId("id", id);
    return cases
        .show(caseId, Caller.ofToken(CaseNumber.read(caseNumber)))
        .map(CaseAnswer::of)
        .orElseThrow(() -> unknown(caseId));
  }

  /** What a decision would touch. */
  @PostMapping(path = "/{id:C-.*}/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  EffectAnswer preview(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    String caseId = Asked.caseId("id", id);
    VerdictBody body = VerdictBody.read(RequestBody.read(request));
    return Verdicts.answer(stewardship.preview(body.about(caseId)));
  }

  /** Decides. */
  @PostMapping(path = "/{id:C-.*}/decide", consumes = MediaType.APPLICATION_JSON_VALUE)
  CaseDecisionAnswer decide(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    String caseId = Asked.caseId("id", id);
    VerdictBody body = VerdictBody.read(RequestBody.read(request));
    Verdict verdict = body.about(caseId);
    return Verdicts.answer(stewardship.decide(body.command(verdict)));
  }
}

package io.guiyi.routes.api;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.recount.Recount;
import io.guiyi.registry.recount.Recounts;
import io.guiyi.routes.config.ModelFile;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the machine decided, weighed again and compared with what is stored. */
@RestController
@RequestMapping(path = "/api/v1/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
final class DecisionController {
  private static final String ACTION = "decision.explain";

  private final Recounts recounts;
  private final Function<PersonRef, PersonId> ids;
  private final AuditTrail trail;

  DecisionController(Recounts recounts, Function<PersonRef, PersonId> ids, AuditTrail trail) {
    this.recounts = recounts;
    this.ids = ids;
    this.trail = trail;
  }

  /** The account of each pair, as it comes out now. */
  @GetMapping("/{number}/explanation")
  ExplanationAnswer explain(
      @PathVariable("number") String number,
      @RequestHeader(name = CaseNumber.HEADER, required = false) @Nullable String caseNumber) {
    Caller caller = Caller.ofToken(CaseNumber.read(caseNumber));
    long decision = Asked.number("number", number, 1, Long.MAX_VALUE, 0);
    Recount recount =
        recounts
            .of(decision, ModelFile::kept)
            .orElseThrow(() ->
                Refusal.of(
                    ProblemKind.UNKNOWN_DECISION,
                    "there is no decision %d".formatted(decision),
                    "a case names the decision that raised it, as raisedBy"));
    trail.append(
        caller.account(),
        ACTION,
        Long.toString(decision),
        "record=%d same=%s case=%s"
            .formatted(
                recount.decision().record().number(),
                recount.isSame(),
                caller.caseNumber().map(CaseNumber::text).orElse("none")));
    return ExplanationAnswer.of(recount, ids);
  }
}

package io.guiyi.routes.api;

import io.guiyi.records.person.PersonId;
import io.guiyi.registry.steward.Stewardship;
import io.guiyi.registry.steward.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The records of persons, and what stewards decide about persons: split and merge. */
@RestController
@RequestMapping(path = "/api/v1/persons/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
final class PersonVerdictController {
  private final Stewardship stewardship;
  private final AuditedCases cases;

  PersonVerdictController(Stewardship stewardship, AuditTrail trail) {
    this.stewardship = stewardship;
    this.cases = new AuditedCases(stewardship, trail);
  }

  /** A person's records, masked; before a merge those of the other person, too. */
  @GetMapping("/records")
  PersonRecordsAnswer records(
      @PathVariable("id") String id,
      @RequestParam(name = "with", required = false) @Nullable String with,
      @RequestHeader(name = CaseNumber.HEADER, required = false) @Nullable String caseNumber) {
    PersonId person = Asked.person("id", id);
    List<PersonId> ids =
        with == null ? List.of(person) : List.of(person, Asked.person("with", with));
    return cases
        .persons(ids, Caller.ofToken(CaseNumber.read(caseNumber)))
        .map(PersonRecordsAnswer::of)
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.UNKNOWN_PERSON,
                "there is no person %s".formatted(ids.size() == 1 ? person : "of one of the ids"),
                "ids are for ever, so this one was never given; search for the person"));
  }

  /** What a decision would touch. */
  @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  EffectAnswer preview(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    PersonId person = Asked.person("id", id);
    VerdictBody body = VerdictBody.read(RequestBody.read(request));
    return Verdicts.answer(stewardship.preview(body.about(person)));
  }

  /** Decides. */
  @PostMapping(path = "/decide", consumes = MediaType.APPLICATION_JSON_VALUE)
  CaseDecisionAnswer decide(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    PersonId person = Asked.person("id", id);
    VerdictBody body = VerdictBody.read(RequestBody.read(request));
    Verdict verdict = body.about(person);
    return Verdicts.answer(stewardship.decide(body.command(verdict)));
  }
}

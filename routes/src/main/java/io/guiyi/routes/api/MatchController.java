package io.guiyi.routes.api;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.WeighedCandidate;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.MaskedClaim;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.steward.RecordView;
import io.guiyi.registry.steward.VerdictCommand;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the hub would decide about one record. Nothing is stored but an entry that says who asked
 * and why; what was asked stands in the body, and is kept nowhere.
 */
@RestController
@RequestMapping(path = "/api/v1/match", produces = MediaType.APPLICATION_JSON_VALUE)
final class MatchController {
  private static final Set<String> KEYS = Set.of("source", "by", "purpose", "record");
  private static final String ACTION = "match.dry-run";
  private static final int PURPOSE_MAX = 200;

  private final Engine engine;
  private final Function<PersonRef, PersonId> ids;
  private final Set<SourceId> sources;
  private final AuditTrail trail;

  /** Who decides. */
  interface Engine {
    /** What would be decided about a record that no source has delivered. */
    Decision dryRun(IdentityClaim claim);

    /** Records, masked. */
    Map<RecordRef, RecordView> records(Collection<RecordRef> numbers);
  }

  MatchController(
      Engine engine, Function<PersonRef, PersonId> ids, Set<SourceId> sources, AuditTrail trail) {
    this.engine = engine;
    this.ids = ids;
    this.sources = Set.copyOf(sources);
    this.trail = trail;
  }

  /** Decides without doing. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  MatchAnswer match(
      HttpServletRequest request,
      @RequestHeader(name = CaseNumber.HEADER, required = false) @Nullable String caseNumber)
      throws IOException {
    Caller caller = Caller.ofToken(CaseNumber.read(caseNumber));
    StrictBody body = StrictBody.read(RequestBody.read(request), KEYS);
    SourceId source = source(body);
    String by = said(body, "by", VerdictCommand.AUTHOR_MAX, caller.account());
    String purpose = said(body, "purpose", PURPOSE_MAX, "none");
    IdentityClaim claim =
        ClaimBody.read(
            body.inner("record", ClaimBody.KEYS)
                .orElseThrow(() ->
                    Refusal.of(
                        ProblemKind.BAD_BODY,
                        "record is missing",
                        "send {\"source\": \"police\", \"record\": {\"name\": \"...\"}}")));
    Decision decision = engine.dryRun(claim);
    Map<RecordRef, RecordView> views =
        engine.records(decision.candidates().stream().map(WeighedCandidate::record).toList());
    MatchAnswer answer = MatchAnswer.of(decision, MaskedClaim.values(claim), views, ids);
    trail.append(
        by,
        ACTION,
        source.name(),
        "outcome=%s records=%s purpose=%s case=%s"
            .formatted(
                answer.outcome(),
                answer.candidates().isEmpty()
                    ? "none"
                    : answer.candidates().stream()
                        .map(candidate -> Long.toString(candidate.record().record()))
                        .collect(Collectors.joining(",")),
                purpose,
                caller.caseNumber().map(CaseNumber::text).orElse("none")));
    return answer;
  }

  private SourceId source(StrictBody body) {
    SourceId source = Asked.source(body.text("source").orElse(null));
    if (source == null) {
      throw Refusal.of(
          ProblemKind.BAD_BODY, "source is missing", "say which source would deliver the record");
    }
    if (!sources.contains(source)) {
      throw Refusal.of(
          ProblemKind.UNKNOWN_SOURCE,
          "no source of the name %s is configured".formatted(source),
          "send one of those that ./guiyi sources list names");
    }
    return source;
  }

  private static String said(StrictBody body, String key, int most, String otherwise) {
    return body.text(key).map(words -> Asked.words(key, words, most)).orElse(otherwise);
  }
}

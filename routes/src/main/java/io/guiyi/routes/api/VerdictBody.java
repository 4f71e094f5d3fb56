package io.guiyi.routes.api;

import io.guiyi.records.person.PersonId;
import io.guiyi.registry.steward.Stewardship;
import io.guiyi.registry.steward.Verdict;
import io.guiyi.registry.steward.VerdictCommand;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what a steward says, and who says it why about what was seen.
 *
 * <p>About a case: {@code {"verdict": "SAME", "person": "P-..."}} or {@code {"verdict":
 * "DIFFERENT", "persons": ["P-..."]}}, in which no persons means all candidates. About persons:
 * {@code {"verdict": "SPLIT", "records": [17, 18]}} or {@code {"verdict": "MERGE", "with":
 * "P-..."}}. A decision says {@code by}, {@code reason} and {@code seen} besides; a preview need
 * not.
 *
 * @param body its object
 */
record VerdictBody(StrictBody body) {
  private static final Set<String> KEYS =
      Set.of("verdict", "person", "persons", "records", "with", "by", "reason", "seen");

  /** The most persons that a case may be said not to be. */
  private static final int PERSONS_MAX = 50;

  private static final int SEEN_MAX = 200;

  /** Reads the object of {@code body}. */
  static VerdictBody read(byte[] body) {
    return new VerdictBody(StrictBody.read(body, KEYS));
  }

  /** What is said about a case. */
  Verdict about(String caseId) {
    return switch (kind()) {
      case "SAME" -> {
        only("person");
        yield new Verdict.SamePerson(caseId, Asked.person("person", required("person")));
      }
      case "DIFFERENT" -> {
        only("persons");
        yield new Verdict.DifferentPersons(
            caseId,
            body.texts("persons", PERSONS_MAX).stream()
                .map(id -> Asked.person("persons", id))
                .toList());
      }
      default ->
          throw Refusal.of(
              ProblemKind.BAD_BODY,
              "verdict is none that a case can have",
              "send SAME with person, or DIFFERENT with persons; POST"
                  + " /api/v1/persons/{id}/decide takes SPLIT and MERGE");
    };
  }

  /** What is said about a person. */
  Verdict about(PersonId person) {
    return switch (kind()) {
      case "SPLIT" -> {
        only("records");
        yield new Verdict.Split(
            person, new TreeSet<>(body.numbers("records", Stewardship.MAX_RECORDS)));
      }
      case "MERGE" -> {
        only("with");
        yield new Verdict.Merge(person, Asked.person("with", required("with")));
      }
      default ->
          throw Refusal.of(
              ProblemKind.BAD_BODY,
              "verdict is none that a person can have",
              "send SPLIT with records, or MERGE with with; POST /api/v1/cases/{id}/decide takes"
                  + " SAME and DIFFERENT");
    };
  }

  /** The verdict as a command. */
  VerdictCommand command(Verdict verdict) {
    return new VerdictCommand(verdict, by(), reason(), seen());
  }

  /** Who decides. */
  String by() {
    return Asked.words("by", body.text("by").orElse(null), VerdictCommand.AUTHOR_MAX);
  }

  /** Why. */
  String reason() {
    return Asked.words("reason", body.text("reason").orElse(null), VerdictCommand.REASON_MAX);
  }

  private String seen() {
    String seen = required("seen");
    if (seen.length() > SEEN_MAX) {
      throw Refusal.of(
          ProblemKind.BAD_BODY,
          "seen has %d characters, at most %d".formatted(seen.length(), SEEN_MAX),
          "send it as it was answered with what you looked at");
    }
    return seen;
  }

  private String kind() {
    return required("verdict");
  }

  /** Refuses a key that belongs to another verdict: it was not meant so. */
  private void only(String own) {
    for (String key : List.of("person", "persons", "records", "with")) {
      if (!key.equals(own) && body.object().has(key)) {
        throw Refusal.of(
            ProblemKind.BAD_BODY,
            "%s does not go with verdict %s".formatted(key, kind()),
            "send " + own + " with it");
      }
    }
  }

  private String required(String key) {
    return body.text(key)
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.BAD_BODY,
                key + " is missing",
                "send verdict with person, persons, records or with; to decide also by, reason and"
                    + " seen"));
  }
}

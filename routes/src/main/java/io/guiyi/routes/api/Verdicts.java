package io.guiyi.routes.api;

import io.guiyi.registry.steward.CaseDecision;
import io.guiyi.registry.steward.Preview;
import io.guiyi.registry.steward.VerdictOutcome;

/** Turns what the register says to a steward's command into answers and problems. */
final class Verdicts {
  private Verdicts() {}

  /** The decision as it is kept. */
  static CaseDecisionAnswer answer(VerdictOutcome outcome) {
    return CaseDecisionAnswer.of(decided(outcome));
  }

  /** What a decision would touch. */
  static EffectAnswer answer(Preview preview) {
    return switch (preview) {
      case Preview.Effect effect -> EffectAnswer.of(effect);
      case Preview.Impossible impossible ->
          throw new IllegalStateException(
              "previewed and kept: " + decided(impossible.outcome()).number());
    };
  }

  /** The decision, if there is one. */
  private static CaseDecision decided(VerdictOutcome outcome) {
    return switch (outcome) {
      case VerdictOutcome.Decided decided -> decided.decision();
      case VerdictOutcome.Stale(String why) -> throw stale(why);
      case VerdictOutcome.Refused refused -> throw refused(refused);
    };
  }

  private static Refusal stale(String why) {
    return Refusal.of(
        ProblemKind.SEEN_CHANGED,
        why,
        "nothing was done; look again, and decide with the seen that is answered then");
  }

  private static Refusal refused(VerdictOutcome.Refused refused) {
    return switch (refused.refusal()) {
      case UNKNOWN ->
          Refusal.of(
              ProblemKind.UNKNOWN_TO_STEWARDS,
              refused.why(),
              "GET /api/v1/cases lists the open cases, GET /api/v1/cases/decisions the decisions");
      case MEANINGLESS ->
          Refusal.of(
              ProblemKind.MEANINGLESS_VERDICT,
              refused.why(),
              "nothing was done; look at the case or the persons again");
      case CONTRADICTION ->
          Refusal.of(
              ProblemKind.CONTRADICTION,
              refused.why(),
              "nothing was done; undo the earlier decision first, if it was wrong");
      case BUILT_UPON ->
          Refusal.of(
              ProblemKind.BUILT_UPON,
              refused.why(),
              "nothing was done; undo the later decisions first, the newest before the others");
      case TOO_LARGE ->
          Refusal.of(
              ProblemKind.TOO_MANY_RECORDS,
              refused.why(),
              "nothing was done; decide in smaller steps");
    };
  }
}

package io.guiyi.registry.steward;

/** Ends a command, and takes its transaction back. */
final class VerdictRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient VerdictOutcome outcome;

  private VerdictRefused(VerdictOutcome outcome, String why) {
    super(why, null, false, false);
    this.outcome = outcome;
  }

  static VerdictRefused of(VerdictOutcome.Refusal refusal, String why, Object... arguments) {
    String text = why.formatted(arguments);
    return new VerdictRefused(new VerdictOutcome.Refused(refusal, text), text);
  }

  static VerdictRefused stale(String why) {
    return new VerdictRefused(new VerdictOutcome.Stale(why), why);
  }

  VerdictOutcome outcome() {
    return outcome;
  }
}

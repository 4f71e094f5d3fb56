package io.guiyi.registry.steward;

/** What became of a command. */
public sealed interface VerdictOutcome {

  /**
   * It is done.
   *
   * @param decision as it is kept
   */
  record Decided(CaseDecision decision) implements VerdictOutcome {}

  /**
   * What the steward looked at has changed meanwhile; nothing was done. Look again. (409)
   *
   * @param why what to do
   */
  record Stale(String why) implements VerdictOutcome {}

  /**
   * It cannot be done; nothing was.
   *
   * @param refusal the kind
   * @param why what stands against it, and what to do
   */
  record Refused(Refusal refusal, String why) implements VerdictOutcome {}

  /** Why a command is refused. */
  enum Refusal {
    /** There is no such case, person, record or decision. (404) */
    UNKNOWN,
    /**
     * The verdict says nothing that could be done: a split of nothing, a merge with itself. (422)
     */
    MEANINGLESS,
    /** An earlier decision that stands says the opposite; undo that one first. (409) */
    CONTRADICTION,
    /** Later decisions stand on the one to be undone, or it is undone already. (409) */
    BUILT_UPON,
    /** It would touch more records than one command may. (422) */
    TOO_LARGE
  }
}

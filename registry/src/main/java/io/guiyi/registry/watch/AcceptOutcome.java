package io.guiyi.registry.watch;

/** What became of an operator's word about an alarm. */
public sealed interface AcceptOutcome {
  /**
   * It was taken.
   *
   * @param alarm the alarm as it stands now
   */
  record Taken(Alarm alarm) implements AcceptOutcome {}

  /**
   * The alarm was over, or somebody spoke before.
   *
   * @param alarm the alarm as it stands
   */
  record NothingToAccept(Alarm alarm) implements AcceptOutcome {}

  /** There is no alarm of that number. */
  record Unknown() implements AcceptOutcome {}
}

package io.guiyi.registry.intake;

/** What came of an operator's word about a delivery that is held. */
public sealed interface Ruling {
  /**
   * It is in force.
   *
   * @param delivery as it stands now
   */
  record Given(KnownDelivery delivery) implements Ruling {}

  /**
   * The delivery is not held, or no longer: somebody else was faster.
   *
   * @param delivery as it stands
   */
  record NotHeld(KnownDelivery delivery) implements Ruling {}

  /** There is no delivery of that number. */
  record Unknown() implements Ruling {}
}

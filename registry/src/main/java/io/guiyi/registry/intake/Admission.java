package io.guiyi.registry.intake;

/** Whether the rows of a complete delivery may be applied. */
public sealed interface Admission {
  /** The register's number of the delivery. */
  long number();

  /**
   * They may.
   *
   * @param number the delivery's number
   */
  record Open(long number) implements Admission {}

  /**
   * Not before an operator has looked; the pull ends here.
   *
   * @param number the delivery's number
   */
  record Held(long number) implements Admission {}

  /**
   * They may not: the delivery is passed over, the watermark moves on.
   *
   * @param number the delivery's number
   */
  record Refused(long number) implements Admission {}
}

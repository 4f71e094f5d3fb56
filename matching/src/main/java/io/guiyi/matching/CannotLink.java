package io.guiyi.matching;

/** A law that forbids a link whatever the weight. */
public enum CannotLink {
  /** Two different ID numbers, each with a right check digit. */
  TWO_VALID_NUMBERS,
  /** One row's own number is what the other names as a guardian's or a spouse's. */
  OF_ONE_FAMILY,
  /** A steward said that they are different persons. */
  ASSERTED_DIFFERENT
}

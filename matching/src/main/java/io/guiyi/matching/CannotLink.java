package io.guiyi.matching;

/** What forbids a link whatever the weight. */
public enum CannotLink {
  /** A law of the model, such as two different ID numbers, each with a right check digit. */
  LAW,
  /** A steward said that they are different persons. */
  ASSERTED_DIFFERENT
}

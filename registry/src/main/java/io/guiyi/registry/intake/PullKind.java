package io.guiyi.registry.intake;

/** Where the rows of a pull come from. */
public enum PullKind {
  /** They are read from the source, and its watermark moves with them. */
  READING,
  /** They were held aside and are tried once more; the watermark stays where it is. */
  REPLAY
}

package io.guiyi.registry.watch;

/** What rows were part of; their mixes are not comparable. */
public enum ProfileKind {
  /** Everything the source has: a pull from the start, or a complete delivery. */
  WHOLE,
  /** What changed since the pull before. */
  CHANGES
}

package io.guiyi.registry.resolve;

/** Told how far the index has been brought in step, so that a start does not look dead. */
@FunctionalInterface
public interface IndexProgress {
  /** Nobody watches. */
  IndexProgress NONE = (_, _) -> {};

  /**
   * Called every few thousand records.
   *
   * @param step what is being done
   * @param records how many records it has dealt with
   */
  void at(Step step, long records);

  /** What is being done. */
  enum Step {
    /** Members are read from the register into memory. */
    LOAD,
    /** What the index missed is written to it. */
    CATCH_UP,
    /** The index is written anew. */
    REBUILD
  }
}

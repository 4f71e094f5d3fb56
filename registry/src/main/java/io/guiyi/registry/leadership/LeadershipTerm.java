package io.guiyi.registry.leadership;

/** The right to change the register, to be shown in every transaction that does. */
@FunctionalInterface
public interface LeadershipTerm {
  /**
   * Makes sure, in the transaction of the caller, that this hub leads, and keeps it so until that
   * transaction ends: a take-over waits for it. Call it first.
   *
   * @return the term, from 1; it rises with every take-over
   * @throws NoLongerLeader when another hub leads, or nobody
   * @throws IllegalStateException when the caller is in no transaction
   */
  long verify();
}

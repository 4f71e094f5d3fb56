package io.guiyi.registry.resolve;

import io.guiyi.registry.change.PersonChange;

/**
 * A change of identity that no row brings: a steward's verdict, an undo, a page of a relink. It is
 * made in one transaction, under the leader's term, in its turn among the pages.
 *
 * @param <T> what it answers
 */
public interface IdentityChange<T> {
  /** Why persons change by it. */
  PersonChange.Cause cause();

  /** Whether records that it disturbs are decided about again with it. */
  default boolean decidesDisturbed() {
    return true;
  }

  /**
   * Looks and moves. What it writes itself belongs to the same transaction, which is taken back if
   * this throws.
   */
  T make(Identity identity);
}

package io.guiyi.registry.resolve;

import io.guiyi.records.Conservation;
import io.guiyi.records.Delivery;

/** What a page's rows are to the register. */
sealed interface Errand {
  /** Rows as a source sends them, each for itself. */
  record Read() implements Errand {}

  /**
   * Rows of a complete delivery: a key stands in it once.
   *
   * @param delivery of which
   */
  record Deliver(Delivery delivery) implements Errand {}

  /**
   * The end of a complete delivery, without rows; {@link Absences} turns it into the two below.
   *
   * @param delivery of which
   */
  record End(Delivery delivery) implements Errand {}

  /**
   * Rows of records that a complete delivery left out.
   *
   * @param delivery the register's number of it
   */
  record Withdraw(long delivery) implements Errand {}

  /**
   * Everything about a complete delivery is dealt with; without rows.
   *
   * @param delivery the register's number of it
   * @param withdrawnBefore what it had already withdrawn when its end was read this time
   * @param absencesKept whether what it left out is not withdrawn
   */
  record Close(long delivery, Conservation withdrawnBefore, boolean absencesKept)
      implements Errand {}

  /** Rows that were held aside. */
  record Replay() implements Errand {}
}

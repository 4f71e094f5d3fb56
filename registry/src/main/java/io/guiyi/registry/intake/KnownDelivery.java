package io.guiyi.registry.intake;

import io.guiyi.records.Delivery;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complete delivery that the register has met.
 *
 * @param number the register's number of it
 * @param source whose
 * @param name what the source calls it
 * @param version the version that its rows carry
 * @param rows how many rows it announces
 * @param presentBefore how many records of the source were present when it was first met
 * @param shrinkAtMost the share, 0 to 1, by which it may be smaller than that
 * @param standing how far it has come
 * @param absencesKept true if what it left out was not withdrawn, because rows of it were held
 *     aside whose key could not be read
 * @param seenAt when it was first met
 * @param word what an operator said about it; null if nobody had to
 * @param doneAt when it was done; null if it is not
 */
public record KnownDelivery(
    long number,
    SourceId source,
    String name,
    SourceVersion version,
    long rows,
    long presentBefore,
    double shrinkAtMost,
    DeliveryStanding standing,
    boolean absencesKept,
    Instant seenAt,
    @Nullable Word word,
    @Nullable Instant doneAt) {

  /** The delivery itself. */
  public Delivery delivery() {
    return new Delivery(name, Delivery.Kind.COMPLETE, rows, version, shrinkAtMost);
  }

  /**
   * An operator's word.
   *
   * @param by who gave it
   * @param why the reason given
   * @param at when
   */
  public record Word(String by, String why, Instant at) {}
}

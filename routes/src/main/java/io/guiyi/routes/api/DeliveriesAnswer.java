package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.registry.intake.KnownDelivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Complete deliveries.
 *
 * @param deliveries one by one, latest first
 * @param next hand it in as {@code before} to go on; left out if this is the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveriesAnswer(List<Delivery> deliveries, @Nullable Long next) {
  /**
   * One delivery.
   *
   * @param id its number
   * @param source whose
   * @param name what the source calls it
   * @param standing OPEN, HELD, RELEASED, REFUSED or DONE
   * @param rows how many it announces
   * @param presentBefore how many records of the source were present when it was first met
   * @param shrinkAtMost the share by which it may be smaller
   * @param asOf the time its rows carry
   * @param absencesKept true if what it left out was not withdrawn
   * @param seenAt when it was first met
   * @param doneAt when it was done
   * @param word what an operator said about it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delivery(
      long id,
      String source,
      String name,
      String standing,
      long rows,
      long presentBefore,
      double shrinkAtMost,
      Instant asOf,
      boolean absencesKept,
      Instant seenAt,
      @Nullable Instant doneAt,
      @Nullable Word word) {
    static Delivery of(KnownDelivery known) {
      return new Delivery(
          known.number(),
          known.source().name(),
          known.name(),
          known.standing().name(),
          known.rows(),
          known.presentBefore(),
          known.shrinkAtMost(),
          known.version().changedAt(),
          known.absencesKept(),
          known.seenAt(),
          known.doneAt(),
          Word.of(known.word()));
    }
  }

  /**
   * An operator's word.
   *
   * @param by whose
   * @param reason why
   * @param at when
   */
  record Word(String by, String reason, Instant at) {
    static @Nullable Word of(KnownDelivery.@Nullable Word word) {
      return word == null ? null : new Word(word.by(), word.why(), word.at());
    }
  }

  static DeliveriesAnswer of(List<KnownDelivery> known, int limit) {
    return new DeliveriesAnswer(
        known.stream().map(Delivery::of).toList(),
        known.size() < limit ? null : (Long) known.getLast().number());
  }
}

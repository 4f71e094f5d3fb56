package io.guiyi.registry.decision;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of where a record belongs.
 *
 * @param id its number; later steps of a record have higher ones
 * @param record which record
 * @param person which person
 * @param kind who said so
 * @param decision the decision behind it; null if a steward said so
 * @param recordedAt when
 */
public record LinkEvent(
    long id,
    RecordRef record,
    PersonRef person,
    Kind kind,
    @Nullable Long decision,
    Instant recordedAt) {

  /** Who said that a record belongs to a person, or no longer does. */
  public enum Kind {
    /** The engine decided it. */
    INFERRED,
    /** A steward decided it; outranks what the engine decided. */
    ASSERTED,
    /** The link no longer holds. */
    RETRACTED
  }
}

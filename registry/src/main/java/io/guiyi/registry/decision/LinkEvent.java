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
 * @param decision the engine's decision behind it; null if a steward or a relink said so
 * @param caseDecision the steward's decision behind it; null if the machine said so
 * @param afterChange the number of the register's last change of a person when it was appended
 * @param recordedAt when
 */
public record LinkEvent(
    long id,
    RecordRef record,
    PersonRef person,
    Kind kind,
    @Nullable Long decision,
    @Nullable Long caseDecision,
    long afterChange,
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

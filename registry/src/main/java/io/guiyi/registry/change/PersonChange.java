package io.guiyi.registry.change;

import io.guiyi.matching.PersonRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ordered row: which person changed, why, to which version.
 *
 * @param id its number; the order of numbers is the order of commits
 * @param person which person
 * @param personVersion to which version
 * @param kind what happened to the person
 * @param cause why
 * @param page the applied page behind it; null if none is
 * @param modelHash the model in force
 * @param recordedAt when
 */
public record PersonChange(
    long id,
    PersonRef person,
    int personVersion,
    Kind kind,
    Cause cause,
    @Nullable Long page,
    String modelHash,
    Instant recordedAt) {

  /** What happened to a person. */
  public enum Kind {
    /** First seen, or other values than before. */
    UPSERTED,
    /** It became another person. */
    MERGED,
    /** It became two. */
    SPLIT
  }

  /** Why. */
  public enum Cause {
    /** Records came in. */
    RECORDS,
    /** A steward decided. */
    STEWARD,
    /** All records were linked anew. */
    RELINK
  }
}

package io.guiyi.lab.departments;

import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.Truth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened at a department.
 *
 * @param kind what
 * @param feed at which department
 * @param recordKey key of the record that is new or different now
 * @param truth the line of the truth file, if the key is new; otherwise null
 * @param at when, as the row says, to the second
 */
public record Change(Kind kind, Feed feed, String recordKey, @Nullable Truth truth, Instant at) {

  /** What can happen. */
  public enum Kind {
    /** Someone came and was registered. */
    ARRIVED,
    /** Someone moved within the city: a new registration; the old one is checked out. */
    MOVED,
    /** The old registration of someone who moved, or one of someone who left. */
    CHECKED_OUT,
    /** A child of a family that has just come went to school. */
    ENROLLED,
    /** A child got another dose of a vaccine. */
    VACCINATED,
    /** A member is absent from the next complete list. */
    LEFT_OUT,
    /** Another phone. */
    PHONE_CHANGED,
    /** The record was withdrawn. */
    CANCELLED
  }
}

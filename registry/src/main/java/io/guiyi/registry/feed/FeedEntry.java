package io.guiyi.registry.feed;

import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.registry.change.PersonChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One ordered notice to one subscriber: this is now what you may know of this person.
 *
 * @param subscriber whose feed
 * @param sequence its place in the feed, from 1 without gaps
 * @param person whom it is about
 * @param version which version of the person
 * @param kind what happened to the person
 * @param standing whether the person lives in that version
 * @param mergedInto whom the person redirects to, if it was merged
 * @param policyHash the policy it was appended under
 * @param recordedAt when the change was recorded
 * @param values what the policy lets through, in the order of {@link PersonField}; empty for a
 *     person that does not live
 * @param relations which relations the policy lets through; their persons as of this version, whose
 *     ids redirect if they were merged since
 */
public record FeedEntry(
    String subscriber,
    long sequence,
    PersonId person,
    int version,
    PersonChange.Kind kind,
    Person.Standing standing,
    @Nullable PersonId mergedInto,
    String policyHash,
    Instant recordedAt,
    Map<PersonField, String> values,
    List<Relation> relations) {
  /** Copies the list. */
  public FeedEntry {
    relations = List.copyOf(relations);
  }

  /** Names the entry by subscriber and sequence; the values stay out of logs. */
  @Override
  public String toString() {
    return "FeedEntry[%s:%d %s version %d %s]"
        .formatted(subscriber, sequence, person, version, kind);
  }
}

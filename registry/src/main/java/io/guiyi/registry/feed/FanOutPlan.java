package io.guiyi.registry.feed;

import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.person.Person;
import io.guiyi.registry.change.PersonChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of which change, and under which sequence: the rule of the fan-out without its
 * transaction.
 *
 * <ul>
 *   <li>A living person is shared with every subscriber whose policy has no age limit, or whose age
 *       limit certainly covers the person on the day the change was recorded, in Asia/Shanghai. An
 *       unknown birth date is in no age-limited feed.
 *   <li>A person that does not live (closed or merged) has no values and no age. It goes exactly to
 *       the subscribers that already hold an entry about it: they must learn that it ended, and
 *       nobody else has ever heard of it.
 * </ul>
 *
 * @param entries what to append, in the order of changes, then of subscribers
 * @param counters the subscribers with their next sequences afterwards
 */
record FanOutPlan(List<Entry> entries, List<Counter> counters) {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  /**
   * One ordered change of a person.
   *
   * @param birthDate null if unknown, or if nobody asked for it
   */
  record Change(
      long id,
      long personNumber,
      int version,
      PersonChange.Kind kind,
      Person.Standing standing,
      @Nullable PartialDate birthDate,
      Instant recordedAt) {}

  /** A subscriber in force and the sequence its next entry takes. */
  record Counter(SharingPolicy policy, String policyHash, long nextSequence) {
    String subscriber() {
      return policy.subscriber();
    }
  }

  /** A subscriber that holds an entry about a person. */
  record Follower(String subscriber, long personNumber) {}

  /** An entry to append. */
  record Entry(String subscriber, long sequence, Change change, String policyHash) {}

  /**
   * Plans one page.
   *
   * @param changes in the order of their ids
   * @param counters in the order in which their rows are locked
   * @param held who held an entry about a person that does not live, before this page
   */
  static FanOutPlan of(List<Change> changes, List<Counter> counters, Collection<Follower> held) {
    Set<Follower> followers = new HashSet<>(held);
    long[] next = counters.stream().mapToLong(Counter::nextSequence).toArray();
    List<Entry> entries = new ArrayList<>();
    for (Change change : changes) {
      for (int i = 0; i < next.length; i++) {
        Counter counter = counters.get(i);
        Follower follower = new Follower(counter.subscriber(), change.personNumber());
        if (hears(counter.policy(), change, followers.contains(follower))) {
          entries.add(new Entry(counter.subscriber(), next[i]++, change, counter.policyHash()));
          followers.add(follower);
        }
      }
    }
    List<Counter> moved = new ArrayList<>();
    for (int i = 0; i < next.length; i++) {
      moved.add(new Counter(counters.get(i).policy(), counters.get(i).policyHash(), next[i]));
    }
    return new FanOutPlan(List.copyOf(entries), List.copyOf(moved));
  }

  private static boolean hears(SharingPolicy policy, Change change, boolean follows) {
    return switch (change.standing()) {
      case ACTIVE -> covers(policy.ages(), change);
      case CLOSED, MERGED -> follows;
    };
  }

  private static boolean covers(@Nullable AgeSpan ages, Change change) {
    if (ages == null) {
      return true;
    }
    PartialDate birthDate = change.birthDate();
    return birthDate != null
        && ages.covers(birthDate, change.recordedAt().atZone(CITY).toLocalDate());
  }
}

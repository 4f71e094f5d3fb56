package io.guiyi.routes.api;

import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.intake.QuarantineCount;
import io.guiyi.registry.status.RegisterStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the hub stands.
 *
 * @param at when it was read
 * @param version of the hub
 * @param leadership who leads
 * @param persons living consolidated persons
 * @param records source records, withdrawn ones included
 * @param reviewCases open questions for stewards
 * @param rows what became of every row ever read
 * @param changesWaiting changes of persons that are not in the feeds yet
 * @param feedEntries entries of all feeds
 * @param delivered how many of them were acknowledged
 * @param feeds by subscriber
 * @param quarantine by source and reason
 * @param alarms what operators are told about, the longest raised first
 */
record StatusAnswer(
    Instant at,
    String version,
    Leadership leadership,
    long persons,
    long records,
    long reviewCases,
    RowCounts rows,
    long changesWaiting,
    long feedEntries,
    long delivered,
    List<Feed> feeds,
    List<Held> quarantine,
    List<AlarmAnswer> alarms) {

  /**
   * Who leads.
   *
   * @param here whether this hub does
   * @param term from 1; 0 before the first
   * @param holder which hub led last; empty before the first term
   */
  record Leadership(boolean here, long term, String holder) {}

  /**
   * How far a feed has come.
   *
   * @param subscriber whose
   * @param configured whether a policy is in force
   * @param appended entries there are
   * @param sent entries sent
   * @param acknowledged entries acknowledged
   */
  record Feed(String subscriber, boolean configured, long appended, long sent, long acknowledged) {
    static Feed of(FeedPosition position) {
      return new Feed(
          position.subscriber(),
          position.configured(),
          position.appended(),
          position.sent(),
          position.taken());
    }
  }

  /**
   * Rows held aside.
   *
   * @param source whose
   * @param reason why
   * @param rows how many different ones
   */
  record Held(String source, String reason, long rows) {
    static Held of(QuarantineCount count) {
      return new Held(count.source().name(), count.reason().name(), count.rows());
    }
  }

  static StatusAnswer of(RegisterStatus status, boolean leading, String version) {
    return new StatusAnswer(
        status.at(),
        version,
        leadership(status.leader(), leading),
        status.persons(),
        status.records(),
        status.reviewCases(),
        RowCounts.of(status.counts()),
        status.changesWaiting(),
        status.feedEntries(),
        status.delivered(),
        status.feeds().stream().map(Feed::of).toList(),
        status.quarantine().stream().map(Held::of).toList(),
        status.alarms().stream().map(AlarmAnswer::of).toList());
  }

  private static Leadership leadership(RegisterStatus.@Nullable Leader leader, boolean leading) {
    return leader == null
        ? new Leadership(leading, 0, "")
        : new Leadership(leading, leader.term(), leader.holder());
  }
}

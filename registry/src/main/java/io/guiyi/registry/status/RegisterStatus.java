package io.guiyi.registry.status;

import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.intake.OpenWriteBacks;
import io.guiyi.registry.intake.QuarantineCount;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.watch.Alarm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the register stands at one moment; counts and configured names only.
 *
 * @param at when it was asked
 * @param persons living consolidated persons
 * @param records source records, withdrawn ones included
 * @param reviewCases open questions for stewards
 * @param counts what became of every row ever read, of all sources
 * @param quarantine different rows held aside, by source and reason
 * @param sources how fresh each source is, in the order they were asked for
 * @param feeds how far each feed has come, by subscriber
 * @param changesWaiting person changes that are not fanned out yet
 * @param leader who leads; null before the first term
 * @param alarms what operators are told about, the longest raised first
 */
public record RegisterStatus(
    Instant at,
    long persons,
    long records,
    long reviewCases,
    Conservation counts,
    List<QuarantineCount> quarantine,
    List<Source> sources,
    List<FeedPosition> feeds,
    long changesWaiting,
    @Nullable Leader leader,
    List<Alarm> alarms) {

  /** Copies the lists. */
  public RegisterStatus {
    alarms = List.copyOf(alarms);
    quarantine = List.copyOf(quarantine);
    sources = List.copyOf(sources);
    feeds = List.copyOf(feeds);
  }

  /**
   * One source.
   *
   * @param freshness how far and when it was read
   * @param toldLater what its department has not been told yet
   * @param activity what came in lately
   */
  public record Source(
      SourceFreshness freshness, OpenWriteBacks toldLater, SourceActivity activity) {}

  /**
   * Who leads.
   *
   * @param term from 1
   * @param holder which hub
   * @param until until when, unless renewed; in the past if nobody leads. The database's time
   */
  public record Leader(long term, String holder, Instant until) {}

  /** The open alarms of one source. */
  public List<Alarm> alarms(SourceId source) {
    return alarms.stream().filter(alarm -> alarm.source().equals(source)).toList();
  }

  /** How many feed entries there are, of all feeds. */
  public long feedEntries() {
    return feeds.stream().mapToLong(FeedPosition::appended).sum();
  }

  /** How many feed entries were acknowledged, of all feeds. */
  public long delivered() {
    return feeds.stream().mapToLong(FeedPosition::taken).sum();
  }
}

package io.guiyi.console;

import io.guiyi.records.Conservation;
import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.intake.QuarantineCount;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.SourceActivity;
import io.guiyi.registry.status.SourceActivity.LastCertificate;
import io.guiyi.registry.watch.AlarmKind;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the status page shows.
 *
 * @param asOf when the numbers were read, in Shanghai
 * @param current false if the register does not answer, so that the numbers are old
 * @param version the hub's version
 * @param part what this hub does
 * @param term the term; 0 if nobody has led yet
 * @param leader who leads; empty if nobody does
 * @param persons living consolidated persons
 * @param records source records
 * @param reviewCases open questions for stewards
 * @param changesWaiting changes of persons that are not in the feeds yet
 * @param counts what became of every row ever read
 * @param sources a line for each source
 * @param feeds a line for each subscriber
 * @param quarantine a line for each source and reason
 * @param alarms a line for each open alarm
 */
public record StatusView(
    LocalTime asOf,
    boolean current,
    String version,
    Part part,
    long term,
    String leader,
    long persons,
    long records,
    long reviewCases,
    long changesWaiting,
    Conservation counts,
    List<SourceLine> sources,
    List<FeedPosition> feeds,
    List<QuarantineCount> quarantine,
    List<AlarmLine> alarms) {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** What a hub does. */
  public enum Part {
    /** It applies pages and sends. */
    LEADS,
    /** Another hub leads; this one takes over when that one stops. */
    WAITS,
    /** Nobody leads at the moment. */
    ELECTS
  }

  /**
   * One source.
   *
   * @param state how its stream is doing
   * @param complete when a pull last reached the end
   * @param news when anything new last came
   * @param late whether an alarm says that it is late
   * @param failing since when it fails
   * @param freshness how far it was read
   * @param periods what became of its rows, over three spans of time
   * @param certificate its last certificate; null if there is none
   * @param certified when that was signed
   * @param held complete deliveries that wait for the operator
   * @param untold pages whose outcome its department has not been told yet
   */
  public record SourceLine(
      SourceState state,
      Age complete,
      Age news,
      boolean late,
      Age failing,
      SourceFreshness freshness,
      List<Period> periods,
      @Nullable LastCertificate certificate,
      Age certified,
      int held,
      long untold) {
    /** Copies the list. */
    public SourceLine {
      periods = List.copyOf(periods);
    }

    /**
     * The part of the watermark that people read: up to the first blank or bar. What stands behind
     * it, digests and further places, is for the connector.
     */
    public String watermarkHead() {
      String text = freshness.watermark().text();
      int end = 0;
      while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '|') {
        end++;
      }
      return text.substring(0, end);
    }
  }

  /**
   * What became of the rows of a span of time.
   *
   * @param key the message that names the span
   * @param counts the conservation law's counts
   */
  public record Period(String key, Conservation counts) {}

  /** Copies the lists. */
  public StatusView {
    sources = List.copyOf(sources);
    feeds = List.copyOf(feeds);
    quarantine = List.copyOf(quarantine);
    alarms = List.copyOf(alarms);
  }

  /**
   * The view of one moment.
   *
   * @param leading whether this hub leads
   * @param now the time that ages are counted from
   */
  public static StatusView of(
      LatestStatus.Reading reading,
      List<SourceState> states,
      boolean leading,
      String version,
      Instant now) {
    RegisterStatus status = reading.status();
    RegisterStatus.@Nullable Leader leader = status.leader();
    return new StatusView(
        LocalTime.ofInstant(status.at(), SHANGHAI).truncatedTo(ChronoUnit.SECONDS),
        reading.current(),
        version,
        part(leading, leader, now),
        leader == null ? 0 : leader.term(),
        leader == null ? "" : leader.holder(),
        status.persons(),
        status.records(),
        status.reviewCases(),
        status.changesWaiting(),
        status.counts(),
        lines(status, states, now),
        status.feeds(),
        status.quarantine(),
        status.alarms().stream().map(alarm -> AlarmLine.of(alarm, now)).toList());
  }

  /** How many feed entries there are. */
  public long feedEntries() {
    return feeds.stream().mapToLong(FeedPosition::appended).sum();
  }

  /** How many feed entries were acknowledged. */
  public long delivered() {
    return feeds.stream().mapToLong(FeedPosition::taken).sum();
  }

  /** How many different rows are held aside. */
  public long held() {
    return quarantine.stream().mapToLong(QuarantineCount::rows).sum();
  }

  private static Part part(boolean leading, RegisterStatus.@Nullable Leader leader, Instant now) {
    if (leading) {
      return Part.LEADS;
    }
    return leader != null && leader.until().isAfter(now) ? Part.WAITS : Part.ELECTS;
  }

  private static List<SourceLine> lines(
      RegisterStatus status, List<SourceState> states, Instant now) {
    Map<String, RegisterStatus.Source> known =
        status.sources().stream()
            .collect(Collectors.toMap(s -> s.freshness().source().name(), Function.identity()));
    return states.stream()
        .flatMap(state ->
            Stream.ofNullable(known.get(state.source().name()))
                .map(source -> line(state, source, status, now)))
        .toList();
  }

  /** The line of one source. */
  static SourceLine line(
      SourceState state, RegisterStatus.Source source, RegisterStatus status, Instant now) {
    SourceActivity activity = source.activity();
    @Nullable LastCertificate certificate = activity.certificate();
    return new SourceLine(
        state,
        Age.of(source.freshness().lastComplete(), now),
        Age.of(activity.lastNews(), now),
        status.alarms(state.source()).stream().anyMatch(alarm -> alarm.kind() == AlarmKind.LATE),
        Age.of(state.failingSince(), now),
        source.freshness(),
        List.of(
            new Period("period.last", activity.lastPull()),
            new Period("period.today", activity.today()),
            new Period("period.ever", source.freshness().counts())),
        certificate,
        Age.of(certificate == null ? null : certificate.signed(), now),
        activity.held().size(),
        source.toldLater().pages());
  }
}

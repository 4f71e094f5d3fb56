package io.guiyi.routes.health;

import io.guiyi.console.LatestStatus;
import io.guiyi.console.SourceState;
import io.guiyi.console.SourceState.Condition;
import io.guiyi.console.SourceStates;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.store.RegisterUnavailable;
import io.guiyi.registry.watch.AlarmKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What stands somewhere: gauges over the latest status, the streams and the queues. All of them
 * exist from the start, because sources, subscribers, queues and reasons are known then. A gauge
 * whose number cannot be read now is NaN, which Prometheus leaves out of every sum.
 */
public final class HubMetrics implements MeterBinder {
  private final LatestStatus status;
  private final SourceStates streams;
  private final List<String> subscribers;
  private final Queues queues;
  private final LongSupplier term;
  private final Clock clock;

  /**
   * The broker's queues.
   *
   * @param names which
   * @param depth how many messages wait in one; negative if that cannot be told
   */
  public record Queues(List<String> names, ToLongFunction<String> depth) {
    /** Copies the names. */
    public Queues {
      names = List.copyOf(names);
    }
  }

  /**
   * Gauges over these.
   *
   * @param term in which this hub leads; 0 if it does not
   */
  public HubMetrics(
      LatestStatus status,
      SourceStates streams,
      List<String> subscribers,
      Queues queues,
      LongSupplier term,
      Clock clock) {
    this.status = status;
    this.streams = streams;
    this.subscribers = List.copyOf(subscribers);
    this.queues = queues;
    this.term = term;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    bindRegister(meters);
    streams.now().forEach(stream -> bindSource(meters, stream.source()));
    subscribers.forEach(subscriber -> bindFeed(meters, subscriber));
    for (String queue : queues.names()) {
      Gauge.builder("guiyi.queue.depth", () -> depth(queue))
          .description("Messages that wait in a queue of the broker")
          .tag("queue", queue)
          .register(meters);
    }
    Gauge.builder("guiyi.leader", () -> term.getAsLong() > 0 ? 1 : 0)
        .description("1 while this hub leads")
        .register(meters);
    Gauge.builder("guiyi.leader.term", term::getAsLong)
        .description("The term in which this hub leads; 0 if it does not")
        .register(meters);
  }

  private void bindRegister(MeterRegistry meters) {
    register(meters, "guiyi.persons", "Living consolidated persons", RegisterStatus::persons);
    register(meters, "guiyi.records", "Source records", RegisterStatus::records);
    register(
        meters,
        "guiyi.review.cases.open",
        "Open questions for stewards",
        RegisterStatus::reviewCases);
    register(
        meters,
        "guiyi.changes.waiting",
        "Changes of persons that are not in the feeds yet",
        RegisterStatus::changesWaiting);
    Gauge.builder("guiyi.status.age", this::statusAge)
        .description("How old the numbers of the register are")
        .baseUnit("seconds")
        .register(meters);
  }

  private void bindSource(MeterRegistry meters, SourceId source) {
    Tags tags = Tags.of("source", source.name());
    Gauge.builder("guiyi.source.freshness", () -> freshness(source))
        .description("How long ago a pull last reached the end of what the source had")
        .baseUnit("seconds")
        .tags(tags)
        .register(meters);
    Gauge.builder("guiyi.source.untold.pages", () -> source(source, s -> s.toldLater().pages()))
        .description("Pages whose outcome the department has not been told yet")
        .tags(tags)
        .register(meters);
    for (Condition condition : Condition.values()) {
      Gauge.builder("guiyi.source.condition", () -> isIn(source, condition) ? 1 : 0)
          .description("1 for the condition that the stream is in: RESTING is an open breaker")
          .tags(tags.and("condition", condition.name()))
          .register(meters);
    }
    Gauge.builder("guiyi.source.news.age", () -> newsAge(source))
        .description("How long ago anything new last came from the source")
        .baseUnit("seconds")
        .tags(tags)
        .register(meters);
    Gauge.builder(
            "guiyi.source.deliveries.held", () -> source(source, s -> s.activity().held().size()))
        .description("Complete deliveries that wait for the operator")
        .tags(tags)
        .register(meters);
    for (AlarmKind kind : AlarmKind.values()) {
      Gauge.builder("guiyi.alarms", () -> value(now -> raised(now, source, kind)))
          .description("Open alarms")
          .tags(tags.and("kind", kind.name()))
          .register(meters);
    }
    for (QuarantineReason reason : QuarantineReason.values()) {
      Gauge.builder("guiyi.quarantined", () -> value(now -> held(now, source, reason)))
          .description("Different rows held aside")
          .tags(tags.and("reason", reason.name()))
          .register(meters);
    }
  }

  private void bindFeed(MeterRegistry meters, String subscriber) {
    feed(meters, subscriber, "appended", FeedPosition::appended);
    feed(meters, subscriber, "sent", FeedPosition::sent);
    feed(meters, subscriber, "acknowledged", FeedPosition::taken);
    Gauge.builder(
            "guiyi.feed.lag",
            () -> feed(subscriber, position -> position.appended() - position.taken()))
        .description("Entries that the subscriber has not acknowledged yet")
        .tag("subscriber", subscriber)
        .register(meters);
  }

  private void feed(
      MeterRegistry meters,
      String subscriber,
      String stage,
      ToDoubleFunction<FeedPosition> number) {
    Gauge.builder("guiyi.feed.entries", () -> feed(subscriber, number))
        .description("Feed entries, by how far they have come")
        .tags("subscriber", subscriber, "stage", stage)
        .register(meters);
  }

  private void register(
      MeterRegistry meters, String name, String what, ToDoubleFunction<RegisterStatus> number) {
    Gauge.builder(name, () -> value(number)).description(what).register(meters);
  }

  private double value(ToDoubleFunction<RegisterStatus> number) {
    try {
      return number.applyAsDouble(status.read().status());
    } catch (RegisterUnavailable neverRead) {
      return Double.NaN;
    }
  }

  private double statusAge() {
    return value(now -> seconds(now.at()));
  }

  private double freshness(SourceId source) {
    return source(
        source,
        known -> {
          @Nullable Instant complete = known.freshness().lastComplete();
          return complete == null ? Double.NaN : seconds(complete);
        });
  }

  private double newsAge(SourceId source) {
    return source(
        source,
        known -> {
          @Nullable Instant news = known.activity().lastNews();
          return news == null ? Double.NaN : seconds(news);
        });
  }

  private static double raised(RegisterStatus now, SourceId source, AlarmKind kind) {
    return now.alarms(source).stream().filter(alarm -> alarm.kind() == kind).count();
  }

  private double seconds(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }

  private double source(SourceId source, ToDoubleFunction<RegisterStatus.Source> number) {
    return value(
        now -> one(now.sources(), known -> known.freshness().source().equals(source), number));
  }

  private double feed(String subscriber, ToDoubleFunction<FeedPosition> number) {
    return value(now -> one(now.feeds(), feed -> feed.subscriber().equals(subscriber), number));
  }

  private static double held(RegisterStatus now, SourceId source, QuarantineReason reason) {
    return now.quarantine().stream()
        .filter(held -> held.source().equals(source) && held.reason() == reason)
        .mapToLong(held -> held.rows())
        .sum();
  }

  private static <T> double one(List<T> all, Predicate<T> which, ToDoubleFunction<T> number) {
    return all.stream().filter(which).mapToDouble(number).findFirst().orElse(Double.NaN);
  }

  private boolean isIn(SourceId source, Condition condition) {
    return streams.now().stream().anyMatch(stream -> isIn(stream, source, condition));
  }

  private static boolean isIn(SourceState stream, SourceId source, Condition condition) {
    return stream.source().equals(source) && stream.condition() == condition;
  }

  private double depth(String queue) {
    long depth = queues.depth().applyAsLong(queue);
    return depth < 0 ? Double.NaN : depth;
  }
}

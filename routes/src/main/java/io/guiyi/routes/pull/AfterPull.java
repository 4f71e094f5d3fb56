package io.guiyi.routes.pull;

import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceHealth;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.SourceId;
import io.guiyi.registry.certificate.Certificates;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.watch.Expectation;
import io.guiyi.registry.watch.SourceWatch;
import io.guiyi.registry.watch.SourceWatch.Failure;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows a pull: its certificate, and a look at whether the source is as it used to be.
 * Whatever fails here is logged and made up for after the next pull; the pull is not concerned.
 */
public final class AfterPull {
  private static final Logger LOG = LoggerFactory.getLogger(AfterPull.class);

  private final SourceWatch watch;
  private final Certificates certificates;
  private final Leadership leadership;
  private final Sources sources;
  private final Map<SourceId, Expectation> expected;

  /**
   * Follows the pulls of these sources.
   *
   * @param expected how often each is to be heard of
   */
  public AfterPull(
      SourceWatch watch,
      Certificates certificates,
      Leadership leadership,
      Sources sources,
      Map<SourceId, Expectation> expected) {
    this.watch = watch;
    this.certificates = certificates;
    this.leadership = leadership;
    this.sources = sources;
    this.expected = Map.copyOf(expected);
  }

  /** A pull has begun. */
  void begun(long pull, boolean fromStart) {
    if (fromStart) {
      certificates.noteFromStart(pull);
    }
  }

  /** A pull has ended, and its outcome is in the books. */
  void ended(PullUnderway pull, String outcome) {
    SourceId source = pull.source().id();
    calmly(source, () -> certificates.certify(source));
    PullUnderway.Stop stop = pull.stopped();
    if (outcome.equals(PullStages.COMPLETE)) {
      calmly(source, () -> watch.completed(source, pull.number(), pull.profile()));
    } else if (stop != null) {
      failure(stop.cause())
          .ifPresent(failure ->
              calmly(
                  source,
                  () -> watch.failed(source, pull.number(), failure, sentence(stop.cause()))));
    }
    look(pull.source());
  }

  /** Looks at every source; called every half minute. */
  public void lookAtAll() {
    if (leadership.isLeading()) {
      sources.all().forEach(this::look);
    }
  }

  private void look(Source source) {
    Expectation expectation = expected.getOrDefault(source.id(), new Expectation.Nothing());
    calmly(source.id(), () -> watch.look(source.id(), expectation, resting(source.health())));
  }

  /** Why the breaker is not closed; null if it is. */
  private static @Nullable String resting(SourceHealth health) {
    return switch (health.breaker()) {
      case CLOSED -> null;
      case OPEN, HALF_OPEN -> health.lastFailure() == null ? "" : health.lastFailure().sentence();
    };
  }

  /** How a pull failed; empty if it passes by itself, or the breaker or lateness tells of it. */
  private static Optional<Failure> failure(Exception cause) {
    if (!(cause instanceof SourceUnavailable unavailable)) {
      return Optional.of(Failure.LASTING);
    }
    return switch (unavailable.kind()) {
      case TIMEOUT, REFUSED, THROTTLED, BREAKER_OPEN -> Optional.empty();
      case DELIVERY_DAMAGED -> Optional.of(Failure.DELIVERY_DAMAGED);
      case PROTOCOL, TOO_LARGE, REDIRECTED, UNAUTHORIZED, EXPIRED_CURSOR, FOLDER, DATABASE ->
          Optional.of(Failure.LASTING);
    };
  }

  /** What a library says may quote a row: of that only the kind is told. */
  private static String sentence(Exception cause) {
    return cause instanceof SourceUnavailable unavailable
        ? unavailable.sentence()
        : cause.getClass().getSimpleName();
  }

  private static void calmly(SourceId source, Runnable work) {
    try {
      work.run();
    } catch (NoLongerLeader followed) {
      LOG.info("{} is watched by the hub that leads now", source);
    } catch (RuntimeException failed) {
      LOG.warn("{} could not be looked after; the next pull makes up for it", source, failed);
    }
  }
}

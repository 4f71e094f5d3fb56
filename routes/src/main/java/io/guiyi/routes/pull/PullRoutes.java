package io.guiyi.routes.pull;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.SourceId;
import io.guiyi.routes.HubErrors;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;

/**
 * Pull → canonicalize → resolve, for each source.
 *
 * <pre>{@code
 * scheduler:pull-police ─▶ direct:pull-police ─▶ open ─▶ ( read ─▶ seda:apply )* ─▶ finish
 *                                                seda:apply ─▶ apply
 * }</pre>
 */
public final class PullRoutes extends RouteBuilder {
  /** Set to true on a message to {@code direct:pull-NAME} to read everything again. */
  public static final String FROM_START = "HubFromStart";

  private static final String PULL = "HubPull";
  private static final int PAGES_AHEAD = 2;

  private final PullStages stages;
  private final Map<SourceId, Duration> schedule;

  /**
   * Routes for every source.
   *
   * @param schedule the pause between pulls; zero for a source that is only pulled when asked
   */
  public PullRoutes(PullStages stages, Map<SourceId, Duration> schedule) {
    this.stages = stages;
    this.schedule = Map.copyOf(schedule);
  }

  /** The endpoint that pulls once and returns when every page has been applied. */
  public static String endpoint(SourceId source) {
    return "direct:pull-" + source;
  }

  @Override
  public void configure() {
    schedule.forEach((source, pause) -> {
      read(source);
      apply(source);
      if (pause.isPositive()) {
        onSchedule(source, pause);
      }
    });
  }

  private void onSchedule(SourceId source, Duration pause) {
    from("scheduler:pull-" + source + "?delay=" + pause.toMillis())
        .routeId("schedule-" + source)
        .routeConfigurationId(HubErrors.NEXT_TURN)
        .to(endpoint(source));
  }

  private void read(SourceId source) {
    from(endpoint(source))
        .routeId("pull-" + source)
        .routeConfigurationId(HubErrors.NEXT_TURN)
        .process(exchange -> open(exchange, source))
        .filter(exchangeProperty(PULL).isNotNull())
        .loopDoWhile(exchange -> underway(exchange).isOpen() && !isStopping(exchange))
        .process(this::readPage)
        .filter(body().isNotNull())
        .to(ExchangePattern.InOnly, applyQueue(source))
        .end()
        .end()
        .setBody(exchangeProperty(PULL))
        .to(ExchangePattern.InOut, applyQueue(source))
        .process(PullRoutes::tellWhyItStopped);
  }

  private void apply(SourceId source) {
    from(applyQueue(source))
        .routeId("apply-" + source)
        .routeConfigurationId(HubErrors.NEXT_TURN)
        .process(exchange -> {
          switch (exchange.getMessage().getMandatoryBody()) {
            case PageToApply page -> stages.apply(page);
            case PullUnderway pull -> stages.finish(pull);
            default -> throw new IllegalStateException("neither a page nor the end of a pull");
          }
        });
  }

  private void open(Exchange exchange, SourceId source) {
    boolean fromStart =
        Boolean.TRUE.equals(exchange.getMessage().getHeader(FROM_START, Boolean.class));
    exchange.setProperty(PULL, stages.open(source, fromStart));
  }

  /** A pull that cannot be read on ends like any other: behind the pages that were read. */
  private void readPage(Exchange exchange) {
    PullUnderway pull = underway(exchange);
    exchange.getMessage().setBody(null);
    try {
      exchange.getMessage().setBody(stages.read(pull));
    } catch (SourceUnavailable e) {
      pull.stop(e.kind().name(), e);
    } catch (RuntimeException e) {
      pull.stop("FAILED", e);
    }
  }

  private static void tellWhyItStopped(Exchange exchange) throws Exception {
    PullUnderway.Stop stop = underway(exchange).stopped();
    if (stop != null) {
      throw stop.cause();
    }
  }

  /** A hub that stops reads no further page; the next start goes on from the watermark. */
  private static boolean isStopping(Exchange exchange) {
    return exchange.getContext().isStopping() || exchange.getContext().isSuspending();
  }

  private static PullUnderway underway(Exchange exchange) {
    return Objects.requireNonNull(exchange.getProperty(PULL, PullUnderway.class));
  }

  private static String applyQueue(SourceId source) {
    return "seda:apply-%s?size=%d&blockWhenFull=true&concurrentConsumers=1&timeout=0"
        .formatted(source, PAGES_AHEAD);
  }
}

package io.guiyi.routes.health;

import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.console.FailureKinds;
import io.guiyi.console.LatestStatus;
import io.guiyi.console.SourceStates;
import io.guiyi.matching.Matcher;
import io.guiyi.registry.change.PersonChanges;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.publish.Broker;
import io.guiyi.routes.pull.SourceEntry;
import io.guiyi.routes.pull.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * Health and metrics. Spring Boot's endpoints serve them, under the paths that {@code
 * health.properties} gives.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/guiyi/routes/health/health.properties")
public class HealthConfiguration {

  @Bean
  SourceStates sourceStates(HubSettings settings, Sources sources, Clock clock) {
    return new RunningSources(
        settings.sources().stream()
            .map(entry -> new RunningSources.Configured(entry.id(), entry.every()))
            .toList(),
        RunningSources.healthOf(
            sources.all().stream().collect(Collectors.toMap(Source::id, Function.identity()))),
        clock.instant());
  }

  @Bean
  FailureKinds failureKinds() {
    return new FailureKinds(
        Arrays.stream(SourceUnavailable.Kind.values()).map(Enum::name).toList());
  }

  @Bean
  HealthIndicator databaseHealthIndicator(DataSource database) {
    return new BoundedCheck(BoundedCheck.PATIENCE, new DatabaseCheck(database));
  }

  @Bean
  HealthIndicator brokerHealthIndicator(Broker broker) {
    return new BoundedCheck(
        BoundedCheck.PATIENCE,
        () ->
            broker.isActive()
                ? Health.up().build()
                : BoundedCheck.down("the broker is not active; its log names the cause"));
  }

  @Bean
  HealthIndicator indexHealthIndicator(
      Matcher matcher,
      Transactions transactions,
      PersonChanges changes,
      Leadership leadership,
      Clock clock) {
    return new BoundedCheck(
        BoundedCheck.PATIENCE,
        new IndexCheck(
            matcher::lastChange,
            () -> transactions.inTransaction(changes::last),
            leadership::isLeading,
            clock));
  }

  @Bean
  HealthIndicator leadershipHealthIndicator(Leadership leadership) {
    return new LeadershipCheck(leadership::term);
  }

  @Bean
  HealthIndicator sourcesHealthIndicator(SourceStates sources, Clock clock) {
    return new SourcesCheck(sources, clock);
  }

  @Bean
  RouteMetrics routeMetrics(MeterRegistry meters) {
    return new RouteMetrics(meters);
  }

  @Bean
  PullMetrics pullMetrics(MeterRegistry meters, HubSettings settings) {
    return new PullMetrics(
        meters,
        settings.sources().stream().filter(SourceEntry::enabled).map(SourceEntry::id).toList());
  }

  @Bean
  HubMetrics hubMetrics(
      LatestStatus status,
      SourceStates sources,
      HubSettings settings,
      Broker broker,
      Leadership leadership,
      Clock clock) {
    return new HubMetrics(
        status,
        sources,
        settings.subscribers(),
        new HubMetrics.Queues(queues(settings.subscribers()), queue -> depth(broker, queue)),
        leadership::term,
        clock);
  }

  private static List<String> queues(List<String> subscribers) {
    return Stream.concat(
            subscribers.stream()
                .flatMap(name -> Stream.of(Broker.feedQueue(name), Broker.takenQueue(name))),
            Stream.of(Broker.DEAD_LETTER))
        .toList();
  }

  private static long depth(Broker broker, String queue) {
    return Optional.ofNullable(broker.depths(List.of(queue)).get(queue)).orElse(-1L);
  }
}

package io.guiyi.routes.pull;

import io.guiyi.connectors.Source;
import io.guiyi.connectors.declared.DeclaredSource;
import io.guiyi.connectors.education.EducationSource;
import io.guiyi.connectors.health.HealthSource;
import io.guiyi.connectors.labour.LabourSource;
import io.guiyi.connectors.police.PoliceSource;
import io.guiyi.records.SourceId;
import io.guiyi.registry.certificate.Certificates;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.Retention;
import io.guiyi.registry.intake.WriteBacks;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.resolve.Replay;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.registry.watch.SourceWatch;
import io.guiyi.routes.HubSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pulling side of the hub. */
@Configuration(proxyBeanMethods = false)
public class PullConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(PullConfiguration.class);

  @Bean
  Sources sources(CamelContext camel, HubSettings settings, Clock clock) {
    Map<SourceId, Source> open = new LinkedHashMap<>();
    for (SourceEntry entry : settings.sources()) {
      if (entry.enabled()) {
        open.put(
            entry.id(),
            switch (entry.dialect()) {
              case SourceEntry.Police police ->
                  PoliceSource.create(camel, police.settings(), clock);
              case SourceEntry.Labour labour ->
                  LabourSource.create(camel, labour.settings(), clock);
              case SourceEntry.Education education ->
                  EducationSource.create(camel, education.settings(), clock);
              case SourceEntry.Health health ->
                  HealthSource.create(camel, health.settings(), clock);
              case SourceEntry.Declared declared ->
                  DeclaredSource.create(camel, declared.declaration(), clock);
            });
      }
    }
    return new Sources(open);
  }

  @Bean
  PullStages pullStages(
      Sources sources,
      Pulls pulls,
      Deliveries deliveries,
      Resolver resolver,
      Leadership leadership,
      AfterPull afterPull,
      PullObserver observer) {
    resolver.start(
        (step, records) -> LOG.info("index: {} has dealt with {} records", step, records));
    return new PullStages(sources, pulls, deliveries, resolver, leadership, afterPull, observer);
  }

  @Bean
  AfterPull afterPull(
      SourceWatch watch,
      Certificates certificates,
      Leadership leadership,
      Sources sources,
      HubSettings settings) {
    return new AfterPull(
        watch,
        certificates,
        leadership,
        sources,
        settings.sources().stream()
            .collect(Collectors.toMap(SourceEntry::id, SourceEntry::expectation)));
  }

  @Bean
  WatchRoute watchRoute(AfterPull afterPull) {
    return new WatchRoute(afterPull);
  }

  @Bean
  PullRoutes pullRoutes(PullStages stages, HubSettings settings) {
    Map<SourceId, Duration> schedule =
        settings.sources().stream()
            .filter(SourceEntry::enabled)
            .collect(Collectors.toMap(SourceEntry::id, SourceEntry::every));
    return new PullRoutes(stages, schedule);
  }

  @Bean
  WriteBackRoutes writeBackRoutes(Sources sources, WriteBacks writeBacks, Leadership leadership) {
    return new WriteBackRoutes(new WriteBackTurns(sources, writeBacks, leadership), sources);
  }

  @Bean
  SourceReplay sourceReplay(Sources sources, Replay replay) {
    return new SourceReplay(sources, replay);
  }

  @Bean
  RetentionRoute retentionRoute(Retention retention, HubSettings settings, Leadership leadership) {
    return new RetentionRoute(retention, settings.retention(), leadership);
  }
}

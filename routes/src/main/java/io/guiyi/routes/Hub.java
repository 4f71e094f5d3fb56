package io.guiyi.routes;

import io.guiyi.matching.Matcher;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.resolve.IndexProgress;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.routes.publish.Broker;
import io.guiyi.routes.pull.PullRoutes;
import io.guiyi.routes.pull.PullStages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running hub: database, index, leadership, broker, routes and HTTP, started in this order and
 * stopped in the opposite one.
 */
public final class Hub implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final HubSettings settings;

  private Hub(ConfigurableApplicationContext context, HubSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /**
   * Starts a hub; when this returns, it pulls and publishes.
   *
   * @throws RuntimeException naming what does not start and what to do about it; nothing is left
   *     running
   */
  public static Hub start(HubSettings settings) {
    try {
      return new Hub(context(settings), settings);
    } catch (BeansException failed) {
      throw cause(failed);
    }
  }

  /** What really did not start; the container's own words only say where. */
  private static RuntimeException cause(BeansException failed) {
    Throwable cause = failed;
    while (cause instanceof BeansException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof RuntimeException told ? told : failed;
  }

  private static ConfigurableApplicationContext context(HubSettings settings) {
    return new SpringApplicationBuilder(HubConfiguration.class)
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false)
        .logStartupInfo(false)
        .properties(properties(settings))
        .initializers(fresh -> fresh.getBeanFactory().registerSingleton("hubSettings", settings))
        .run();
  }

  private static Map<String, Object> properties(HubSettings settings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.address", settings.http().host());
    properties.put("server.port", settings.http().port());
    properties.put("server.tomcat.basedir", settings.data().resolve("tomcat").toString());
    properties.put("server.shutdown", "graceful");
    properties.put("guiyi.logs", settings.data().resolve("logs").toString());
    return properties;
  }

  /** Where the status page and the API are. */
  public String url() {
    int port =
        ((WebServerApplicationContext) context).getWebServer() == null
            ? settings.http().port()
            : ((WebServerApplicationContext) context).getWebServer().getPort();
    return "http://%s:%d".formatted(settings.http().host(), port);
  }

  /** Where subscribers connect. */
  public String brokerUrl() {
    return bean(Broker.class).url();
  }

  /** The password of a subscriber's own user at the embedded broker; its owner hands it over. */
  public String subscriberPassword(String subscriber) {
    return bean(Broker.class).password(subscriber);
  }

  /**
   * Throws the candidate index away and builds it from the register.
   *
   * @param progress is told how far it is
   * @return how many records are indexed
   */
  public long rebuildIndex(IndexProgress progress) {
    bean(Resolver.class).rebuildIndex(progress);
    return bean(Matcher.class).memberCount();
  }

  /** What it was started with. */
  public HubSettings settings() {
    return settings;
  }

  /**
   * Pulls every source once from the start, one after the other in configured order, and returns
   * when every page has been applied.
   *
   * @throws IllegalStateException if this hub does not lead, or naming the source whose pull did
   *     not complete and how it ended
   */
  public void pullEverythingOnce() {
    if (!isLeading()) {
      throw new IllegalStateException(
          "another hub leads on this database; stop it before pulling everything here");
    }
    ProducerTemplate template = bean(CamelContext.class).createProducerTemplate();
    for (SourceId source : sources()) {
      template.sendBodyAndHeader(
          PullRoutes.endpoint(source), source, PullRoutes.FROM_START, Boolean.TRUE);
      String outcome = String.valueOf(bean(Pulls.class).freshness(source).lastOutcome());
      if (!outcome.equals(PullStages.COMPLETE)) {
        throw new IllegalStateException(
            "the pull from %s ended with %s; the log in %s says why"
                .formatted(source, outcome, settings.data().resolve("logs")));
      }
    }
  }

  /** True if this hub leads; one that waits neither pulls nor publishes. */
  public boolean isLeading() {
    return bean(Leadership.class).isLeading();
  }

  /** The sources that are enabled. */
  public List<SourceId> sources() {
    return settings.sources().stream()
        .filter(entry -> entry.enabled())
        .map(entry -> entry.id())
        .toList();
  }

  /** One of the hub's parts, for commands and tests. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Stops gracefully: pages under way are applied, entries under way are sent. */
  @Override
  public void close() {
    context.close();
  }
}

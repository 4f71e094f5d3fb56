package io.guiyi.routes;

import io.guiyi.matching.model.KeptModel;
import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.feed.SharingPolicy;
import io.guiyi.registry.intake.RetentionSettings;
import io.guiyi.routes.publish.BrokerSettings;
import io.guiyi.routes.pull.SourceEntry;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything a hub is started with.
 *
 * @param data the only folder it writes to
 * @param http where it answers
 * @param register its database, keys and index
 * @param broker its broker
 * @param sources what it pulls, in this order when asked to pull everything once
 * @param policies what each subscriber receives
 * @param retention how long the books of intake keep what nobody needs any more
 * @param model by which records are compared and weighed
 */
public record HubSettings(
    Path data,
    Http http,
    RegisterSettings register,
    BrokerSettings broker,
    List<SourceEntry> sources,
    List<SharingPolicy> policies,
    RetentionSettings retention,
    KeptModel model) {

  /** Copies the lists. */
  public HubSettings {
    sources = List.copyOf(sources);
    policies = List.copyOf(policies);
  }

  /** A hub that keeps its books as long as is usual. */
  public HubSettings(
      Path data,
      Http http,
      RegisterSettings register,
      BrokerSettings broker,
      List<SourceEntry> sources,
      List<SharingPolicy> policies,
      KeptModel model) {
    this(data, http, register, broker, sources, policies, RetentionSettings.DEFAULT, model);
  }

  /**
   * Where the hub answers.
   *
   * @param host a loopback address
   * @param port 1 to 65535, or 0 for a free one
   */
  public record Http(String host, int port) {}

  /** The same hub with these sources. */
  public HubSettings withSources(List<SourceEntry> others) {
    return new HubSettings(data, http, register, broker, others, policies, retention, model);
  }

  /** The same hub on free ports. */
  public HubSettings onFreePorts() {
    return new HubSettings(
        data,
        new Http(http.host(), 0),
        register,
        new BrokerSettings(
            broker.directory(), 0, broker.externalUrl(), broker.user(), broker.passwordFile()),
        sources,
        policies,
        retention,
        model);
  }

  /** The names of the subscribers. */
  public List<String> subscribers() {
    return policies.stream().map(SharingPolicy::subscriber).toList();
  }
}

package io.guiyi.routes.publish;

import io.guiyi.registry.feed.FanOut;
import io.guiyi.registry.feed.FeedEntries;
import io.guiyi.registry.feed.Subscribers;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.routes.HubSettings;
import io.guiyi.seal.KeyPurpose;
import io.guiyi.seal.KeyRing;
import io.guiyi.seal.SubscriberSeal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The publishing side of the hub. */
@Configuration(proxyBeanMethods = false)
public class PublishConfiguration {
  private static final int CONNECTIONS = 4;

  @Bean
  Broker broker(HubSettings settings) {
    return Broker.start(settings.broker(), settings.subscribers());
  }

  @Bean(destroyMethod = "stop")
  JmsPoolConnectionFactory connectionFactory(Broker broker) {
    JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
    pool.setConnectionFactory(broker.connectionFactory());
    pool.setMaxConnections(CONNECTIONS);
    return pool;
  }

  @Bean(PublishRoutes.JMS)
  JmsComponent jms(JmsPoolConnectionFactory connectionFactory) {
    JmsComponent jms = JmsComponent.jmsComponentTransacted(connectionFactory);
    jms.setCacheLevelName("CACHE_CONSUMER");
    return jms;
  }

  @Bean
  PublishTurns publishTurns(
      HubSettings settings,
      Leadership leadership,
      Subscribers subscribers,
      FanOut fanOut,
      FeedEntries entries,
      KeyRing keys,
      JmsPoolConnectionFactory connectionFactory) {
    settings.subscribers().forEach(name -> keys.ensure(new KeyPurpose.Subscriber(name)));
    EntryEvent event = new EntryEvent(JsonMapper.shared(), new SubscriberSeal(keys));
    Map<String, Relay> relays =
        settings.subscribers().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    name -> new Relay(name, entries, event, connectionFactory)));
    return new PublishTurns(leadership, subscribers, settings.policies(), fanOut, relays);
  }

  @Bean
  PublishRoutes publishRoutes(PublishTurns turns, FeedEntries entries, HubSettings settings) {
    return new PublishRoutes(
        turns, new Acknowledgements(entries, JsonMapper.shared()), settings.subscribers());
  }
}

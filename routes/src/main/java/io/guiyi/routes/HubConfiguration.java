package io.guiyi.routes;

import io.guiyi.console.ConsoleConfiguration;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.registry.RegisterConfiguration;
import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.routes.api.ApiConfiguration;
import io.guiyi.routes.health.HealthConfiguration;
import io.guiyi.routes.publish.PublishConfiguration;
import io.guiyi.routes.pull.PullConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The hub as Spring sees it: each room brings its own configuration. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  RegisterConfiguration.class,
  PullConfiguration.class,
  PublishConfiguration.class,
  ApiConfiguration.class,
  HealthConfiguration.class,
  ConsoleConfiguration.class
})
class HubConfiguration {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RegisterSettings registerSettings(HubSettings settings) {
    return settings.register();
  }

  @Bean
  KeptModel keptModel(HubSettings settings) {
    return settings.model();
  }

  /** Without a document root of its own Tomcat makes one in the system's temporary folder. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> documentRoot(
      HubSettings settings) {
    return server -> {
      Path root = settings.data().resolve("tomcat").resolve("documents");
      try {
        Files.createDirectories(root);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make " + root, e);
      }
      server.setDocumentRoot(root.toFile());
    };
  }

  @Bean
  LeadershipRoute leadershipRoute(Leadership leadership) {
    return new LeadershipRoute(leadership);
  }

  @Bean
  HubErrors hubErrors() {
    return new HubErrors();
  }
}

package io.guiyi.registry.leadership;

import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.store.RegisterDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives this hub its part in the election; stepping down comes before the database is closed. */
@Configuration(proxyBeanMethods = false)
class LeadershipConfiguration {

  @Bean
  Leadership leadership(RegisterDatabase database, RegisterSettings settings) {
    return new Leadership(database::connect, settings.holder());
  }
}

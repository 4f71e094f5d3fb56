package io.guiyi.registry;

import com.zaxxer.hikari.HikariDataSource;
import io.guiyi.matching.Matcher;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.registry.person.Survivorship;
import io.guiyi.registry.store.RegisterDatabase;
import io.guiyi.registry.store.SessionFactories;
import io.guiyi.registry.store.Transactions;
import io.guiyi.registry.watch.WatchSettings;
import io.guiyi.seal.Envelopes;
import io.guiyi.seal.KeyRing;
import io.guiyi.seal.KeyedHash;
import io.guiyi.seal.Signatures;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The register's ground, bean by bean in the order in which one stands on the other; closed in the
 * opposite order. The rooms are found by scanning their packages.
 *
 * <p>The application gives {@link RegisterSettings}, a {@link java.time.Clock} and the {@code
 * KeptModel}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan({
  "io.guiyi.registry.audit",
  "io.guiyi.registry.certificate",
  "io.guiyi.registry.change",
  "io.guiyi.registry.decision",
  "io.guiyi.registry.family",
  "io.guiyi.registry.feed",
  "io.guiyi.registry.intake",
  "io.guiyi.registry.leadership",
  "io.guiyi.registry.person",
  "io.guiyi.registry.record",
  "io.guiyi.registry.recount",
  "io.guiyi.registry.relink",
  "io.guiyi.registry.resolve",
  "io.guiyi.registry.review",
  "io.guiyi.registry.status",
  "io.guiyi.registry.steward",
  "io.guiyi.registry.watch"
})
public class RegisterConfiguration {

  @Bean
  RegisterDatabase registerDatabase(RegisterSettings settings) {
    return RegisterDatabase.open(settings);
  }

  @Bean
  HikariDataSource registerPool(RegisterDatabase database, RegisterSettings settings) {
    return SessionFactories.pool(database, settings.connectionsMax());
  }

  @Bean
  SessionFactory registerSessions(DataSource registerPool) {
    SessionFactories.migrate(registerPool);
    return SessionFactories.open(registerPool);
  }

  @Bean
  Transactions transactions(SessionFactory registerSessions) {
    return new Transactions(registerSessions);
  }

  @Bean
  KeyRing keyRing(RegisterSettings settings) {
    return KeyRing.open(settings.keys());
  }

  @Bean
  Envelopes envelopes(KeyRing keyRing) {
    return new Envelopes(keyRing);
  }

  @Bean
  KeyedHash keyedHash(KeyRing keyRing) {
    return new KeyedHash(keyRing);
  }

  @Bean
  Signatures signatures(KeyRing keyRing) {
    return new Signatures(keyRing);
  }

  @Bean
  WatchSettings watchSettings(RegisterSettings settings) {
    return settings.watch();
  }

  @Bean
  Matcher matcher(RegisterSettings settings, KeptModel model, KeyedHash keyedHash) {
    return Matcher.open(settings.index(), model, keyedHash::term);
  }

  @Bean
  Survivorship survivorship(RegisterSettings settings) {
    return new Survivorship(settings.trusted());
  }
}

package io.guiyi.console;

import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.status.SourceHistories;
import io.guiyi.registry.status.StatusBoard;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The pages.
 *
 * <p>The application gives {@link SourceStates}, {@link FailureKinds} and a {@link Clock}; {@link
 * StatusBoard} and {@link Leadership} come from the register.
 */
@Configuration(proxyBeanMethods = false)
public class ConsoleConfiguration {
  private static final String UNPACKED = "dev";

  @Bean
  LatestStatus latestStatus(StatusBoard board, SourceStates sources, Clock clock) {
    return new LatestStatus(
        () -> board.read(sources.now().stream().map(SourceState::source).toList()), clock);
  }

  @Bean
  StatusPage statusPage(
      LatestStatus status, SourceStates sources, Leadership leadership, Clock clock) {
    return new StatusPage(status, sources, leadership::isLeading, version(), clock);
  }

  @Bean
  SourcePage sourcePage(
      LatestStatus status, SourceStates sources, SourceHistories histories, Clock clock) {
    return new SourcePage(status, sources, histories::of, clock);
  }

  @Bean
  HelpPage helpPage(FailureKinds failures) {
    return new HelpPage(failures.names());
  }

  /** Spring looks for it by this name. */
  @Bean
  PageLanguage localeResolver() {
    return new PageLanguage();
  }

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("io.guiyi.console.messages");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    // The bundle without a language is the Chinese one, whatever the machine speaks.
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @Bean
  FilterRegistrationBean<PageHeaders> pageHeaders() {
    return new FilterRegistrationBean<>(new PageHeaders());
  }

  /** The version in the jar's manifest. */
  public static String version() {
    String version = ConsoleConfiguration.class.getPackage().getImplementationVersion();
    return version == null ? UNPACKED : version;
  }
}

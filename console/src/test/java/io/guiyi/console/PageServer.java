package io.guiyi.console;

import io.guiyi.registry.status.RegisterStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;

/** The pages on a real server, over invented numbers; test classes share one. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class PageServer {
  private final ConsoleConfiguration console = new ConsoleConfiguration();

  /** What the pages are given. */
  static final class Desk {
    final AtomicReference<Instant> now = new AtomicReference<>(Invented.NOW);
    final AtomicReference<Supplier<RegisterStatus>> register = new AtomicReference<>();
    final AtomicReference<List<SourceState>> streams = new AtomicReference<>();
    final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    /** A while later, on the same day as far as the numbers go. */
    void later() {
      now.updateAndGet(now -> now.plus(LatestStatus.AGE_MAX));
      register.set(() -> Invented.register(now.get()));
      streams.set(Invented.streams(now.get()));
    }
  }

  @Bean
  Desk desk() {
    return new Desk();
  }

  @Bean
  LatestStatus latestStatus(Desk desk) {
    return new LatestStatus(() -> desk.register.get().get(), desk.clock);
  }

  @Bean
  StatusPage statusPage(LatestStatus status, Desk desk) {
    return new StatusPage(status, () -> desk.streams.get(), () -> true, "0.1.0", desk.clock);
  }

  @Bean
  SourcePage sourcePage(LatestStatus status, Desk desk) {
    return new SourcePage(
        status,
        () -> desk.streams.get(),
        source -> Invented.history(source, desk.now.get()),
        desk.clock);
  }

  @Bean
  HelpPage helpPage() {
    return new HelpPage(List.of("TIMEOUT", "DELIVERY_DAMAGED"));
  }

  @Bean
  PageLanguage localeResolver() {
    return console.localeResolver();
  }

  @Bean
  MessageSource messageSource() {
    return console.messageSource();
  }

  @Bean
  FilterRegistrationBean<PageHeaders> pageHeaders() {
    return console.pageHeaders();
  }

  /** A page as a browser asks for it. */
  static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html,*/*")
            .header("Accept-Language", "de")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}

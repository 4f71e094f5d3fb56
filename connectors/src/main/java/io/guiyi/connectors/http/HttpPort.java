package io.guiyi.connectors.http;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.records.SourceId;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpConstants;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * One address of one department, asked with GET through Camel's HTTP endpoint. Each call is one
 * request on the wire: who repeats it, decides above.
 */
public final class HttpPort implements AutoCloseable {
  private static final String OPTIONS =
      "?throwExceptionOnFailure=false&bridgeEndpoint=true&httpMethod=GET"
          + "&skipRequestHeaders=true&copyHeaders=false";

  private final SourceId source;
  private final HttpSettings settings;
  private final Clock clock;
  private final URI address;
  private final HttpComponent component;
  private final Endpoint endpoint;
  private final FluentProducerTemplate template;

  private HttpPort(
      SourceId source,
      HttpSettings settings,
      Clock clock,
      URI address,
      HttpComponent component,
      Endpoint endpoint,
      FluentProducerTemplate template) {
    this.source = source;
    this.settings = settings;
    this.clock = clock;
    this.address = address;
    this.component = component;
    this.endpoint = endpoint;
    this.template = template;
  }

  /**
   * Opens a port; nothing is sent yet.
   *
   * @param path what follows the base address, starting with a slash; empty if each call says it
   * @param headers sent with every request; JSON is asked for unless they say otherwise
   * @throws IllegalArgumentException if the settings have faults
   * @throws IllegalStateException if the context would write bodies to disk in clear
   */
  public static HttpPort open(
      CamelContext context,
      SourceId source,
      HttpSettings settings,
      String path,
      RequestHeaders headers,
      Clock clock) {
    URI address = settings.address().orElseThrow(IllegalArgumentException::new);
    if (context.getStreamCachingStrategy().isSpoolEnabled()) {
      throw new IllegalStateException(
          "stream caching spools to disk; personal data must not lie there in clear, switch it"
              + " off");
    }
    HttpComponent component = new HttpComponent();
    component.setCamelContext(context);
    component.setConnectTimeout(settings.connectTimeout().toMillis());
    component.setConnectionRequestTimeout(settings.connectTimeout().toMillis());
    component.setResponseTimeout(settings.responseTimeout().toMillis());
    component.setSoTimeout(settings.responseTimeout().toMillis());
    component.setResponsePayloadStreamingThreshold(settings.maxBodyBytes());
    component.setHttpClientConfigurer(client -> harden(client, settings, headers));
    try {
      component.start();
      Endpoint endpoint = component.createEndpoint(address + path + OPTIONS);
      endpoint.start();
      FluentProducerTemplate template = context.createFluentProducerTemplate();
      template.start();
      return new HttpPort(
          source, settings, clock, URI.create(address + path), component, endpoint, template);
    } catch (Exception e) {
      component.stop();
      throw new IllegalStateException("%s: the HTTP endpoint cannot be built".formatted(source), e);
    }
  }

  private static void harden(
      HttpClientBuilder client, HttpSettings settings, RequestHeaders headers) {
    client
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .addRequestInterceptorLast((request, entity, context) -> {
          request.setHeader("Accept", "application/json");
          headers
              .headers(request.getMethod(), request.getRequestUri(), new byte[0])
              .forEach(request::setHeader);
        })
        .addResponseInterceptorFirst((response, details, context) -> {
          if (response instanceof ClassicHttpResponse answer && answer.getEntity() != null) {
            answer.setEntity(
                new BoundedEntity(
                    answer.getEntity(), settings.maxBodyBytes(), settings.answerTimeout()));
          }
        });
  }

  /**
   * Asks once.
   *
   * @param rawQuery the query, percent-encoded, without the question mark
   * @return the body of a 200
   * @throws SourceUnavailable for everything else
   */
  public byte[] get(String rawQuery) throws SourceUnavailable {
    return get("", rawQuery);
  }

  /**
   * Asks once at another path below the port's own.
   *
   * @param path what follows the port's path, percent-encoded; empty for the port's path itself
   * @param rawQuery the query, percent-encoded, without the question mark
   * @return the body of a 200
   * @throws SourceUnavailable for everything else
   */
  public byte[] get(String path, String rawQuery) throws SourceUnavailable {
    Exchange exchange =
        template
            .withHeader(HttpConstants.HTTP_PATH, path)
            .withHeader(HttpConstants.HTTP_RAW_QUERY, rawQuery)
            .to(endpoint)
            .send();
    if (exchange.getException() != null) {
      throw broken(exchange.getException());
    }
    Integer status =
        exchange.getMessage().getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class);
    if (status == null || status != 200) {
      throw refused(
          status == null ? 0 : status,
          exchange.getMessage().getHeader("Retry-After", String.class));
    }
    byte[] body = exchange.getMessage().getBody(byte[].class);
    if (body == null) {
      throw SourceUnavailable.of(
          Kind.PROTOCOL, "%s answered 200 without a body; ask the department".formatted(source));
    }
    return body;
  }

  /**
   * Follows a link that the department gave, such as one to the next page. It is followed only to
   * where the department is configured: our credentials go along.
   *
   * @param link an absolute address, or one relative to the port's
   * @return the body of a 200
   * @throws SourceUnavailable REDIRECTED if it leads elsewhere; otherwise as for {@link #get}
   */
  public byte[] follow(String link) throws SourceUnavailable {
    String base = address.toString();
    String target;
    try {
      // java.net.URI would resolve a mere query against the folder, not the address itself.
      String whole = link.strip().startsWith("?") ? base + link.strip() : link.strip();
      target = address.resolve(whole).normalize().toString();
    } catch (IllegalArgumentException e) {
      throw SourceUnavailable.of(
          Kind.PROTOCOL, "%s sent a link that is no address; ask the department".formatted(source));
    }
    String rest = target.startsWith(base) ? target.substring(base.length()) : "x";
    if (!rest.isEmpty() && !rest.startsWith("/") && !rest.startsWith("?")) {
      throw SourceUnavailable.of(
          Kind.REDIRECTED,
          "%s sent a link that leads elsewhere than %s; configure the final address"
              .formatted(source, settings.baseUrl()));
    }
    int query = rest.indexOf('?');
    return query < 0 ? get(rest, "") : get(rest.substring(0, query), rest.substring(query + 1));
  }

  @Override
  public void close() {
    template.stop();
    endpoint.stop();
    component.stop();
  }

  private SourceUnavailable refused(int status, @Nullable String retryAfter) {
    String remedy = "%s answered HTTP %d; ".formatted(source, status);
    if (status == 429 || status == 503) {
      return SourceUnavailable.throttled(
          remedy + "it asks to come later, which the hub does by itself", wish(retryAfter));
    }
    if (status >= 500) {
      return SourceUnavailable.of(Kind.REFUSED, remedy + "the hub tries again by itself");
    }
    return switch (status) {
      case 401, 403 ->
          SourceUnavailable.of(
              Kind.UNAUTHORIZED,
              remedy + "check client id, secret and that the clocks agree within 10 minutes");
      case 410 ->
          SourceUnavailable.of(
              Kind.EXPIRED_CURSOR, remedy + "the cursor has expired, the pull starts again");
      default ->
          status >= 300 && status < 400
              ? SourceUnavailable.of(
                  Kind.REDIRECTED,
                  remedy + "redirects are never followed, configure the final address")
              : SourceUnavailable.of(
                  Kind.PROTOCOL, remedy + "200 was agreed, check the base address");
    };
  }

  /** Retry-After is a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
  private @Nullable Duration wish(@Nullable String retryAfter) {
    if (retryAfter == null) {
      return null;
    }
    String text = retryAfter.strip();
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      ZonedDateTime at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), at.toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private SourceUnavailable broken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedEntity.BodyTooLarge) {
        return SourceUnavailable.of(
            Kind.TOO_LARGE,
            "%s sent more than %d bytes; lower pageSize or raise maxBodyBytes"
                .formatted(source, settings.maxBodyBytes()));
      }
      if (cause instanceof SocketTimeoutException) {
        return SourceUnavailable.of(
            Kind.TIMEOUT,
            "%s did not connect within %s or not answer within %s (silence) or %s (altogether)"
                .formatted(
                    source,
                    settings.connectTimeout(),
                    settings.responseTimeout(),
                    settings.answerTimeout()));
      }
      if (cause instanceof ProtocolException) {
        return SourceUnavailable.of(
            Kind.PROTOCOL, "%s does not speak HTTP; check the base address".formatted(source));
      }
      if (cause instanceof IOException) {
        return SourceUnavailable.of(
            Kind.REFUSED,
            "%s refused or broke off the connection (%s)"
                .formatted(source, cause.getClass().getSimpleName()));
      }
    }
    return SourceUnavailable.of(
        Kind.PROTOCOL,
        "%s could not be asked (%s)".formatted(source, failure.getClass().getSimpleName()));
  }
}

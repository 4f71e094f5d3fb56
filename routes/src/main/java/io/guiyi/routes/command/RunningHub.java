package io.guiyi.routes.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of the hub that runs on a data folder, as commands ask it: with the folder's token. */
final class RunningHub {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** A replay of ten thousand rows takes its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Mixin private final Places places = new Places();

  /** Why the hub did not do what it was asked; the message is for the operator. */
  static final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDone(String message) {
      super(message);
    }
  }

  /**
   * Asks.
   *
   * @throws NotDone saying what is wrong and what to do
   */
  JsonNode get(String path) throws InterruptedException {
    return send(path, HttpRequest.newBuilder().timeout(PATIENCE).GET());
  }

  /**
   * Has something done.
   *
   * @throws NotDone saying what is wrong and what to do
   */
  JsonNode post(String path, JsonNode body) throws InterruptedException {
    return post(path, body, PATIENCE);
  }

  /**
   * Has something done that may take long.
   *
   * @param patience how long to wait for the answer
   * @throws NotDone saying what is wrong and what to do
   */
  JsonNode post(String path, JsonNode body, Duration patience) throws InterruptedException {
    return send(
        path,
        HttpRequest.newBuilder()
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonNode send(String path, HttpRequest.Builder request) throws InterruptedException {
    Optional<String> url = Doorplate.url(places.data());
    if (url.isEmpty()) {
      throw new NotDone("no hub runs on %s; start one with: guiyi run".formatted(places.data()));
    }
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      String token = Files.readString(Doorplate.token(places.data())).strip();
      HttpRequest whole =
          request
              .uri(URI.create(url.get() + path))
              .header("Authorization", "Bearer " + token)
              .build();
      HttpResponse<String> answer = client.send(whole, HttpResponse.BodyHandlers.ofString());
      JsonNode content = JsonMapper.shared().readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new NotDone(
            "%s -> %s"
                .formatted(
                    content.path("detail").asString("the hub answered " + answer.statusCode()),
                    content.path("remedy").asString("look at its log")));
      }
      return content;
    } catch (IOException | JacksonException e) {
      throw new NotDone(
          "the hub at %s does not answer; if it was killed, start it again with: guiyi run"
              .formatted(url.get()));
    }
  }
}

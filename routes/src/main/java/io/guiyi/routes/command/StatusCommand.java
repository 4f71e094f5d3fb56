package io.guiyi.routes.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running hub how it is. */
@Command(
    name = "status",
    description = "Shows the state of the running hub: sources, persons, feeds, quarantine.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Places places;

  @Option(names = "--json", description = "end with one JSON object on the last line")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<String> url = Doorplate.url(places.data());
    if (url.isEmpty()) {
      err.printf("no hub runs on %s; start one with: guiyi run%n", places.data());
      return ExitCode.FAILED;
    }
    try {
      HttpResponse<String> answer = ask(url.get());
      if (answer.statusCode() != 200) {
        err.printf("the hub at %s answered %d%n", url.get(), answer.statusCode());
        return ExitCode.FAILED;
      }
      show(JsonMapper.shared().readTree(answer.body()));
      return ExitCode.DONE;
    } catch (IOException e) {
      err.printf(
          "the hub at %s does not answer; if it was killed, start it again with: guiyi run%n",
          url.get());
      return ExitCode.FAILED;
    }
  }

  private HttpResponse<String> ask(String url) throws IOException, InterruptedException {
    Path token = Doorplate.token(places.data());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/status"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + Files.readString(token).strip())
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private void show(JsonNode status) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(status);
    } else {
      out.println(
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(status));
    }
  }
}

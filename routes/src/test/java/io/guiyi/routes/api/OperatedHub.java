package io.guiyi.routes.api;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.Doorplate;
import io.guiyi.routes.command.Guiyi;
import io.guiyi.routes.config.ModelFile;
import io.guiyi.routes.publish.BrokerSettings;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole hub with one source, police, that nobody answers for; operators call it by commands. */
final class OperatedHub implements AutoCloseable {
  static final SourceId POLICE = new SourceId("police");

  private final Path data;
  private final Hub hub;
  private final Doorplate plate;

  /** How a command ended, and what it said. */
  record Ended(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out.strip());
    }
  }

  private OperatedHub(Path data, Hub hub) {
    this.data = data;
    this.hub = hub;
    this.plate = Doorplate.hang(hub);
  }

  static OperatedHub start(Path data) {
    PoliceSettings police =
        PoliceSettings.of("http://127.0.0.1:9", "test", new Secret("a secret of length"));
    return new OperatedHub(
        data,
        Hub.start(
            new HubSettings(
                data,
                new HubSettings.Http("127.0.0.1", 0),
                RegisterSettings.embedded(data, "test"),
                BrokerSettings.embedded(data.resolve("broker"), 0),
                List.of(new SourceEntry(true, Duration.ZERO, new SourceEntry.Police(police))),
                List.of(),
                ModelFile.shipped())));
  }

  <T> T bean(Class<T> type) {
    return hub.bean(type);
  }

  /** Brings a page of police in that holds one row, refused for its {@code field}. */
  void holdAside(Watermark after, String position, String field, String detail, String row) {
    Canonicalized held =
        new Quarantined(
            POLICE,
            new Position(position),
            QuarantineReason.CODE_UNKNOWN,
            field,
            detail,
            RawBytes.utf8(row));
    Resolver resolver = bean(Resolver.class);
    Pulls pulls = bean(Pulls.class);
    long pull = pulls.begin(POLICE);
    resolver.apply(
        pull, resolver.prepare(new IntakePage(POLICE, List.of(held), after)), Receipts.UNWANTED);
    pulls.finish(pull, Pulls.COMPLETE);
  }

  /** Brings records of police in, as one page. */
  void bring(Canonicalized... rows) {
    Resolver resolver = bean(Resolver.class);
    Pulls pulls = bean(Pulls.class);
    long pull = pulls.begin(POLICE);
    resolver.apply(
        pull,
        resolver.prepare(new IntakePage(POLICE, List.of(rows), new Watermark("brought"))),
        Receipts.UNWANTED);
    pulls.finish(pull, Pulls.COMPLETE);
  }

  /** A record of police, version {@code sequence}, that says this of its person. */
  static CanonicalRecord row(String key, long sequence, IdentityClaim who) {
    return new CanonicalRecord(
        new SourceRecord(
            new SourceKey(POLICE, key),
            new SourceVersion(Instant.parse("2026-03-01T00:00:00Z"), sequence),
            SourceRecord.Presence.PRESENT,
            RawBytes.utf8("{}"),
            new Position("row " + key)),
        who,
        List.of());
  }

  /** The API as a caller asks it. */
  HttpResponse<String> ask(String method, String path, String body)
      throws IOException, InterruptedException {
    String token = Files.readString(data.resolve("keys").resolve(ApiToken.FILE)).strip();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(hub.url() + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** A command as an operator types it. */
  Ended run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Guiyi.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = line.execute(all.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }

  /** A page as a browser gets it. */
  String page(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(hub.url() + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  @Override
  public void close() {
    plate.close();
    hub.close();
  }
}

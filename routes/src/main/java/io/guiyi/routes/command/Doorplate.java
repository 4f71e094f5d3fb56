package io.guiyi.routes.command;

import io.guiyi.routes.Hub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code hub.json} in the data folder that says where the running hub answers, so that
 * other commands find it. It is taken away at a graceful stop; after a kill it may stand there
 * although nobody answers.
 */
public final class Doorplate implements AutoCloseable {
  private static final String NAME = "hub.json";

  private final Path data;
  private final Hub hub;

  private Doorplate(Hub hub) {
    this.hub = hub;
    this.data = hub.settings().data();
  }

  /** Writes where {@code hub} answers. */
  public static Doorplate hang(Hub hub) {
    Doorplate plate = new Doorplate(hub);
    var content = JsonMapper.shared().createObjectNode();
    content.put("url", hub.url());
    content.put("broker", hub.brokerUrl());
    content.put("process", ProcessHandle.current().pid());
    try {
      Path fresh = plate.data.resolve(NAME + ".fresh");
      Files.writeString(fresh, content.toString());
      Files.move(fresh, plate.data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + plate.data.resolve(NAME), e);
    }
    return plate;
  }

  /** Where the hub on {@code data} answers, if one was started there and not stopped. */
  public static Optional<String> url(Path data) {
    try {
      JsonNode content = JsonMapper.shared().readTree(Files.readString(data.resolve(NAME)));
      return Optional.of(content.path("url").asString(""));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** Tells a person where to look. */
  public void show(Progress progress) {
    progress.step("status page  " + hub.url() + "/");
    progress.step("API          " + hub.url() + "/api/v1/  token in " + token(data));
    progress.step("feeds        " + hub.brokerUrl() + "  see docs/feeds.md");
  }

  /** The file that holds the API's token of the hub on {@code data}. */
  static Path token(Path data) {
    return data.resolve("keys").resolve("api.token");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(data.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + data.resolve(NAME), e);
    }
  }
}

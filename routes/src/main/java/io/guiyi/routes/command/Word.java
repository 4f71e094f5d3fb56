package io.guiyi.routes.command;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator's word about one thing that has a number: an alarm, a delivery. */
final class Word {
  @Parameters(index = "0", paramLabel = "ID", description = "its number, as list shows it")
  private long id;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why, 1 to 200 characters; stands in the audit log")
  @SuppressWarnings("NullAway.Init") // picocli sets it before give()
  private String reason;

  /**
   * Tells the hub.
   *
   * @param path where the things are
   * @param verb what is to be done with this one
   * @return the thing as it stands now
   */
  JsonNode give(RunningHub hub, String path, String verb) throws InterruptedException {
    return hub.post(
        "%s/%d/%s".formatted(path, id, verb),
        JsonMapper.shared().createObjectNode().put("reason", reason));
  }
}

package io.guiyi.routes.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks the running hub what it would decide about one record. */
@Command(
    name = "resolve",
    description = {
      "Tells what the running hub would decide about one record, and why; stores nothing but an"
          + " audit entry.",
      "试判：只给出判定与依据，不入库。"
    },
    mixinStandardHelpOptions = true)
final class ResolveCommand implements Callable<Integer> {
  /** The API takes no larger body. */
  private static final int BYTES_MAX = 16 * 1024;

  @Mixin private final RunningHub hub = new RunningHub();

  @Option(
      names = "--dry-run",
      required = true,
      description = "records come into the register by sources only: this must be said")
  private boolean dryRun;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "NAME",
      description = "the configured source that would deliver it")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String source;

  @Option(names = "--by", paramLabel = "NAME", description = "who asks; stands in the audit log")
  private @Nullable String by;

  @Option(
      names = "--purpose",
      paramLabel = "TEXT",
      description = "why, without personal values; stands in the audit log")
  private @Nullable String purpose;

  @Parameters(
      paramLabel = "FILE",
      description = "a JSON object with name, idNumber, birthDate and more; - for standard input")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String file;

  @Mixin private final Output output = new Output();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (!dryRun) {
      throw new ParameterException(spec.commandLine(), "--dry-run cannot be switched off");
    }
    ObjectNode order = JsonMapper.shared().createObjectNode();
    order.put("source", source).put("by", by).put("purpose", purpose);
    order.set("record", record());
    JsonNode answer = hub.post("/api/v1/match", order);
    output.say(answer, out -> words(out, answer));
    return ExitCode.DONE;
  }

  private JsonNode record() {
    try {
      byte[] bytes = file.equals("-") ? System.in.readNBytes(BYTES_MAX + 1) : read(Path.of(file));
      if (bytes.length > BYTES_MAX) {
        throw new ParameterException(
            spec.commandLine(),
            "%s is larger than %d bytes; one record".formatted(file, BYTES_MAX));
      }
      JsonNode record = JsonMapper.shared().readTree(bytes);
      if (record.isObject()) {
        return record;
      }
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), file + " cannot be read; check that it exists and its rights");
    } catch (JacksonException e) {
      // Refused below: what the parser says quotes the record.
    }
    throw new ParameterException(
        spec.commandLine(), file + " holds no JSON object; write {\"name\": \"...\"}");
  }

  private static byte[] read(Path path) throws IOException {
    try (var stream = Files.newInputStream(path)) {
      return stream.readNBytes(BYTES_MAX + 1);
    }
  }

  private static void words(PrintWriter out, JsonNode answer) {
    String who =
        switch (answer.path("outcome").asString()) {
          case "LINK_TO" -> "belongs to 属于 " + answer.path("person").asString();
          case "NEW_PERSON" -> "is a new person 新的一人一档";
          default ->
              "needs a steward 待核: %s (%s) %s"
                  .formatted(
                      answer.path("trigger").asString(),
                      answer.path("chinese").asString(),
                      CaseWords.list(answer.path("persons")));
        };
    out.printf("%s  %s%n", answer.path("outcome").asString(), who);
    if (!answer.path("absorbed").isEmpty()) {
      out.printf("would join 并入  %s%n", CaseWords.list(answer.path("absorbed")));
    }
    out.println(CaseWords.values(answer.path("record")));
    int rank = 0;
    for (JsonNode candidate : answer.path("candidates")) {
      CaseWords.record(out, "candidate 候选 " + ++rank, candidate.path("record"));
      CaseWords.weighed(out, candidate);
    }
    out.printf(
        "compared in all 共比对  %d, model %.12s, population %d%n",
        answer.path("candidatesSeen").asInt(),
        answer.path("model").asString(),
        answer.path("population").asLong());
    out.println("nothing was stored 未入库");
  }
}

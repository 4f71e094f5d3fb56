package io.guiyi.routes.command;

import io.guiyi.matching.weigh.Bits;
import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** A stored decision that was weighed again, in words, as the API answers it. */
final class StoredWords {
  private StoredWords() {}

  /** The decision, and the account of each pair. */
  static void explained(PrintWriter out, JsonNode answer) {
    out.printf(
        "decision %d  %s%s%s  record %d version %d  at %s%n",
        answer.path("decision").asLong(),
        answer.path("outcome").asString(),
        answer.has("trigger") ? " " + answer.path("trigger").asString() : "",
        answer.path("persons").isEmpty() ? "" : "  " + CaseWords.list(answer.path("persons")),
        answer.path("record").asLong(),
        answer.path("version").asInt(),
        answer.path("at").asString());
    out.printf(
        "model %.12s, population %d, compared in all %d%n",
        answer.path("model").asString(),
        answer.path("population").asLong(),
        answer.path("candidatesSeen").asInt());
    answer.path("candidates").forEach(candidate -> candidate(out, candidate));
    if (answer.path("same").asBoolean()) {
      out.println("weighed again: everything as stored, bit for bit 重算一致");
    }
  }

  private static void candidate(PrintWriter out, JsonNode candidate) {
    out.printf(
        "candidate 候选  record %d version %d  %s%n",
        candidate.path("record").asLong(),
        candidate.path("version").asInt(),
        candidate.path("person").asString("waited 待定"));
    out.printf(ExplainCommand.ROW, "  question", "answer", "level", "rarity", "counts");
    out.printf(ExplainCommand.ROW, "  (before any)", "", "", "", bits(candidate.path("prior")));
    for (JsonNode each : candidate.path("comparisons")) {
      String answer = each.path("answer").asString();
      out.printf(
          ExplainCommand.ROW,
          "  " + each.path("comparison").asString(),
          answer.isEmpty() ? "(missing)" : answer,
          bits(each.path("level")),
          bits(each.path("term")),
          bits(each.path("counted")));
    }
    if (!candidate.path("supported").asBoolean()) {
      out.println("  no comparison gives the support that the model asks for");
    }
    if (candidate.has("cannotLink")) {
      out.println("  forbidden 互斥: " + candidate.path("cannotLink").asString());
    }
    out.printf(
        "  weight 权重 %s bits, stored 存档 %s%n",
        bits(candidate.path("weight")), bits(candidate.path("storedWeight")));
  }

  /** What came out differently, in one line. */
  static String difference(JsonNode answer) {
    if (answer.has("missing")) {
      return "decision %d cannot be weighed again: %s"
          .formatted(answer.path("decision").asLong(), answer.path("missing").asString());
    }
    StringBuilder line = new StringBuilder();
    for (JsonNode candidate : answer.path("candidates")) {
      for (JsonNode difference : candidate.path("differences")) {
        line.append(line.isEmpty() ? "" : "; ")
            .append("record ")
            .append(candidate.path("record").asLong())
            .append(": ")
            .append(difference.asString());
      }
    }
    return "decision %d differs 重算不一致: %s".formatted(answer.path("decision").asLong(), line);
  }

  private static String bits(JsonNode weight) {
    return Bits.print(Bits.of(weight.asDouble()));
  }
}

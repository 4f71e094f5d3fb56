package io.guiyi.routes.command;

import io.guiyi.matching.weigh.Bits;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Cases, persons and decisions in words, as the API answers them. */
final class CaseWords {
  private CaseWords() {}

  /** A case in a list. */
  static void line(PrintWriter out, JsonNode line) {
    out.printf(
        "%s  %s (%s)  %s  record %d  since %s%n",
        line.path("id").asString(),
        line.path("trigger").asString(),
        line.path("chinese").asString(),
        line.path("source").asString(),
        line.path("record").asLong(),
        line.path("openedAt").asString());
  }

  /** A case with its evidence. */
  static void shown(PrintWriter out, JsonNode shown) {
    out.printf(
        "%s  %s (%s)  since %s%s%n",
        shown.path("id").asString(),
        shown.path("trigger").asString(),
        shown.path("chinese").asString(),
        shown.path("openedAt").asString(),
        shown.has("closedAt")
            ? "  closed %s: %s"
                .formatted(shown.path("closedAt").asString(), shown.path("closing").asString())
            : "");
    record(out, "record 待核记录", shown.path("record"));
    int rank = 0;
    for (JsonNode candidate : shown.path("candidates")) {
      candidate(out, ++rank, candidate);
    }
    out.printf(
        "compared in all 共比对  %d, by decision %d%n",
        shown.path("candidatesSeen").asInt(), shown.path("raisedBy").asLong());
    end(out, shown);
  }

  private static void candidate(PrintWriter out, int rank, JsonNode candidate) {
    record(out, "candidate 候选 " + rank, candidate.path("record"));
    weighed(out, candidate);
    if (candidate.path("comparedVersion").asInt()
        != candidate.path("record").path("version").asInt()) {
      out.printf("  compared by version %d%n", candidate.path("comparedVersion").asInt());
    }
  }

  /** What a candidate weighs, and what the weight is made of. */
  static void weighed(PrintWriter out, JsonNode candidate) {
    out.printf(
        "  weight 权重  %s bits%s%n",
        bits(candidate.path("weight")),
        candidate.has("cannotLink")
            ? "  forbidden 互斥: " + candidate.path("cannotLink").asString()
            : "");
    for (JsonNode comparison : candidate.path("comparisons")) {
      out.printf(
          "    %-24s%-24s%9s%n",
          comparison.path("comparison").asString(),
          comparison.path("level").asString(),
          comparison.has("weight") ? bits(comparison.path("weight")) : "");
    }
  }

  private static String bits(JsonNode weight) {
    return Bits.print(Bits.of(weight.asDouble()));
  }

  /** Masked values in one line. */
  static String values(JsonNode values) {
    return values.properties().stream()
        .map(value -> value.getKey() + " " + value.getValue().asString())
        .collect(Collectors.joining("  ", "  ", ""));
  }

  /** A record, masked. */
  static void record(PrintWriter out, String title, JsonNode record) {
    out.printf(
        "%s  %d  %s  version %d of %s  %s  %s%n",
        title,
        record.path("record").asLong(),
        record.path("source").asString(),
        record.path("version").asInt(),
        record.path("changedAt").asString(),
        record.path("presence").asString(),
        record.path("person").asString("waits 待定"));
    out.println(values(record.path("values")));
  }

  /** Persons with their records. */
  static void persons(PrintWriter out, JsonNode shown) {
    for (JsonNode person : shown.path("persons")) {
      out.printf(
          "%s  %s  version %d%n",
          person.path("id").asString(),
          person.path("standing").asString(),
          person.path("version").asInt());
      person.path("records").forEach(record -> record(out, "record 记录", record));
      person.path("decisions").forEach(decision -> decision(out, decision));
    }
    out.println("seen  " + shown.path("seen").asString());
  }

  /** What a decision would touch. */
  static void effect(PrintWriter out, JsonNode effect) {
    for (JsonNode move : effect.path("moves")) {
      out.printf(
          "record 记录  %d  %s -> %s%n",
          move.path("record").asLong(),
          move.path("before").asString("waits 待定"),
          move.path("after").asString("waits 待定"));
    }
    Map.of("merged 并入他人", "merged", "changed 变更", "changed", "told 通知", "subscribers")
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(line -> out.printf("%s  %s%n", line.getKey(), list(effect.path(line.getValue()))));
    out.printf(
        "pairs kept apart 分开  %d, kept together 合并  %d%n",
        effect.path("neverFacts").asInt(), effect.path("alwaysFacts").asInt());
    end(out, effect);
  }

  /** A decision. */
  static void decision(PrintWriter out, JsonNode decision) {
    out.printf(
        "%d  %s  %s  records %s  by %s: %s  at %s%s%s%n",
        decision.path("decision").asLong(),
        decision.path("verdict").asString(),
        decision.path("case").asString(list(decision.path("persons"))),
        list(decision.path("records")),
        decision.path("by").asString(),
        decision.path("reason").asString(),
        decision.path("at").asString(),
        decision.has("undoes") ? "  undoes " + decision.path("undoes").asLong() : "",
        decision.has("undoneBy") ? "  undone by " + decision.path("undoneBy").asLong() : "");
  }

  private static void end(PrintWriter out, JsonNode shown) {
    shown.path("decisions").forEach(decision -> decision(out, decision));
    out.println("seen  " + shown.path("seen").asString());
  }

  /** Texts or numbers in one line. */
  static String list(JsonNode list) {
    return list.isEmpty()
        ? "none"
        : list.values().stream()
            .map(each -> each.isString() ? each.asString() : each.toString())
            .collect(Collectors.joining(","));
  }
}

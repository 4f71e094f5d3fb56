package io.guiyi.lab.drill.malformed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A malformed row of the police.
 *
 * @param of its class
 * @param key its key, unless that is what is spoilt
 * @param updated its time of update, unless that is what is spoilt
 * @param json the row as it is sent
 */
public record MalformedRow(MalformedClass of, String key, String updated, String json) {

  /** A good row under another key, spoilt; empty if it cannot be spoilt so. */
  static Optional<MalformedRow> of(MalformedClass one, GoodRow row, String key) {
    ObjectNode own = row.json().deepCopy().put("djbh", key);
    return Wound.inflict(own, one.field(), one.mutation())
        .map(json ->
            new MalformedRow(
                one, key, own.path("gxsj").asString(), new String(json, StandardCharsets.UTF_8)));
  }
}

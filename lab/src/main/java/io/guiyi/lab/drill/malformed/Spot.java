package io.guiyi.lab.drill.malformed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a field stands in one row.
 *
 * @param holder the object it is a field of
 * @param name its name there
 * @param path its whole name in this row, as a connector tells it
 */
record Spot(ObjectNode holder, String name, String path) {
  private static final Pattern STEP = Pattern.compile("([^.\\[{]+)(?:\\[(\\d+)]|\\{([a-z]+)})?");

  /** The field's place; empty if the row has no such object. */
  static Optional<Spot> find(ObjectNode row, String field) {
    ObjectNode holder = row;
    String path = "";
    String[] steps = field.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      Matcher step = STEP.matcher(steps[i]);
      if (!step.matches()) {
        throw new IllegalStateException("fields.tsv names a field '%s'".formatted(field));
      }
      JsonNode next = holder.path(step.group(1));
      path += step.group(1);
      if (step.group(2) != null || step.group(3) != null) {
        int place = place(next, step.group(2), step.group(3));
        next = next.path(place);
        path += "[" + place + "]";
      }
      if (!(next instanceof ObjectNode inner)) {
        return Optional.empty();
      }
      holder = inner;
      path += ".";
    }
    String name = steps[steps.length - 1];
    return Optional.of(new Spot(holder, name, path + name));
  }

  private static int place(JsonNode list, @Nullable String number, @Nullable String system) {
    if (number != null) {
      return Integer.parseInt(number);
    }
    for (int i = 0; i < list.size(); i++) {
      String known =
          list.path(i).path("system").asString("") + list.path(i).path("url").asString("");
      if (known.endsWith("/" + system)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether anything stands there. */
  boolean isFilled() {
    JsonNode node = holder.get(name);
    return node != null && !node.isNull() && !(node.isContainer() && node.isEmpty());
  }

  /** What stands there as text; the JSON of what is none. */
  String written() {
    JsonNode node = holder.path(name);
    return node.isString() ? node.stringValue() : node.toString();
  }
}

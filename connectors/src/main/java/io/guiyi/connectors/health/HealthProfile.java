package io.guiyi.connectors.health;

import io.guiyi.records.PageProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What the resources of a page look like: which fields each kind has, and how often each code
 * occurs. A field's name that is no plain word is not told, since anything may stand there.
 */
final class HealthProfile {
  private static final int MOST_COLUMNS = 200;
  private static final String NOT_A_WORD = "?";

  /** The coded fields and their lists. */
  private static final Map<String, Set<String>> LISTS =
      Map.of(
          "gender", Set.of("male", "female", "unknown", "other"),
          "jzzt", Set.of("1", "2", "3"),
          "status", Set.of("completed", "not-done", "entered-in-error"),
          "relationship", HealthCanon.RELATIONS.keySet());

  private final SortedSet<String> columns = new TreeSet<>();
  private final SortedMap<String, Map<String, Long>> values = new TreeMap<>();
  private long patients;

  private HealthProfile() {}

  static PageProfile of(List<FhirEntry> entries) {
    HealthProfile profile = new HealthProfile();
    entries.forEach(profile::look);
    return new PageProfile(profile.patients, profile.columns, profile.values);
  }

  private void look(FhirEntry entry) {
    JsonNode tree = entry.tree();
    switch (entry.type()) {
      case FhirEntry.PATIENT -> {
        patients++;
        count("gender", tree.path("gender"));
        count("jzzt", extension(tree, FhirParts.STANDING));
      }
      case FhirEntry.RELATED_PERSON ->
          count(
              "relationship",
              tree.path("relationship").path(0).path("coding").path(0).path("code"));
      case FhirEntry.IMMUNIZATION -> count("status", tree.path("status"));
      default -> {
        return;
      }
    }
    for (String name : tree.propertyNames()) {
      if (columns.size() < MOST_COLUMNS) {
        columns.add(entry.type() + "." + (name.matches("[A-Za-z_]{1,40}") ? name : NOT_A_WORD));
      }
    }
  }

  private static JsonNode extension(JsonNode tree, String url) {
    for (JsonNode extension : tree.path("extension")) {
      if (extension.path("url").isString() && extension.path("url").stringValue().equals(url)) {
        return extension.path("valueCode");
      }
    }
    return tree.path("");
  }

  private void count(String column, JsonNode node) {
    String code = PageProfile.MISSING;
    if (node.isString()) {
      code =
          LISTS.getOrDefault(column, Set.of()).contains(node.stringValue())
              ? node.stringValue()
              : PageProfile.UNLISTED;
    }
    values.computeIfAbsent(column, _ -> new HashMap<>()).merge(code, 1L, Long::sum);
  }
}

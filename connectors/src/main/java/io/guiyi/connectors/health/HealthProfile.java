package io.guiyi.connectors.health;

import io.guiyi.records.PageProfile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the files of a page look like: how many have each field of each kind of resource, and how
 * often each code occurs. A field's name that is no plain word is not told, since anything may
 * stand there.
 */
final class HealthProfile {
  private static final int MOST_COLUMNS = 200;

  /** The coded fields and their lists. */
  private static final Map<String, Set<String>> LISTS =
      Map.of(
          "gender", Set.of("male", "female", "unknown", "other"),
          "jzzt", Set.of("1", "2", "3"),
          "status", Set.of("completed", "not-done", "entered-in-error"),
          "relationship", HealthCanon.RELATIONS.keySet());

  private final SortedMap<String, Long> columns = new TreeMap<>();
  private final SortedMap<String, Map<String, Long>> values = new TreeMap<>();

  /** The columns that each file was counted for. */
  private final Map<String, Set<String>> files = new HashMap<>();

  private HealthProfile() {}

  static PageProfile of(List<FhirEntry> entries) {
    HealthProfile profile = new HealthProfile();
    entries.forEach(profile::look);
    return new PageProfile(profile.files.size(), profile.columns, profile.values);
  }

  private void look(FhirEntry entry) {
    JsonNode tree = entry.tree();
    switch (entry.type()) {
      case FhirEntry.PATIENT -> {
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
    String file = entry.type().equals(FhirEntry.PATIENT) ? entry.id() : entry.patient();
    Set<String> counted = files.computeIfAbsent(file, _ -> new HashSet<>());
    for (String name : tree.propertyNames()) {
      String word = name.matches("[A-Za-z_]{1,40}") ? name : PageProfile.UNLISTED;
      String column = entry.type() + "." + word;
      if ((columns.size() < MOST_COLUMNS || columns.containsKey(column)) && counted.add(column)) {
        columns.merge(column, 1L, Long::sum);
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

package io.guiyi.connectors.health;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowJson;
import io.guiyi.connectors.SourceUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the clinics that a pull has met, each asked for once. A clinic whose name is not to
 * be had is remembered too and goes by its id.
 */
final class HealthUnits {
  static final int LONGEST_NAME = 120;
  private static final int MOST = 10_000;

  private final FhirService service;

  /** Empty for a clinic without a name. */
  private final Map<String, Optional<String>> names = new HashMap<>();

  HealthUnits(FhirService service) {
    this.service = service;
  }

  /** Takes the clinics that came along with these entries, and asks for the others they name. */
  void meet(List<FhirEntry> entries) throws SourceUnavailable {
    entries.forEach(this::learn);
    List<String> unknown =
        entries.stream()
            .map(FhirEntry::organization)
            .filter(id -> !id.isEmpty() && !names.containsKey(id))
            .distinct()
            .limit(Math.max(0, MOST - names.size()))
            .toList();
    if (!unknown.isEmpty()) {
      service.byId(FhirEntry.ORGANIZATION, unknown, "").forEach(this::learn);
      unknown.forEach(id -> names.putIfAbsent(id, Optional.empty()));
    }
  }

  /** The name of the clinic with this id, if it is known. */
  Optional<String> name(String id) {
    return names.getOrDefault(id, Optional.empty());
  }

  private void learn(FhirEntry entry) {
    if (!entry.type().equals(FhirEntry.ORGANIZATION) || entry.id().isEmpty()) {
      return;
    }
    if (names.size() < MOST || names.containsKey(entry.id())) {
      names.put(entry.id(), nameOf(entry));
    }
  }

  private static Optional<String> nameOf(FhirEntry entry) {
    try {
      return RowJson.read(entry.resource()).text("name", LONGEST_NAME);
    } catch (RowFault nameless) {
      return Optional.empty();
    }
  }
}

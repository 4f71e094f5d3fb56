package io.guiyi.lab.departments;

import io.guiyi.lab.population.feeds.FhirResource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The resources of the health department, each once in its current state, by type in the order of
 * (time of update, id). Safe for several threads.
 */
final class HealthRegister {

  /**
   * Where a resource stands among those of its type.
   *
   * @param updated time of its last update
   * @param id its id
   */
  record Place(Instant updated, String id) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byTime = updated.compareTo(other.updated);
      return byTime != 0 ? byTime : id.compareTo(other.id);
    }

    /** The place before every resource of this moment. */
    static Place at(Instant updated) {
      return new Place(updated, "");
    }

    static Place of(FhirResource resource) {
      return new Place(OffsetDateTime.parse(resource.updated()).toInstant(), resource.id());
    }
  }

  private final Map<String, NavigableMap<Place, FhirResource>> ordered = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  /** Parts of files, as type and id, by patient. */
  private final Map<String, NavigableMap<String, FhirResource>> parts = new HashMap<>();

  /** Enters a resource, or its next state. */
  synchronized void put(FhirResource resource) {
    String name = resource.type() + "/" + resource.id();
    NavigableMap<Place, FhirResource> type = type(resource.type());
    Place place = Place.of(resource);
    Place before = places.put(name, place);
    if (before != null) {
      type.remove(before);
    }
    type.put(place, resource);
    if (!resource.patient().isEmpty() && !resource.type().equals("Patient")) {
      parts.computeIfAbsent(resource.patient(), _ -> new TreeMap<>()).put(name, resource);
    }
  }

  /** Up to so many resources of a type after a place, in order. */
  synchronized List<FhirResource> after(String type, Place place, int limit) {
    return type(type).tailMap(place, false).values().stream().limit(limit).toList();
  }

  /** How many resources of a type stand after a place. */
  synchronized int countAfter(String type, Place place) {
    return type(type).tailMap(place, false).size();
  }

  /** The resource with this id, if there is one. */
  synchronized Optional<FhirResource> find(String type, String id) {
    return Optional.ofNullable(places.get(type + "/" + id)).map(type(type)::get);
  }

  /** The resources of a type that belong to a patient. */
  synchronized List<FhirResource> partsOf(String patient, String type) {
    List<FhirResource> found = new ArrayList<>();
    parts
        .getOrDefault(patient, new TreeMap<>())
        .values()
        .forEach(part -> {
          if (part.type().equals(type)) {
            found.add(part);
          }
        });
    return found;
  }

  /** How many resources of a type. */
  synchronized int size(String type) {
    return type(type).size();
  }

  private NavigableMap<Place, FhirResource> type(String type) {
    return ordered.computeIfAbsent(type, _ -> new TreeMap<>());
  }
}

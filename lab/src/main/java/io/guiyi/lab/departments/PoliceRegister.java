package io.guiyi.lab.departments;

import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.PoliceRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the police in the order of (time of update, key), each key once in its current state.
 * Safe for several threads; every call takes time proportional to what it returns.
 */
final class PoliceRegister {

  /**
   * Where a row stands in the order. Times are written so that the text sorts by time.
   *
   * @param updated yyyy-MM-dd HH:mm:ss
   * @param key djbh
   */
  record Place(String updated, String key) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byTime = updated.compareTo(other.updated);
      return byTime != 0 ? byTime : key.compareTo(other.key);
    }

    /** The place before every row of this moment. */
    static Place at(String updated) {
      return new Place(updated, "");
    }

    static Place of(PoliceRow row) {
      return new Place(row.updated(), row.key());
    }
  }

  private final NavigableMap<Place, Labelled<PoliceRow>> ordered = new TreeMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final List<String> keys = new ArrayList<>();

  /** Enters a record, or its next state. */
  synchronized void put(Labelled<PoliceRow> record) {
    PoliceRow row = record.versions().getLast();
    Place place = Place.of(row);
    Place before = places.put(row.key(), place);
    if (before == null) {
      keys.add(row.key());
    } else {
      ordered.remove(before);
    }
    ordered.put(place, record);
  }

  /** Up to so many rows after a place, in order. */
  synchronized List<PoliceRow> after(Place place, int limit) {
    List<PoliceRow> rows = new ArrayList<>(limit);
    for (Labelled<PoliceRow> record : ordered.tailMap(place, false).values()) {
      if (rows.size() == limit) {
        break;
      }
      rows.add(record.versions().getLast());
    }
    return rows;
  }

  /** How many rows stand after a place; counts them one by one. */
  synchronized int countAfter(Place place) {
    return place.updated().isEmpty() ? ordered.size() : ordered.tailMap(place, false).size();
  }

  /** The row at a place, or null. */
  synchronized @Nullable PoliceRow at(Place place) {
    Labelled<PoliceRow> record = ordered.get(place);
    return record == null ? null : record.versions().getLast();
  }

  /** The current state of the n-th key ever entered. */
  synchronized Labelled<PoliceRow> nth(int index) {
    Place place = places.get(keys.get(index));
    Labelled<PoliceRow> record = place == null ? null : ordered.get(place);
    if (record == null) {
      throw new IllegalStateException("entry " + index + " has a key but no row");
    }
    return record;
  }

  /** How many keys. */
  synchronized int size() {
    return keys.size();
  }

  /** The time of the newest update, empty if there is no row. */
  synchronized String newest() {
    return ordered.isEmpty() ? "" : ordered.lastKey().updated();
  }
}

package io.guiyi.connectors.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a source remembers of its folder from pull to pull while the hub runs: since when each file
 * has stood still, and what was read of which file. For one thread at a time.
 */
public final class DeliveryMemory {
  private static final int MOST_READ = 1_000;

  private final Map<String, Still> still = new LinkedHashMap<>();
  private final Map<String, Read> read = new LinkedHashMap<>();

  private record Still(FolderEntry entry, Instant since) {}

  /** What was read of a file, and how the file looked then. */
  record Read(FolderEntry entry, String fingerprint) {}

  /** Looks at the folder; files that are no longer there are forgotten. */
  void look(FolderListing listing, Instant now) {
    Map<String, Still> before = Map.copyOf(still);
    still.clear();
    for (FolderEntry entry : listing.entries()) {
      Still known = before.get(entry.name());
      boolean same = known != null && known.entry().equals(entry);
      still.put(entry.name(), same ? known : new Still(entry, now));
    }
  }

  /** True if the file has not changed for that long. */
  boolean hasStoodStill(FolderEntry entry, Duration settle, Instant now) {
    Still known = still.get(entry.name());
    return known != null && !known.since().plus(settle).isAfter(now);
  }

  /** Remembers what was read; the oldest of more than a thousand files is forgotten. */
  void read(FolderEntry entry, String fingerprint) {
    read.remove(entry.name());
    read.put(entry.name(), new Read(entry, fingerprint));
    if (read.size() > MOST_READ) {
      read.remove(read.keySet().iterator().next());
    }
  }

  /** The files that were read and look different now. */
  List<Read> changed(FolderListing listing) {
    return read.values().stream()
        .filter(known ->
            listing
                .named(known.entry().name())
                .filter(entry -> !entry.equals(known.entry()))
                .isPresent())
        .toList();
  }

  /** True if that file was read since the hub started. */
  boolean knows(String file) {
    return read.containsKey(file);
  }
}

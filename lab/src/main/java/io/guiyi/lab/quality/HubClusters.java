package io.guiyi.lab.quality;

import io.guiyi.lab.population.feeds.Truth;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.evaluate.Breakdown;
import io.guiyi.matching.evaluate.ClusterQuality;
import io.guiyi.matching.evaluate.Placements;
import io.guiyi.registry.record.HeldRecord;
import io.guiyi.registry.record.SealedRecord;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.store.Transactions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which records a hub holds to be one person. */
public final class HubClusters {
  private static final int PAGE = 2_000;

  private final Map<String, PersonRef> personOf;

  private HubClusters(Map<String, PersonRef> personOf) {
    this.personOf = personOf;
  }

  /** Reads every link of the register. */
  public static HubClusters read(Transactions transactions, SourceRecords records) {
    Map<String, PersonRef> personOf = new HashMap<>();
    RecordRef after = new RecordRef(0);
    while (true) {
      RecordRef from = after;
      List<SealedRecord> page =
          transactions.inTransaction(session -> records.linkedAfter(session, from, PAGE));
      if (page.isEmpty()) {
        return new HubClusters(personOf);
      }
      for (SealedRecord sealed : page) {
        HeldRecord held = records.open(sealed);
        personOf.put(name(held.source().name(), held.content().key()), sealed.person());
      }
      after = page.getLast().record();
    }
  }

  /**
   * Measures against the truth. A record that the hub did not link (quarantined, in review or never
   * seen) is a cluster of its own.
   */
  public HubQuality measure(Stream<Truth> truth) {
    Placements.Builder placements = Placements.builder();
    Map<String, Long> unlinked = new TreeMap<>();
    truth.forEach(record -> {
      String source = record.feed().source();
      String name = name(source, record.recordKey());
      @Nullable PersonRef person = personOf.get(name);
      if (person == null) {
        unlinked.merge(source, 1L, Long::sum);
      }
      placements.add(
          source,
          person == null ? "alone " + name : "person " + person.number(),
          record.personId(),
          record.labels());
    });
    Placements placed = placements.build();
    return new HubQuality(
        ClusterQuality.of(placed), Breakdown.of(placed), Collections.unmodifiableMap(unlinked));
  }

  private static String name(String source, String key) {
    return source + ":" + key;
  }
}

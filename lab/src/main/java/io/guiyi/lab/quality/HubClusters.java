package io.guiyi.lab.quality;

import io.guiyi.lab.population.feeds.Truth;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.record.HeldRecord;
import io.guiyi.registry.record.SealedRecord;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.store.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * Places every record of the truth. A record that the hub did not link (quarantined, in review or
   * never seen) is a cluster of its own.
   */
  public List<Breakdown.Placed> place(Stream<Truth> truth) {
    return truth
        .map(record -> {
          String name = name(record.feed().source(), record.recordKey());
          @Nullable PersonRef person = personOf.get(name);
          return person == null
              ? new Breakdown.Placed(record, "alone " + name, false)
              : new Breakdown.Placed(record, "person " + person.number(), true);
        })
        .toList();
  }

  /** Measures against the truth. */
  public ClusterQuality measure(Stream<Truth> truth) {
    return ClusterQuality.ofPlaced(place(truth));
  }

  private static String name(String source, String key) {
    return source + ":" + key;
  }
}

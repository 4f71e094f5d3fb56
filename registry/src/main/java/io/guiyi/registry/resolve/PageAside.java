package io.guiyi.registry.resolve;

import io.guiyi.records.Quarantined;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Quarantine;
import io.guiyi.registry.resolve.PreparedRow.Refused;
import io.guiyi.seal.LookupHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a page that are refused, and those that were held aside and are understood now. Lives
 * for one transaction, in one thread.
 */
final class PageAside {
  private final List<Quarantined> refused = new ArrayList<>();
  private final List<List<LookupHash>> keys = new ArrayList<>();
  private final Map<Long, Quarantined> refusedAgain = new LinkedHashMap<>();
  private final List<Long> resolved = new ArrayList<>();

  void refuse(Refused row) {
    keys.add(row.keys());
    Replayed replayed = row.replayed();
    if (replayed == null) {
      refused.add(row.row());
    } else {
      refusedAgain.put(replayed.held(), row.row());
    }
  }

  void understood(@Nullable Replayed replayed) {
    if (replayed != null) {
      resolved.add(replayed.held());
    }
  }

  /**
   * Writes what is to be remembered of them.
   *
   * @param page the page's number, already written
   * @param delivery the number of the complete delivery the page is of; null if of none
   * @return whether anything is news
   */
  boolean write(
      StatelessSession session,
      Quarantine quarantine,
      Deliveries deliveries,
      long page,
      @Nullable Long delivery) {
    int fresh = quarantine.store(page, refused, delivery);
    quarantine.refuseAgain(page, refusedAgain);
    quarantine.resolve(page, resolved);
    if (delivery != null) {
      deliveries.noteAside(session, delivery, keys);
    }
    return fresh > 0 || !resolved.isEmpty();
  }
}

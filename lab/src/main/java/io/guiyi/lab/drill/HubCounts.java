package io.guiyi.lab.drill;

import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.pull.PullRoutes;
import org.apache.camel.CamelContext;

/**
 * Counts behind a hub's back, by SQL.
 *
 * @param hub whose register
 */
record HubCounts(Hub hub) {
  /** Rows read, all pulls together. */
  static final String READ = "select coalesce(sum(rows_read), 0) from pull_page";

  /** What the law of conservation says they became. */
  static final String ACCOUNTED_FOR =
      "select coalesce(sum(fresh + changed + unchanged + withdrawn + stale + quarantined), 0)"
          + " from pull_page";

  /** Rows that were news. */
  static final String MOVED = "select coalesce(sum(fresh + changed + withdrawn), 0) from pull_page";

  /** Records held. */
  static final String RECORDS = "select count(*) from source_record";

  /** Rows held aside that no replay has understood. */
  static final String OPEN = "select count(*) from quarantined where resolved_at is null";

  /** The one number that a query answers. */
  long number(String query) {
    return hub.bean(Transactions.class)
        .inTransaction(session -> session.createNativeQuery(query, Long.class).getSingleResult());
  }

  /** Rows held aside for this reason. */
  long setAside(QuarantineReason reason) {
    return number(OPEN + " and reason = '" + reason + "'");
  }

  /** Pulls a source from its watermark on; answers how that ended. */
  String pull(String source) {
    SourceId id = new SourceId(source);
    hub.bean(CamelContext.class).createProducerTemplate().sendBody(PullRoutes.endpoint(id), id);
    return String.valueOf(hub.bean(Pulls.class).freshness(id).lastOutcome());
  }
}

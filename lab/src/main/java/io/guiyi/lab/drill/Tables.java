package io.guiyi.lab.drill;

import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a hub has concluded, table by table, as digests: equal exactly if the rows are. */
final class Tables {
  /** Everything but the books of what was read, the audit log and who leads. */
  private static final List<String> CONCLUSIONS =
      List.of(
          "source_record",
          "source_record_version",
          "statement",
          "decision",
          "link_event",
          "review_case",
          "person",
          "person_version",
          "person_change",
          "feed_entry",
          "quarantined");

  private Tables() {}

  /** The digest of each table. */
  static Map<String, String> of(Hub hub) {
    Map<String, String> digests = new HashMap<>();
    for (String table : CONCLUSIONS) {
      String query =
          "select coalesce(md5(string_agg(t::text, ' ' order by t::text collate \"C\")), '') from "
              + table
              + " t";
      digests.put(
          table,
          hub.bean(Transactions.class)
              .inTransaction(
                  session -> session.createNativeQuery(query, String.class).getSingleResult()));
    }
    return digests;
  }

  /** How many keys have another value, or are missing, in one of two maps. */
  static long differing(Map<String, String> these, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(these);
    all.putAll(others);
    return all.keySet().stream()
        .filter(key -> !String.valueOf(these.get(key)).equals(String.valueOf(others.get(key))))
        .count();
  }
}

package io.guiyi.lab.drill;

import io.guiyi.lab.population.feeds.Truth;
import io.guiyi.lab.subscribers.Inbox;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.store.HashColumn;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.seal.HashChain;
import io.guiyi.seal.KeyedHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what is wrong with a register after a drill. It asks by SQL, not by the hub's own counts.
 */
final class Oracle {
  /** The books of a page balance, and every version that it says it wrote is there. */
  private static final String UNBALANCED_PAGES =
      """
      select count(*) from pull_page p
      where rows_read <> fresh + changed + unchanged + withdrawn + stale + quarantined
         or (select count(*) from source_record_version v where v.page_id = p.id and not v.stale)
           not between fresh + changed + withdrawn and fresh + changed + withdrawn + unchanged
      """;

  private static final String RECORDS_HELD_TWICE =
      "select count(*) - count(distinct (source, key_hash)) from source_record";

  private static final String WITHOUT_PERSON =
      "select count(*) from source_record where (standing = 'LINKED') <> (person_id is not null)";

  private static final String CHANGES_LOST =
      """
      select count(*) from person_change
      where id > (select change_id from fan_out_position where id = 1)
      """;

  private static final String VERSIONS_WITHOUT_CHANGE =
      """
      select count(*) from person_version v
      where (select count(*) from person_change c
             where c.person_id = v.person_id and c.person_version = v.version) <> 1
      """;

  private static final String NOT_TOLD = "select count(*) from write_back where done_at is null";

  /** The kind under which the register hashes the keys of records. */
  private static final String SOURCE_KEY = "source-key";

  private final Hub hub;
  private final List<String> wrong = new ArrayList<>();

  private Oracle(Hub hub) {
    this.hub = hub;
  }

  /**
   * What was found.
   *
   * @param records how many source records there are
   * @param persons how many persons, closed ones included
   * @param feedEntries how many feed entries
   * @param effects how many effects the bureaus' inboxes tell of
   * @param lost records of the truth that are neither held nor set aside
   * @param appliedTwice effects that happened again
   * @param wrong everything that must not be, a sentence each
   */
  record Findings(
      long records,
      long persons,
      long feedEntries,
      long effects,
      long lost,
      long appliedTwice,
      List<String> wrong) {
    Findings {
      wrong = List.copyOf(wrong);
    }
  }

  /**
   * Examines a register.
   *
   * @param hub runs on it
   * @param truth every record that the departments hold
   * @param undisturbed what a hub concludes from them that nobody disturbed
   * @param inboxes where the inboxes of its bureaus are, which are closed
   */
  static Findings examine(Hub hub, Stream<Truth> truth, Conclusions undisturbed, Path inboxes) {
    return new Oracle(hub).examine(truth, undisturbed, inboxes);
  }

  private Findings examine(Stream<Truth> truth, Conclusions undisturbed, Path inboxes) {
    Conclusions concluded = Conclusions.of(hub);
    wrong.addAll(concluded.differences(undisturbed));
    none(UNBALANCED_PAGES, "pages do not balance");
    none(RECORDS_HELD_TWICE, "records are held twice");
    none(WITHOUT_PERSON, "linked records stand in no person");
    none(CHANGES_LOST, "changes were never fanned out");
    none(VERSIONS_WITHOUT_CHANGE, "versions of persons have not exactly one change");
    none(NOT_TOLD, "pages were never told to their department");
    if (!(hub.bean(AuditLog.class).verify() instanceof HashChain.Intact)) {
      wrong.add("the audit chain is broken");
    }
    long lost = lost(truth, concluded);
    long entries = 0;
    long effects = 0;
    for (String subscriber : hub.settings().subscribers()) {
      List<Long> applied = Inbox.effects(inboxes.resolve(subscriber + ".inbox"));
      entries += compareFeed(subscriber, applied);
      effects += applied.size();
    }
    return new Findings(
        concluded.records().size(),
        concluded.persons().size(),
        entries,
        effects,
        lost,
        Math.max(0, effects - entries),
        wrong);
  }

  private void none(String query, String sentence) {
    long found = number(query);
    if (found != 0) {
      wrong.add(found + " " + sentence);
    }
  }

  private long number(String query) {
    return hub.bean(Transactions.class)
        .inTransaction(session -> session.createNativeQuery(query, Long.class).getSingleResult());
  }

  /** Records of the truth that are not held, beyond those that can be among the rows set aside. */
  private long lost(Stream<Truth> truth, Conclusions concluded) {
    KeyedHash hash = hub.bean(KeyedHash.class);
    long missing =
        truth
            .map(record ->
                record.feed().source()
                    + " "
                    + HexFormat.of()
                        .formatHex(
                            HashColumn.bytes(
                                hash.hash(
                                    SOURCE_KEY,
                                    record.feed().source() + "\n" + record.recordKey()))))
            .filter(name -> !concluded.records().containsKey(name))
            .count();
    long lost = Math.max(0, missing - concluded.quarantine().size());
    if (lost > 0) {
      wrong.add(lost + " records of the truth are neither held nor quarantined");
    }
    return lost;
  }

  /** Entries appended and effects are the same set, and no effect stands there twice. */
  private long compareFeed(String subscriber, List<Long> applied) {
    Set<Long> entries =
        new HashSet<>(
            hub.bean(Transactions.class)
                .inTransaction(session ->
                    session
                        .createNativeQuery(
                            "select sequence from feed_entry where subscriber = :name", Long.class)
                        .setParameter("name", subscriber)
                        .getResultList()));
    Set<Long> once = new HashSet<>(applied);
    if (!once.equals(entries)) {
      wrong.add(
          "%s applied %d entries of %d; the sets differ"
              .formatted(subscriber, once.size(), entries.size()));
    }
    if (once.size() != applied.size()) {
      wrong.add("%s applied %d entries again".formatted(subscriber, applied.size() - once.size()));
    }
    return entries.size();
  }
}

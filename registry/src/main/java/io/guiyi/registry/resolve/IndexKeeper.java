package io.guiyi.registry.resolve;

import io.guiyi.matching.Matcher;
import io.guiyi.matching.Member;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.change.PersonChanges;
import io.guiyi.registry.decision.LinkFacts;
import io.guiyi.registry.record.HeldRecord;
import io.guiyi.registry.record.SealedRecord;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.resolve.IndexProgress.Step;
import io.guiyi.registry.store.Transactions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the candidate index, a view, in step with the register, the truth.
 *
 * <p>The index names the last PersonChange it holds. Where the register has gone further (the hub
 * died between commit and index, another hub led meanwhile) every record touched by the page of
 * that change or any after it, and every record whose person changed since, is written to the index
 * again; the page of the change itself is included, because a page can move records without
 * changing a person. So is whoever bears a number that such a record bore before: it may be his
 * alone now, though nothing else about him changed. Where that does not bring it in step, it is
 * rebuilt, and says so. Facts about pairs are few and are read again each time.
 *
 * <p>Not for two threads: it belongs to the one that applies pages.
 */
@Component
public class IndexKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
  private static final int RECORDS_PER_READ = 2_000;

  /** Of a record with more former versions, the numbers of the latest so many are looked at. */
  private static final int FORMER_VERSIONS = 64;

  private final Transactions transactions;
  private final SourceRecords records;
  private final PersonChanges changes;
  private final LinkFacts facts;
  private final Matcher matcher;
  private boolean loaded;

  IndexKeeper(
      Transactions transactions,
      SourceRecords records,
      PersonChanges changes,
      LinkFacts facts,
      Matcher matcher) {
    this.transactions = transactions;
    this.records = records;
    this.changes = changes;
    this.facts = facts;
    this.matcher = matcher;
  }

  /**
   * Loads the members and brings the index in step. To be called before the first page and whenever
   * the index may lag; costs little when it does not.
   */
  public void bringInStep(IndexProgress progress) {
    long register = transactions.inTransaction(changes::last);
    long index = matcher.lastChange();
    if (index > register || (index == 0 && register > 0)) {
      rebuild(progress);
      return;
    }
    if (!loaded) {
      long count = each(Step.LOAD, progress, this::allAfter, matcher::load);
      LOG.info("{} records are known to matching", count);
      loaded = true;
    }
    readFacts();
    long page = transactions.inTransaction(session -> changes.pageOf(session, index));
    long again =
        each(Step.CATCH_UP, progress, after -> touchedSince(page, index, after), matcher::reindex);
    matcher.settle(register);
    if (index != register) {
      LOG.info(
          "the index held change {}, the register {}; {} records were written again",
          index,
          register,
          again);
    }
    if (!matcher.isInStep(register)) {
      LOG.warn("the index does not hold what the register does; it is rebuilt");
      rebuild(progress);
    }
  }

  /** Writes the index anew from the register. */
  public void rebuild(IndexProgress progress) {
    long begin = System.nanoTime();
    long register = transactions.inTransaction(changes::last);
    LOG.info("the index is being rebuilt up to change {}", register);
    matcher.clear();
    long count = each(Step.REBUILD, progress, this::allAfter, matcher::reindex);
    readFacts();
    matcher.settle(register);
    loaded = true;
    LOG.info(
        "the index was rebuilt from {} records in {} ms",
        count,
        (System.nanoTime() - begin) / 1_000_000);
  }

  /** Whether the index holds what the register does. */
  public boolean isInStep() {
    return loaded && matcher.isInStep(transactions.inTransaction(changes::last));
  }

  private void readFacts() {
    matcher.forgetFacts();
    transactions.inTransaction(facts::standing).forEach(standing -> matcher.load(standing.fact()));
  }

  private List<SealedRecord> allAfter(RecordRef after) {
    return transactions.inTransaction(
        session -> records.allAfter(session, after, RECORDS_PER_READ));
  }

  private List<SealedRecord> touchedSince(long page, long change, RecordRef after) {
    return transactions.inTransaction(session -> {
      List<SealedRecord> touched =
          records.touchedSince(session, page, change, after, RECORDS_PER_READ);
      List<RecordRef> moved =
          touched.stream().filter(r -> r.version() > 1).map(SealedRecord::record).toList();
      records
          .former(session, moved, FORMER_VERSIONS)
          .forEach(former -> matcher.reindexBearers(member(former).profile()));
      return touched;
    });
  }

  private long each(
      Step step,
      IndexProgress progress,
      Function<RecordRef, List<SealedRecord>> read,
      Consumer<Member> use) {
    long count = 0;
    List<SealedRecord> page = read.apply(new RecordRef(0));
    while (!page.isEmpty()) {
      page.parallelStream().map(this::member).toList().forEach(use);
      count += page.size();
      progress.at(step, count);
      page = read.apply(page.getLast().record());
    }
    return count;
  }

  private Member member(SealedRecord sealed) {
    HeldRecord record = records.open(sealed);
    return new Member(
        sealed.record(),
        sealed.version(),
        sealed.person(),
        matcher.profile(record.content().who()));
  }
}

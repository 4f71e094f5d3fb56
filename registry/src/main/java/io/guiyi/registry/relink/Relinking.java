package io.guiyi.registry.relink;

import io.guiyi.matching.Matcher;
import io.guiyi.matching.PairFact;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.decision.LinkFact;
import io.guiyi.registry.decision.LinkFacts;
import io.guiyi.registry.record.SealedRecord;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.registry.store.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Links all records of the register anew. Reads and clusters beside the pages that go on arriving;
 * only what differs is applied, in transactions of at most about {@value #RECORDS_PER_CHANGE}
 * records, each in its turn among the pages.
 */
@Component
public class Relinking {
  private static final Logger LOG = LoggerFactory.getLogger(Relinking.class);
  private static final int RECORDS_PER_READ = 2_000;
  private static final int RECORDS_PER_CHANGE = 500;

  private final Transactions transactions;
  private final SourceRecords records;
  private final LinkFacts facts;
  private final Matcher matcher;
  private final Resolver resolver;
  private final AuditLog audit;
  private final Partition partition;

  Relinking(
      Transactions transactions,
      SourceRecords records,
      LinkFacts facts,
      Matcher matcher,
      Resolver resolver,
      AuditLog audit,
      Partition partition) {
    this.transactions = transactions;
    this.records = records;
    this.facts = facts;
    this.matcher = matcher;
    this.resolver = resolver;
    this.audit = audit;
    this.partition = partition;
  }

  /** What a relink would do now. */
  public RelinkOutcome rehearse() {
    Read read = read();
    RelinkPlan plan = plan(read, facts());
    long moved = 0;
    long merged = 0;
    long founded = 0;
    for (RelinkPlan.Step step : plan.steps()) {
      merged += step.absorbed().size();
      for (RelinkPlan.Cluster cluster : step.clusters()) {
        PersonRef person = cluster.person();
        founded += person == null ? 1 : 0;
        moved +=
            cluster.records().stream()
                .filter(record -> person == null || !person.equals(step.before().get(record)))
                .count();
      }
    }
    return outcome(read, new StepChange.Done(moved, merged, founded, 0));
  }

  /**
   * Does it.
   *
   * @param author the account of whoever asks for it
   * @param reason why
   * @throws io.guiyi.registry.leadership.NoLongerLeader when another hub leads; what was applied
   *     before stays, and the next relink goes on
   * @throws io.guiyi.registry.store.RegisterUnavailable when database or index cannot serve
   */
  public RelinkOutcome run(String author, String reason) {
    Read read = read();
    List<PairFact> standing = facts();
    RelinkPlan plan = plan(read, standing);
    Basis basis = Basis.of(read.versions(), standing);
    LOG.info(
        "{} records are linked anew: {} groups of persons differ",
        plan.records(),
        plan.steps().size());
    StepChange.Done done = StepChange.Done.NOTHING;
    for (List<RelinkPlan.Step> page : pages(plan.steps())) {
      StepChange change = new StepChange(page, basis, author, reason, facts, audit);
      done = done.plus(resolver.change(change).answer());
    }
    return outcome(read, done);
  }

  private static RelinkOutcome outcome(Read read, StepChange.Done done) {
    Set<PersonRef> persons = new HashSet<>();
    read.standing().values().forEach(person -> person.ifPresent(persons::add));
    return new RelinkOutcome(
        read.standing().size(),
        persons.size(),
        persons.size() + done.founded() - done.merged(),
        done.moved(),
        done.merged(),
        done.founded(),
        done.overtaken());
  }

  /** The records as they stand, in which version, and their values. */
  private record Read(
      SortedMap<RecordRef, Optional<PersonRef>> standing,
      Map<RecordRef, Integer> versions,
      SortedMap<RecordRef, Profile> profiles) {}

  private Read read() {
    Read read = new Read(new TreeMap<>(), new HashMap<>(), new TreeMap<>());
    List<SealedRecord> page = after(new RecordRef(0));
    while (!page.isEmpty()) {
      Map<RecordRef, Profile> profiles =
          page.parallelStream()
              .map(records::open)
              .collect(
                  Collectors.toMap(
                      record -> record.record(),
                      record -> matcher.profile(record.content().who())));
      for (SealedRecord record : page) {
        read.standing().put(record.record(), Optional.ofNullable(record.person()));
        read.versions().put(record.record(), record.version());
      }
      read.profiles().putAll(profiles);
      page = after(page.getLast().record());
    }
    return read;
  }

  private List<SealedRecord> after(RecordRef record) {
    return transactions.inTransaction(
        session -> records.allAfter(session, record, RECORDS_PER_READ));
  }

  private List<PairFact> facts() {
    return transactions.inTransaction(facts::standing).stream().map(LinkFact::fact).toList();
  }

  private RelinkPlan plan(Read read, List<PairFact> standing) {
    return RelinkPlan.of(read.standing(), partition.of(read.profiles(), standing));
  }

  private static List<List<RelinkPlan.Step>> pages(List<RelinkPlan.Step> steps) {
    List<List<RelinkPlan.Step>> pages = new ArrayList<>();
    List<RelinkPlan.Step> page = new ArrayList<>();
    int size = 0;
    for (RelinkPlan.Step step : steps) {
      page.add(step);
      size += step.records().size();
      if (size >= RECORDS_PER_CHANGE) {
        pages.add(page);
        page = new ArrayList<>();
        size = 0;
      }
    }
    if (!page.isEmpty()) {
      pages.add(page);
    }
    return pages;
  }
}

package io.guiyi.registry.resolve;

import io.guiyi.matching.Decision;
import io.guiyi.matching.MatchPage;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.registry.decision.DecisionRecord;
import io.guiyi.registry.decision.Decisions;
import io.guiyi.registry.review.ReviewCase;
import io.guiyi.registry.review.ReviewCase.Closing;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Numbers.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Where records belong: asks the engine, settles, and gathers the decisions and cases that follow.
 * Records that a newcomer disturbs (those that wait and fit it, those whose number turns out to be
 * its own) are decided about again after it. Lives for one transaction, in one thread.
 */
final class PageDecisions {
  /** So often a record is decided about again in one transaction. */
  private static final int AGAIN_MAX = 3;

  /** So many records are decided about again in one transaction; the others wait for the next. */
  private static final int DISTURBED_MAX = 2_000;

  private final StatelessSession session;
  private final MatchPage matching;
  private final PageRecords records;
  private final PagePersons persons;
  private final PageLinks links;
  private final Decisions kept;
  private final Instant now;
  private final Numbers decisionNumbers;
  private final Numbers caseNumbers;
  private final List<DecisionRecord> decisions = new ArrayList<>();
  private final Map<RecordRef, Decision> latest = new HashMap<>();
  private final Map<RecordRef, Closing> closing = new LinkedHashMap<>();
  private final Map<RecordRef, ReviewCase> opened = new LinkedHashMap<>();
  private final Map<RecordRef, Integer> again = new HashMap<>();
  private final Set<RecordRef> ruled = new HashSet<>();
  private int disturbedLeft = DISTURBED_MAX;
  private DecisionCounts counts = DecisionCounts.NONE;

  PageDecisions(
      StatelessSession session,
      MatchPage matching,
      PageRecords records,
      PagePersons persons,
      PageLinks links,
      Decisions kept,
      Instant now) {
    this.session = session;
    this.matching = matching;
    this.records = records;
    this.persons = persons;
    this.links = links;
    this.kept = kept;
    this.now = now;
    this.decisionNumbers = Numbers.of(session, Sequence.DECISION);
    this.caseNumbers = Numbers.of(session, Sequence.REVIEW_CASE);
  }

  /** Finds the person of a record that was never seen before. */
  void first(MovingRecord record, Profile profile) {
    settle(record, matching.decide(profile, null), false);
    stand(record, profile);
  }

  /**
   * Looks where a record belongs that has another version in force.
   *
   * @param before the profile of the version in force before; empty if it cannot be had
   */
  void next(MovingRecord record, Profile profile, Optional<Profile> before) {
    if (record.person() == null || before.filter(profile::equals).isEmpty()) {
      settle(record, matching.decide(profile, record.ref()), false);
    }
    stand(record, profile);
  }

  /** A record has a version that leaves it where it stands. */
  void confirm(MovingRecord record, Profile profile) {
    stand(record, profile);
  }

  private void stand(MovingRecord record, Profile profile) {
    matching.place(record.member(profile));
    PersonRef person = record.person();
    if (person != null) {
      persons.touch(person, record);
    }
    settleDisturbed();
  }

  /** A steward has said where the record belongs: nothing about it is decided or asked here. */
  void rule(RecordRef record) {
    ruled.add(record);
    opened.remove(record);
  }

  /** Decides about a record as it is placed; its case, if any, gives way. */
  Decision again(MovingRecord record) {
    Decision decision = matching.decide(record.ref());
    settle(record, decision, true);
    return decision;
  }

  /** Decides again about what was disturbed since this was last called. */
  void settleDisturbed() {
    while (disturbedLeft > 0) {
      List<RecordRef> disturbed = matching.disturbed();
      if (disturbed.isEmpty()) {
        return;
      }
      for (MovingRecord record : records.all(disturbed)) {
        if (!ruled.contains(record.ref())
            && again.merge(record.ref(), 1, Integer::sum) <= AGAIN_MAX) {
          disturbedLeft--;
          disturbed(record);
        }
      }
    }
    matching.postpone();
  }

  /** Only what comes out differently is kept: an open case does not change under the hand. */
  private void disturbed(MovingRecord record) {
    Decision decision = matching.decide(record.ref());
    Settlement settlement = Settlement.of(decision, record.person(), links.isAlone(record));
    if (settlement instanceof Settlement.Stay || asksTheSame(record, decision)) {
      return;
    }
    settle(record, decision, true);
  }

  private boolean asksTheSame(MovingRecord record, Decision decision) {
    return decision instanceof Decision.Review(var trigger, var whom, _)
        && before(record.ref()) instanceof Decision.Review(var asked, var about, _)
        && trigger == asked
        && whom.equals(about);
  }

  private @Nullable Decision before(RecordRef record) {
    Decision decision = latest.get(record);
    return decision != null
        ? decision
        : kept.last(session, record).map(DecisionRecord::decision).orElse(null);
  }

  private void settle(MovingRecord record, Decision decision, boolean placed) {
    long number = remember(record, decision);
    LinkGround ground = LinkGround.decided(number);
    switch (Settlement.of(decision, record.person(), links.isAlone(record))) {
      case Settlement.Join(PersonRef person, List<PersonRef> absorbed) -> {
        links.merge(absorbed, person, ground);
        links.link(record, person, ground, placed);
        close(record, Closing.DECIDED_AGAIN);
      }
      case Settlement.Found() -> {
        links.link(record, links.found(), ground, placed);
        close(record, Closing.DECIDED_AGAIN);
      }
      case Settlement.Stay() -> close(record, Closing.DECIDED_AGAIN);
      case Settlement.Wait(ReviewTrigger trigger) -> {
        links.unlink(record, ground, placed);
        ask(record, trigger, number);
      }
      case Settlement.Doubt() -> ask(record, ReviewTrigger.CHANGED_UNDER_LINK, number);
    }
  }

  private long remember(MovingRecord record, Decision decision) {
    DecisionRecord decided =
        new DecisionRecord(
            decisionNumbers.next(), record.ref(), record.head().currentVersion(), decision, now);
    decisions.add(decided);
    latest.put(record.ref(), decision);
    counts = counts.plus(decision);
    return decided.id();
  }

  /** Asks a steward; a question that is open already gives way to the one as it stands now. */
  private void ask(MovingRecord record, ReviewTrigger trigger, long decision) {
    close(record, Closing.SUPERSEDED);
    opened.put(
        record.ref(), ReviewCase.open(caseNumbers.next(), record.ref(), decision, trigger, now));
  }

  /** Closes the case of a record, if it has one. */
  void close(MovingRecord record, Closing why) {
    opened.remove(record.ref());
    if (!record.isFresh()) {
      closing.put(record.ref(), why);
    }
  }

  List<DecisionRecord> decisions() {
    return decisions;
  }

  Map<RecordRef, Closing> closing() {
    return closing;
  }

  Collection<ReviewCase> opened() {
    return opened.values();
  }

  DecisionCounts counts() {
    return counts;
  }
}

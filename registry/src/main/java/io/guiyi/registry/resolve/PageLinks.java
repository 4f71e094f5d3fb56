package io.guiyi.registry.resolve;

import io.guiyi.matching.Decision;
import io.guiyi.matching.MatchPage;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.registry.decision.DecisionRecord;
import io.guiyi.registry.decision.LinkEvent;
import io.guiyi.registry.review.ReviewCase;
import io.guiyi.registry.review.ReviewCase.Closing;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Numbers.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of a page belong: asks the engine, settles, and gathers the decisions, links
 * and cases that follow.
 */
final class PageLinks {
  private final StatelessSession session;
  private final MatchPage matching;
  private final PagePersons persons;
  private final Instant now;
  private final Numbers decisionNumbers;
  private final Numbers linkNumbers;
  private final Numbers personNumbers;
  private final Numbers caseNumbers;
  private final List<DecisionRecord> decisions = new ArrayList<>();
  private final List<LinkEvent> links = new ArrayList<>();
  private final Map<RecordRef, Closing> closing = new LinkedHashMap<>();
  private final Map<RecordRef, ReviewCase> opened = new LinkedHashMap<>();
  private DecisionCounts counts = DecisionCounts.NONE;

  PageLinks(StatelessSession session, MatchPage matching, PagePersons persons, Instant now) {
    this.session = session;
    this.matching = matching;
    this.persons = persons;
    this.now = now;
    this.decisionNumbers = Numbers.of(session, Sequence.DECISION);
    this.linkNumbers = Numbers.of(session, Sequence.LINK_EVENT);
    this.personNumbers = Numbers.of(session, Sequence.PERSON);
    this.caseNumbers = Numbers.of(session, Sequence.REVIEW_CASE);
  }

  /** Finds the person of a record that stands in none yet. */
  void place(MovingRecord record, Profile profile) {
    DecisionRecord decided = decide(record, profile, null);
    apply(Settlement.of(decided.decision(), null, true), record, profile, decided);
  }

  /**
   * Looks whether a linked record still belongs where it stands.
   *
   * @param before the profile of the version in force before; empty if it cannot be had
   */
  void review(MovingRecord record, PersonRef person, Profile profile, Optional<Profile> before) {
    if (before.filter(profile::equals).isEmpty()) {
      DecisionRecord decided = decide(record, profile, record.ref());
      boolean alone = persons.isAlone(session, person, record.ref());
      apply(Settlement.of(decided.decision(), person, alone), record, profile, decided);
    }
    confirm(record, person, profile);
  }

  /** A linked record has a version that leaves it where it stands. */
  void confirm(MovingRecord record, PersonRef person, Profile profile) {
    matching.place(record.member(person, profile));
    persons.touch(person, record);
  }

  private DecisionRecord decide(MovingRecord record, Profile profile, @Nullable RecordRef self) {
    Decision decision = matching.decide(profile, self);
    DecisionRecord decided =
        new DecisionRecord(
            decisionNumbers.next(), record.ref(), record.head().currentVersion(), decision, now);
    decisions.add(decided);
    counts = counts.plus(decision);
    return decided;
  }

  private void apply(
      Settlement settlement, MovingRecord record, Profile profile, DecisionRecord decided) {
    switch (settlement) {
      case Settlement.Join(PersonRef person) -> link(record, person, profile, decided);
      case Settlement.Found() -> {
        PersonRef person = new PersonRef(personNumbers.next());
        persons.found(person);
        link(record, person, profile, decided);
      }
      case Settlement.Stay() -> close(record, Closing.DECIDED_AGAIN);
      case Settlement.Wait(ReviewTrigger trigger) -> ask(record, trigger, decided);
      case Settlement.Doubt() -> ask(record, ReviewTrigger.CHANGED_UNDER_LINK, decided);
    }
  }

  private void link(
      MovingRecord record, PersonRef person, Profile profile, DecisionRecord decided) {
    record.linkTo(person);
    links.add(
        new LinkEvent(
            linkNumbers.next(), record.ref(), person, LinkEvent.Kind.INFERRED, decided.id(), now));
    matching.place(record.member(person, profile));
    persons.touch(person, record);
    close(record, Closing.DECIDED_AGAIN);
  }

  /** Asks a steward; a question that is open already gives way to the one as it stands now. */
  private void ask(MovingRecord record, ReviewTrigger trigger, DecisionRecord decided) {
    close(record, Closing.SUPERSEDED);
    opened.put(
        record.ref(),
        ReviewCase.open(caseNumbers.next(), record.ref(), decided.id(), trigger, now));
  }

  private void close(MovingRecord record, Closing why) {
    opened.remove(record.ref());
    if (!record.isFresh()) {
      closing.put(record.ref(), why);
    }
  }

  List<DecisionRecord> decisions() {
    return decisions;
  }

  List<LinkEvent> links() {
    return links;
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

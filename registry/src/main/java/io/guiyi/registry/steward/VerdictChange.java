package io.guiyi.registry.steward;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.resolve.Identity;
import io.guiyi.registry.resolve.IdentityChange;
import io.guiyi.registry.review.ReviewCase;
import io.guiyi.registry.steward.VerdictOutcome.Refusal;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Numbers.Sequence;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a verdict: checks what was seen, states facts, and moves what must be moved. */
final class VerdictChange implements IdentityChange<Ruled> {
  private final VerdictRooms rooms;
  private final Verdict verdict;
  private final String author;
  private final String reason;
  private final @Nullable String expected;

  /**
   * Prepares.
   *
   * @param expected the token of what was seen; null if nothing is expected, for a preview
   */
  VerdictChange(
      VerdictRooms rooms,
      Verdict verdict,
      String author,
      String reason,
      @Nullable String expected) {
    this.rooms = rooms;
    this.verdict = verdict;
    this.author = author;
    this.reason = reason;
    this.expected = expected;
  }

  @Override
  public PersonChange.Cause cause() {
    return PersonChange.Cause.STEWARD;
  }

  @Override
  public Ruled make(Identity identity) {
    return switch (verdict) {
      case Verdict.SamePerson(String caseId, PersonId person) ->
          same(identity, open(identity, caseId), person(identity, person));
      case Verdict.DifferentPersons(String caseId, List<PersonId> persons) ->
          different(identity, open(identity, caseId), persons);
      case Verdict.Split(PersonId person, SortedSet<Long> leaving) ->
          split(identity, person(identity, person), leaving);
      case Verdict.Merge(PersonId first, PersonId second) ->
          merge(identity, person(identity, first), person(identity, second));
    };
  }

  private ReviewCase open(Identity identity, String caseId) {
    ReviewCase question =
        rooms
            .cases()
            .byPublicId(identity.session(), caseId)
            .orElseThrow(() ->
                VerdictRefused.of(
                    Refusal.UNKNOWN, "there is no case of that name; names look like C-000451"));
    if (question.closedAt() != null) {
      throw VerdictRefused.stale(
          "case %s is closed (%s); look again".formatted(question.publicId(), question.closing()));
    }
    return question;
  }

  private PersonRef person(Identity identity, PersonId id) {
    return rooms
        .persons()
        .living(identity.session(), id)
        .orElseThrow(() -> VerdictRefused.of(Refusal.UNKNOWN, "person %s is not known", id));
  }

  /** How the case stands, with the persons named by hand: whom nobody saw is not decided about. */
  private Seen seen(Identity identity, ReviewCase question, List<PersonRef> named) {
    return rooms.seen().ofCase(identity.session(), question, named);
  }

  private Seen expected(Seen seen) {
    if (expected != null && !expected.equals(seen.token())) {
      throw VerdictRefused.stale(
          "what you looked at has changed since, or did not show a person that you name; nothing"
              + " was done. Look again, or preview the decision, and decide again");
    }
    return seen;
  }

  private Ruled same(Identity identity, ReviewCase question, PersonRef person) {
    RecordRef record = question.record();
    VerdictWork work =
        begin(identity, question, expected(seen(identity, question, List.of(person))));
    Set<RecordRef> others = identity.recordsOf(person);
    boolean own = others.remove(record);
    if (others.isEmpty() && !own) {
      throw VerdictRefused.of(
          Refusal.MEANINGLESS,
          "person %s has no record any more that the record could go with",
          identity.idOf(person));
    }
    PairFacts facts = work.facts(others, Set.of(record));
    facts.always(record, others);
    work.state(facts);
    Set<RecordRef> all = new TreeSet<>(others);
    all.addAll(facts.with(record));
    work.gather(Set.of(person), all);
    return work.finish();
  }

  private Ruled different(Identity identity, ReviewCase question, List<PersonId> named) {
    RecordRef record = question.record();
    List<PersonRef> persons =
        named.isEmpty()
            ? rooms.seen().asked(identity.session(), question)
            : named.stream().map(id -> person(identity, id)).distinct().toList();
    VerdictWork work = begin(identity, question, expected(seen(identity, question, persons)));
    Set<RecordRef> others = new TreeSet<>();
    if (named.isEmpty()) {
      others.addAll(rooms.seen().waitingBeside(identity.session(), question));
    }
    persons.forEach(person -> others.addAll(identity.recordsOf(person)));
    others.remove(record);
    if (others.isEmpty()) {
      throw VerdictRefused.of(
          Refusal.MEANINGLESS,
          "case %s names no other person; name from whom the record differs",
          question.publicId());
    }
    PairFacts facts = work.facts(others, Set.of(record));
    facts.never(Set.of(record), others);
    work.state(facts);
    PersonRef held = identity.personOf(record);
    if (held != null && persons.contains(held) && identity.recordsOf(held).size() > 1) {
      identity.unlink(record, work.ground());
      identity.markSplit(held);
    }
    if (identity.personOf(record) == null) {
      settle(identity, work, record, others);
    }
    return work.finish();
  }

  /** The machine looks again; what it would only ask about these persons is answered already. */
  private static void settle(
      Identity identity, VerdictWork work, RecordRef record, Set<RecordRef> others) {
    Decision decision = identity.decideAgain(record);
    if (identity.personOf(record) != null) {
      return;
    }
    boolean asksMore =
        decision instanceof Decision.Review review
            && review.persons().stream()
                .flatMap(person -> identity.recordsOf(person).stream())
                .anyMatch(candidate -> !others.contains(candidate));
    if (!asksMore) {
      identity.link(record, identity.found(), work.ground());
    }
  }

  private Ruled split(Identity identity, PersonRef person, SortedSet<Long> numbers) {
    VerdictWork work =
        begin(
            identity, null, expected(rooms.seen().ofPersons(identity.session(), List.of(person))));
    SortedSet<RecordRef> staying = identity.recordsOf(person);
    SortedSet<RecordRef> leaving =
        numbers.stream().map(RecordRef::new).collect(Collectors.toCollection(TreeSet::new));
    if (!staying.containsAll(leaving)) {
      throw VerdictRefused.of(
          Refusal.UNKNOWN,
          "not all of records %s stand in person %s",
          numbers,
          identity.idOf(person));
    }
    staying.removeAll(leaving);
    if (leaving.isEmpty() || staying.isEmpty()) {
      throw VerdictRefused.of(
          Refusal.MEANINGLESS,
          "a split needs records on both sides; %d would leave and %d stay",
          leaving.size(),
          staying.size());
    }
    PairFacts facts = work.facts(leaving, staying);
    facts.never(leaving, staying);
    work.state(facts);
    PersonRef other = identity.found();
    SortedSet<RecordRef> moving =
        leaving.first().compareTo(staying.first()) < 0 ? staying : leaving;
    moving.forEach(record -> identity.link(record, other, work.ground()));
    identity.markSplit(person);
    return work.finish();
  }

  private Ruled merge(Identity identity, PersonRef first, PersonRef second) {
    if (first.equals(second)) {
      throw VerdictRefused.of(
          Refusal.MEANINGLESS, "both ids are of one person already; name two persons");
    }
    Seen seen = rooms.seen().ofPersons(identity.session(), List.of(first, second));
    VerdictWork work = begin(identity, null, expected(seen));
    SortedSet<RecordRef> all = identity.recordsOf(first);
    all.addAll(identity.recordsOf(second));
    if (all.isEmpty()) {
      throw VerdictRefused.of(
          Refusal.MEANINGLESS, "neither person has a record; there is nothing to merge");
    }
    PairFacts facts = work.facts(all, Set.of());
    facts.always(all.first(), all);
    work.state(facts);
    work.gather(Set.of(first, second), all);
    return work.finish();
  }

  private VerdictWork begin(Identity identity, @Nullable ReviewCase question, Seen seen) {
    return new VerdictWork(
        rooms,
        identity,
        new VerdictWork.Order(verdict.kind(), question, author, reason, seen, null),
        Numbers.one(identity.session(), Sequence.CASE_DECISION));
  }
}

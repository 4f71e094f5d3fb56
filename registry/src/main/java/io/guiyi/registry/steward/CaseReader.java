package io.guiyi.registry.steward;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.matching.WeighedCandidate;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.person.PersonHead;
import io.guiyi.registry.person.PersonStore;
import io.guiyi.registry.person.Persons;
import io.guiyi.registry.record.RecordHead;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.review.ReviewCase;
import io.guiyi.registry.review.ReviewCases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads cases and persons as stewards see them. */
@Component
class CaseReader {
  private final ReviewCases cases;
  private final CaseDecisions decisions;
  private final SourceRecords records;
  private final PersonStore heads;
  private final Persons persons;
  private final RecordViews views;
  private final SeenReader seen;

  CaseReader(
      ReviewCases cases,
      CaseDecisions decisions,
      SourceRecords records,
      PersonStore heads,
      Persons persons,
      RecordViews views,
      SeenReader seen) {
    this.cases = cases;
    this.decisions = decisions;
    this.records = records;
    this.heads = heads;
    this.persons = persons;
    this.views = views;
    this.seen = seen;
  }

  List<CaseLine> open(
      StatelessSession session,
      @Nullable ReviewTrigger trigger,
      @Nullable String after,
      int limit) {
    long from =
        after == null
            ? 0
            : cases
                .byPublicId(session, after)
                .map(ReviewCase::id)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "there is no case of that name to go on after; names look like C-000451"));
    List<ReviewCase> open = cases.openAfter(session, trigger, from, limit);
    Map<RecordRef, RecordHead> about =
        records.heads(session, open.stream().map(ReviewCase::record).toList());
    return open.stream()
        .map(question ->
            new CaseLine(
                question.publicId(),
                question.trigger(),
                Objects.requireNonNull(about.get(question.record())).source(),
                question.record().number(),
                question.recordedAt()))
        .toList();
  }

  CaseView show(StatelessSession session, ReviewCase question) {
    Decision raising = seen.raising(session, question);
    Set<RecordRef> about = new TreeSet<>(Set.of(question.record()));
    raising.candidates().forEach(candidate -> about.add(candidate.record()));
    Map<RecordRef, RecordView> shown = views.of(session, about);
    List<CandidateView> candidates = new ArrayList<>();
    for (WeighedCandidate candidate : raising.candidates()) {
      candidates.add(candidate(candidate, Objects.requireNonNull(shown.get(candidate.record()))));
    }
    return new CaseView(
        question.publicId(),
        question.trigger(),
        question.recordedAt(),
        question.closedAt(),
        question.closing(),
        Objects.requireNonNull(shown.get(question.record())),
        candidates,
        raising.candidatesSeen(),
        question.decision(),
        raising.modelHash(),
        decisions.about(session, question.id()),
        seen.ofCase(session, question).token());
  }

  private static CandidateView candidate(WeighedCandidate candidate, RecordView record) {
    return new CandidateView(
        record,
        candidate.version(),
        candidate.weight(),
        candidate.cannotLink(),
        candidate.answers().stream()
            .map(answer ->
                new CandidateView.Level(answer.comparison(), answer.level(), answer.counted()))
            .toList());
  }

  /** The records of these numbers that are held, by number. */
  Map<RecordRef, RecordView> records(StatelessSession session, Collection<RecordRef> numbers) {
    return views.of(session, numbers);
  }

  /** Persons with their records; empty if one is not known. */
  Optional<PersonsView> persons(StatelessSession session, List<PersonId> ids) {
    List<PersonRef> numbers = new ArrayList<>();
    for (PersonId id : ids) {
      Optional<PersonRef> living = persons.living(session, id);
      if (living.isEmpty()) {
        return Optional.empty();
      }
      numbers.add(living.get());
    }
    Map<PersonRef, PersonHead> held = heads.heads(session, numbers);
    List<PersonsView.OnePerson> shown =
        numbers.stream().map(person -> person(session, held.get(person))).toList();
    return Optional.of(new PersonsView(shown, seen.ofPersons(session, numbers).token()));
  }

  private PersonsView.OnePerson person(StatelessSession session, @Nullable PersonHead head) {
    PersonHead known = Objects.requireNonNull(head);
    return new PersonsView.OnePerson(
        known.id(),
        known.version(),
        known.standing(),
        views.ofPerson(session, known.person()),
        decisions.standing(session, List.of(known.person()), List.of(), 0));
  }
}

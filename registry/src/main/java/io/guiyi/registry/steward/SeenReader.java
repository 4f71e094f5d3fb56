package io.guiyi.registry.steward;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.WeighedCandidate;
import io.guiyi.registry.decision.DecisionRecord;
import io.guiyi.registry.decision.Decisions;
import io.guiyi.registry.person.PersonStore;
import io.guiyi.registry.record.RecordHead;
import io.guiyi.registry.record.SealedRecord;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.review.ReviewCase;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how everything stands that a case or a verdict is about. */
@Component
class SeenReader {
  private final SourceRecords records;
  private final PersonStore persons;
  private final Decisions decisions;

  SeenReader(SourceRecords records, PersonStore persons, Decisions decisions) {
    this.records = records;
    this.persons = persons;
    this.decisions = decisions;
  }

  /** The decision that raised a case. */
  Decision raising(StatelessSession session, ReviewCase question) {
    return raised(session, question).decision();
  }

  /** Whether the record of a case says something else now than when the case was raised. */
  boolean isOvertaken(StatelessSession session, ReviewCase question) {
    RecordHead head = records.heads(session, Set.of(question.record())).get(question.record());
    return head != null && head.currentVersion() != raised(session, question).recordVersion();
  }

  private DecisionRecord raised(StatelessSession session, ReviewCase question) {
    return decisions
        .one(session, question.decision())
        .orElseThrow(() ->
            new IllegalStateException(
                "case %s names decision %d, which is not kept"
                    .formatted(question.publicId(), question.decision())));
  }

  /** The persons a case asks about, as they stand now, best first. */
  List<PersonRef> asked(StatelessSession session, ReviewCase question) {
    Decision raising = raising(session, question);
    Set<PersonRef> asked = new LinkedHashSet<>();
    if (raising instanceof Decision.Review review) {
      persons.livingOf(session, review.persons()).forEach(asked::add);
    }
    if (asked.isEmpty()) {
      List<RecordRef> compared =
          raising.candidates().stream().map(WeighedCandidate::record).toList();
      var heads = records.heads(session, compared);
      compared.stream()
          .map(heads::get)
          .filter(Objects::nonNull)
          .map(RecordHead::person)
          .filter(Objects::nonNull)
          .forEach(asked::add);
    }
    return List.copyOf(asked);
  }

  /** The records that a case compared with and that wait themselves. */
  List<RecordRef> waitingBeside(StatelessSession session, ReviewCase question) {
    List<RecordRef> compared =
        raising(session, question).candidates().stream().map(WeighedCandidate::record).toList();
    return records.heads(session, compared).values().stream()
        .filter(head -> head.person() == null)
        .map(RecordHead::record)
        .sorted()
        .toList();
  }

  /** How a case stands, with its record, its candidates and their persons. */
  Seen ofCase(StatelessSession session, ReviewCase question) {
    return ofCase(session, question, List.of());
  }

  /** The same, with persons that are {@code named} besides. */
  Seen ofCase(StatelessSession session, ReviewCase question, Collection<PersonRef> named) {
    Set<RecordRef> about = new TreeSet<>();
    about.add(question.record());
    Decision raising = raising(session, question);
    raising.candidates().forEach(candidate -> about.add(candidate.record()));
    Set<PersonRef> whom = new TreeSet<>(asked(session, question));
    whom.addAll(named);
    for (RecordHead head : records.heads(session, about).values()) {
      if (head.person() != null) {
        whom.add(head.person());
      }
    }
    String open = question.closedAt() == null ? "OPEN" : "CLOSED";
    return of(session, question.publicId() + " " + open, about, whom);
  }

  /** How persons stand, with all their records. */
  Seen ofPersons(StatelessSession session, Collection<PersonRef> whom) {
    return of(session, null, Set.of(), whom);
  }

  private Seen of(
      StatelessSession session,
      @Nullable String question,
      Set<RecordRef> about,
      Collection<PersonRef> whom) {
    TreeMap<Long, Seen.OneRecord> all = new TreeMap<>();
    records
        .heads(session, about)
        .values()
        .forEach(head ->
            all.put(
                head.record().number(), seen(head.record(), head.currentVersion(), head.person())));
    for (SealedRecord record : records.ofPersons(session, whom)) {
      all.put(record.record().number(), seen(record.record(), record.version(), record.person()));
    }
    List<Seen.OnePerson> heads =
        persons.heads(session, whom).values().stream()
            .map(head -> new Seen.OnePerson(head.person().number(), head.version()))
            .sorted(Comparator.comparing(Seen.OnePerson::number))
            .toList();
    return new Seen(question, List.copyOf(all.values()), heads);
  }

  private static Seen.OneRecord seen(RecordRef record, int version, @Nullable PersonRef person) {
    return new Seen.OneRecord(
        record.number(), version, person == null ? null : (Long) person.number());
  }
}

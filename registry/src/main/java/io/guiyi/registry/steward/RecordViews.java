package io.guiyi.registry.steward;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.identity.MaskedClaim;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.person.PersonHead;
import io.guiyi.registry.person.PersonStore;
import io.guiyi.registry.record.HeldRecord;
import io.guiyi.registry.record.SealedRecord;
import io.guiyi.registry.record.SourceRecords;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows source records to stewards, masked. */
@Component
class RecordViews {
  private final SourceRecords records;
  private final PersonStore persons;

  RecordViews(SourceRecords records, PersonStore persons) {
    this.records = records;
    this.persons = persons;
  }

  /** The records of these numbers, by number. */
  Map<RecordRef, RecordView> of(StatelessSession session, Collection<RecordRef> numbers) {
    return show(session, records.inForce(session, numbers));
  }

  /** All records of a person, by number. */
  List<RecordView> ofPerson(StatelessSession session, PersonRef person) {
    return List.copyOf(show(session, records.ofPersons(session, List.of(person))).values());
  }

  private Map<RecordRef, RecordView> show(StatelessSession session, List<SealedRecord> sealed) {
    Map<PersonRef, PersonHead> heads =
        persons.heads(
            session,
            sealed.stream()
                .map(SealedRecord::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<RecordRef, RecordView> views = new LinkedHashMap<>();
    for (SealedRecord record : sealed) {
      PersonRef person = record.person();
      PersonHead head = person == null ? null : heads.get(person);
      views.put(record.record(), view(records.open(record), head == null ? null : head.id()));
    }
    return views;
  }

  private static RecordView view(HeldRecord record, @Nullable PersonId person) {
    return new RecordView(
        record.record().number(),
        record.source(),
        record.version(),
        record.changedAt(),
        record.content().presence(),
        person,
        MaskedClaim.values(record.content().who()));
  }
}

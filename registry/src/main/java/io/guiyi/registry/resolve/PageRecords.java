package io.guiyi.registry.resolve;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.SourceKey;
import io.guiyi.registry.record.RecordHead;
import io.guiyi.registry.record.SourceRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The source records that a transaction may move: those whose rows a page brings, and those that
 * follow because persons are merged or split. Lives for one transaction, in one thread.
 */
final class PageRecords {
  private final SourceRecords records;
  private final StatelessSession session;
  private final Map<SourceKey, MovingRecord> byKey = new LinkedHashMap<>();
  private final Map<RecordRef, MovingRecord> byNumber = new LinkedHashMap<>();

  PageRecords(SourceRecords records, StatelessSession session) {
    this.records = records;
    this.session = session;
  }

  /** The record of a row in the page; null if it was never seen. */
  @Nullable MovingRecord of(SourceKey key) {
    return byKey.get(key);
  }

  /** A record that is held and has rows in the page. */
  void held(SourceKey key, RecordHead head) {
    if (!byKey.containsKey(key)) {
      MovingRecord record = MovingRecord.held(head);
      byKey.put(key, record);
      byNumber.put(record.ref(), record);
    }
  }

  /** A record first seen in the page. */
  void fresh(SourceKey key, MovingRecord record) {
    byKey.put(key, record);
    byNumber.put(record.ref(), record);
  }

  /**
   * The records of these numbers, in the order given.
   *
   * @throws IllegalArgumentException if one is not in the register
   */
  List<MovingRecord> all(Collection<RecordRef> numbers) {
    Set<RecordRef> missing =
        numbers.stream().filter(ref -> !byNumber.containsKey(ref)).collect(Collectors.toSet());
    Map<RecordRef, RecordHead> heads = new HashMap<>(records.heads(session, missing));
    heads.forEach((ref, head) -> byNumber.put(ref, MovingRecord.held(head)));
    return numbers.stream().map(this::known).toList();
  }

  /**
   * The record of a number.
   *
   * @throws IllegalArgumentException if it is not in the register
   */
  MovingRecord one(RecordRef number) {
    return all(List.of(number)).getFirst();
  }

  private MovingRecord known(RecordRef number) {
    MovingRecord record = byNumber.get(number);
    if (record == null) {
      throw new IllegalArgumentException(
          "record %d is not in the register".formatted(number.number()));
    }
    return record;
  }

  /** Whether the record still stands in a person in which the register has it. */
  boolean standsIn(RecordRef number, PersonRef person) {
    return Optional.ofNullable(byNumber.get(number))
        .map(record -> person.equals(record.person()))
        .orElse(true);
  }

  /** All that is here. */
  Collection<MovingRecord> all() {
    return byNumber.values();
  }
}

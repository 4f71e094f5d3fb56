package io.guiyi.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All members in memory, by record and by person. Written by one thread. */
final class Members {
  private static final long[] NONE = {};

  private final Map<Long, Known> byRecord = new HashMap<>();
  private final Map<Long, long[]> byPerson = new HashMap<>();

  int size() {
    return byRecord.size();
  }

  @Nullable Known find(long record) {
    return byRecord.get(record);
  }

  Collection<Known> all() {
    return byRecord.values();
  }

  /** The numbers of a person's records, in ascending order. Not to be changed. */
  long[] of(PersonRef person) {
    return byPerson.getOrDefault(person.number(), NONE);
  }

  void put(Known member) {
    long record = member.record().number();
    Known former = byRecord.put(record, member);
    PersonRef before = former == null ? null : former.person();
    PersonRef now = member.person();
    if (now != null && now.equals(before)) {
      return;
    }
    if (before != null) {
      leave(before, record);
    }
    if (now != null) {
      byPerson.merge(now.number(), new long[] {record}, Members::union);
    }
  }

  void remove(long record) {
    Known former = byRecord.remove(record);
    if (former != null && former.person() != null) {
      leave(former.person(), record);
    }
  }

  private void leave(PersonRef person, long record) {
    byPerson.computeIfPresent(
        person.number(), (_, records) -> records.length == 1 ? null : without(records, record));
  }

  private static long[] without(long[] records, long record) {
    return Arrays.stream(records).filter(r -> r != record).toArray();
  }

  private static long[] union(long[] records, long[] one) {
    long[] union = Arrays.copyOf(records, records.length + 1);
    union[records.length] = one[0];
    Arrays.sort(union);
    return union;
  }

  void clear() {
    byRecord.clear();
    byPerson.clear();
  }
}

package io.guiyi.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members as the page at hand sees them. For one thread. */
final class PageMembers {
  private final Members members;
  private final Map<Long, Known> placed = new LinkedHashMap<>();
  private final Set<Long> removed = new LinkedHashSet<>();
  private final Map<Long, Set<Long>> placedIn = new HashMap<>();
  private int size;

  PageMembers(Members members) {
    this.members = members;
    size = members.size();
  }

  int size() {
    return size;
  }

  @Nullable Known find(RecordRef record) {
    return find(record.number());
  }

  private @Nullable Known find(long record) {
    Known here = placed.get(record);
    return here != null || removed.contains(record) ? here : members.find(record);
  }

  void put(Known member) {
    long record = member.record().number();
    if (find(record) == null) {
      size++;
    }
    forget(record);
    removed.remove(record);
    placed.put(record, member);
    PersonRef person = member.person();
    if (person != null) {
      placedIn.computeIfAbsent(person.number(), _ -> new TreeSet<>()).add(record);
    }
  }

  void remove(RecordRef record) {
    if (find(record) != null) {
      size--;
    }
    forget(record.number());
    removed.add(record.number());
  }

  private void forget(long record) {
    Known former = placed.remove(record);
    PersonRef person = former == null ? null : former.person();
    Set<Long> records = person == null ? null : placedIn.get(person.number());
    if (records != null) {
      records.remove(record);
    }
  }

  /** All members of a person, in the order of their numbers. */
  List<Known> of(PersonRef person) {
    Set<Long> records = new TreeSet<>(placedIn.getOrDefault(person.number(), Set.of()));
    for (long record : members.of(person)) {
      if (!placed.containsKey(record) && !removed.contains(record)) {
        records.add(record);
      }
    }
    List<Known> all = new ArrayList<>(records.size());
    for (long record : records) {
      Known member = find(record);
      if (member != null) {
        all.add(member);
      }
    }
    return all;
  }

  /** All members placed. */
  Collection<Known> placed() {
    return placed.values();
  }

  /** The numbers of all records removed. */
  Collection<Long> removed() {
    return removed;
  }
}

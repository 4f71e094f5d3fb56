package io.guiyi.matching;

import io.guiyi.matching.candidates.PageOverlay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All members in memory, by record and by person. Written by one thread. */
final class Members {
  private final Map<Long, Member> byRecord = new HashMap<>();
  private final Map<Long, NavigableSet<Long>> byPerson = new HashMap<>();

  int size() {
    return byRecord.size();
  }

  boolean contains(RecordRef record) {
    return byRecord.containsKey(record.number());
  }

  void put(Member member) {
    remove(member.record());
    byRecord.put(member.record().number(), member);
    PersonRef person = member.person();
    if (person != null) {
      byPerson.computeIfAbsent(person.number(), _ -> new TreeSet<>()).add(member.record().number());
    }
  }

  void remove(RecordRef record) {
    Member former = byRecord.remove(record.number());
    if (former == null) {
      return;
    }
    PersonRef person = former.person();
    NavigableSet<Long> records = person == null ? null : byPerson.get(person.number());
    if (person != null && records != null) {
      records.remove(record.number());
      if (records.isEmpty()) {
        byPerson.remove(person.number());
      }
    }
  }

  void clear() {
    byRecord.clear();
    byPerson.clear();
  }

  /** The member as the page at hand sees it; null if it does not exist there. */
  @Nullable Member find(RecordRef record, PageOverlay page) {
    return page.covers(record) ? page.placed(record) : byRecord.get(record.number());
  }

  /** All members of a person as the page at hand sees them. */
  List<Member> of(PersonRef person, PageOverlay page) {
    List<Member> members = new ArrayList<>();
    for (long record : byPerson.getOrDefault(person.number(), new TreeSet<>())) {
      Member member = byRecord.get(record);
      if (member != null && !page.covers(member.record())) {
        members.add(member);
      }
    }
    members.addAll(page.placedWith(person));
    return members;
  }
}

package io.guiyi.matching.candidates;

import io.guiyi.matching.Member;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.TermKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the page at hand has placed and removed, with postings of its own. For one thread. */
public final class PageOverlay {
  private final TermKey key;
  private final Map<Long, Member> placed = new LinkedHashMap<>();
  private final Set<Long> removed = new LinkedHashSet<>();
  private final Postings postings = new Postings();
  private final Map<Long, long[]> termsOf = new HashMap<>();
  private final Map<PersonRef, Set<Long>> recordsOf = new HashMap<>();

  /** An empty overlay whose terms are made with {@code key}. */
  public PageOverlay(TermKey key) {
    this.key = key;
  }

  /** Adds a member; an earlier version of it is replaced. */
  public void place(Member member) {
    place(member, Terms.stored(member.profile(), key));
  }

  /** Adds a member under its terms; an earlier version of it is replaced. */
  public void place(Member member, RecordTerms terms) {
    place(member, terms.stored());
  }

  private void place(Member member, long[] terms) {
    long record = member.record().number();
    forget(record);
    removed.remove(record);
    placed.put(record, member);
    PersonRef person = member.person();
    if (person != null) {
      recordsOf.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(record);
    }
    termsOf.put(record, terms);
    for (long term : terms) {
      postings.add(term, record);
    }
  }

  /** Hides a record. */
  public void remove(RecordRef record) {
    forget(record.number());
    removed.add(record.number());
  }

  private void forget(long record) {
    Member former = placed.remove(record);
    if (former != null && former.person() != null) {
      recordsOf.getOrDefault(former.person(), new LinkedHashSet<>()).remove(record);
    }
    long[] terms = termsOf.remove(record);
    if (terms != null) {
      for (long term : terms) {
        postings.remove(term, record);
      }
    }
  }

  /** The member as placed on this page; null if it was not. */
  public @Nullable Member placed(RecordRef record) {
    return placed.get(record.number());
  }

  /** True if the page says something about this record, so that the index is out of date there. */
  public boolean covers(RecordRef record) {
    return placed.containsKey(record.number()) || removed.contains(record.number());
  }

  /** The members that this page has placed with a person. */
  public List<Member> placedWith(PersonRef person) {
    List<Member> members = new ArrayList<>();
    for (long record : recordsOf.getOrDefault(person, Set.of())) {
      Member member = placed.get(record);
      if (member != null) {
        members.add(member);
      }
    }
    return members;
  }

  /** All members placed, in the order of placing. */
  public Collection<Member> placed() {
    return List.copyOf(placed.values());
  }

  /** All records removed. */
  public Collection<RecordRef> removed() {
    return removed.stream().map(RecordRef::new).toList();
  }

  /** The terms under which a member of this page is stored; none if it was not placed. */
  long[] terms(RecordRef record) {
    return termsOf.getOrDefault(record.number(), new long[0]);
  }

  Postings postings() {
    return postings;
  }

  /** True if the page says something about this record; see {@link #covers}. */
  boolean hides(long record) {
    return placed.containsKey(record) || removed.contains(record);
  }
}

package io.guiyi.matching.candidates;

import io.guiyi.matching.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the page at hand has placed and removed, with postings of its own. For one thread. */
public final class PageOverlay {
  private static final long[] NONE = {};

  private final Map<Long, long[]> placed = new LinkedHashMap<>();
  private final Set<Long> removed = new LinkedHashSet<>();
  private final Postings postings = new Postings();

  /** All records ever placed or removed here. */
  private final LongSet said = new LongSet();

  private long least = Long.MAX_VALUE;

  /** Adds a record under its terms; an earlier version of it is replaced. */
  public void place(RecordRef record, RecordTerms terms) {
    long number = record.number();
    forget(number);
    removed.remove(number);
    placed.put(number, terms.stored());
    say(number);
    for (long term : terms.stored()) {
      postings.add(term, number);
    }
  }

  /** Hides a record. */
  public void remove(RecordRef record) {
    forget(record.number());
    removed.add(record.number());
    say(record.number());
  }

  private void say(long record) {
    said.add(record);
    least = Math.min(least, record);
  }

  private void forget(long record) {
    long[] terms = placed.remove(record);
    if (terms != null) {
      for (long term : terms) {
        postings.remove(term, record);
      }
    }
  }

  /** All records placed, in the order of placing. */
  public List<RecordRef> placed() {
    return records(placed.keySet());
  }

  /** All records removed. */
  public List<RecordRef> removed() {
    return records(removed);
  }

  private static List<RecordRef> records(Set<Long> numbers) {
    List<RecordRef> records = new ArrayList<>(numbers.size());
    numbers.forEach(number -> records.add(new RecordRef(number)));
    return records;
  }

  /** The terms under which a record of this page is stored; none if it was not placed. */
  long[] terms(RecordRef record) {
    return placed.getOrDefault(record.number(), NONE);
  }

  Postings postings() {
    return postings;
  }

  /** The lowest number of a record that the page says something about. */
  long least() {
    return least;
  }

  /** True if the page says something about this record, so that the index is out of date there. */
  boolean hides(long record) {
    return record >= least && said.contains(record);
  }
}

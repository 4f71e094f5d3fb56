package io.guiyi.matching.candidates;

import java.util.Arrays;

/**
 * Records under terms, in memory: a hash table by open addressing, whose terms lead to chains. For
 * one thread.
 */
final class Postings {
  private static final int NONE = -1;
  private static final int FIRST_ROOM = 1 << 14;

  private long[] terms = new long[FIRST_ROOM];

  /** The first link of each term's chain plus one; 0 where no term lies. */
  private int[] heads = new int[FIRST_ROOM];

  private int used;
  private long[] records = new long[FIRST_ROOM];
  private int[] next = new int[FIRST_ROOM];
  private int size;

  /** Puts a record under a term under which it does not stand. */
  void add(long term, long record) {
    if (2 * used >= terms.length) {
      grow();
    }
    int at = place(term);
    if (heads[at] == 0) {
      terms[at] = term;
      heads[at] = chain(record, NONE) + 1;
      used++;
    } else if (heads[at] == Integer.MIN_VALUE) {
      heads[at] = chain(record, NONE) + 1;
    } else {
      heads[at] = chain(record, heads[at] - 1) + 1;
    }
  }

  private int chain(long record, int following) {
    if (size == records.length) {
      records = Arrays.copyOf(records, 2 * size);
      next = Arrays.copyOf(next, 2 * size);
    }
    records[size] = record;
    next[size] = following;
    return size++;
  }

  /** Takes a record from under a term. */
  void remove(long term, long record) {
    int at = place(term);
    int before = NONE;
    for (int link = first(term); link != NONE; link = next[link]) {
      if (records[link] == record) {
        if (before != NONE) {
          next[before] = next[link];
        } else {
          heads[at] = next[link] == NONE ? Integer.MIN_VALUE : next[link] + 1;
        }
        return;
      }
      before = link;
    }
  }

  /** The first link of a term's chain; negative if there is none. */
  int first(long term) {
    int head = heads[place(term)];
    return head <= 0 ? NONE : head - 1;
  }

  /** The link behind {@code link}; negative if it was the last. */
  int next(int link) {
    return next[link];
  }

  /** The record at a link. */
  long record(int link) {
    return records[link];
  }

  private int place(long term) {
    int mask = terms.length - 1;
    int at = (int) (term ^ term >>> Integer.SIZE) & mask;
    while (heads[at] != 0 && terms[at] != term) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] formerTerms = terms;
    int[] formerHeads = heads;
    terms = new long[2 * formerTerms.length];
    heads = new int[terms.length];
    for (int i = 0; i < formerTerms.length; i++) {
      if (formerHeads[i] != 0) {
        int at = place(formerTerms[i]);
        terms[at] = formerTerms[i];
        heads[at] = formerHeads[i];
      }
    }
  }
}

package io.guiyi.matching.candidates;

import io.guiyi.matching.RecordRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks records up in index and overlay together, by the rules that {@link
 * io.guiyi.matching.block.Blocks} follows in a table: of the same records it proposes the same
 * pairs. For one thread.
 */
public final class CandidateSearch {
  /** The most records that one record is compared with. */
  public static final int MOST_CANDIDATES = 4_096;

  private static final int FIRST_ROOM = 256;
  private static final long NOBODY = 0;

  private final CandidateIndex index;
  private final PageOverlay overlay;
  private final LongSet found = new LongSet();
  private final IndexView.Found all = new IndexView.Found();
  private final IndexView.Found one = new IndexView.Found();
  private final long[] single = new long[1];
  private long[] terms = new long[FIRST_ROOM];
  private long[] block = new long[FIRST_ROOM];

  /** Searches both. */
  public CandidateSearch(CandidateIndex index, PageOverlay overlay) {
    this.index = index;
    this.overlay = overlay;
  }

  /**
   * Who is worth comparing.
   *
   * @param records each once, those under the surest keys first; where they are too many, of the
   *     last key those with the lowest numbers
   * @param underSearched true if a key, or all together, held more than may be compared
   */
  public record Candidates(List<RecordRef> records, boolean underSearched) {
    /** Copies the list. */
    public Candidates {
      records = List.copyOf(records);
    }
  }

  /**
   * Who bears something.
   *
   * @param records each once
   * @param more true if there are others
   */
  public record Bearers(List<RecordRef> records, boolean more) {
    /** Copies the list. */
    public Bearers {
      records = List.copyOf(records);
    }
  }

  /**
   * The candidates for a record.
   *
   * @param record the terms of the record
   * @param self its own number, if it may stand in index or overlay already; it is no candidate
   */
  public Candidates find(RecordTerms record, @Nullable RecordRef self) {
    found.clear();
    long asking = self == null ? NOBODY : self.number();
    RecordTerms.Asked[] asked = record.asked();
    look(asked);
    boolean complete = true;
    for (int i = 0; i < asked.length; i++) {
      int cap = asked[i].cap();
      if (!take(read(asked[i].term(), all, i, asking, cap), cap)) {
        complete &= asked[i].refined().length > 0;
        for (long refined : asked[i].refined()) {
          complete &= take(read(refined, asking, cap), cap);
        }
      }
    }
    List<RecordRef> records = new ArrayList<>(found.size());
    for (int i = 0; i < Math.min(found.size(), MOST_CANDIDATES); i++) {
      records.add(new RecordRef(found.get(i)));
    }
    return new Candidates(records, !complete || found.size() > MOST_CANDIDATES);
  }

  private void look(RecordTerms.Asked[] asked) {
    if (terms.length < asked.length) {
      terms = new long[2 * asked.length];
    }
    for (int i = 0; i < asked.length; i++) {
      terms[i] = asked[i].term();
    }
    all.look(index.view(), terms, asked.length);
  }

  /** Adds those that were read; adds nobody and returns false if they are too many. */
  private boolean take(int count, int cap) {
    if (count == cap) {
      return false;
    }
    if (found.size() + count > MOST_CANDIDATES) {
      // Not all may find room: which do must not hang on how the index lies.
      Arrays.sort(block, 0, count);
    }
    for (int i = 0; i < count; i++) {
      found.add(block[i]);
    }
    return true;
  }

  /**
   * Who bears a valid number, as their rows give it.
   *
   * @param number eighteen characters
   * @param maker makes the number's term
   * @param self passed over; null if nobody is
   * @param most how many to read at most
   */
  public Bearers bearers(String number, TermMaker maker, @Nullable RecordRef self, int most) {
    int count = read(maker.number(number), self == null ? NOBODY : self.number(), most + 1);
    List<RecordRef> records = new ArrayList<>(count);
    for (int i = 0; i < Math.min(count, most); i++) {
      records.add(new RecordRef(block[i]));
    }
    return new Bearers(records, count > most);
  }

  /**
   * How many records bear the term of a comparison that asks how frequent it is.
   *
   * @param comparison its place in the model
   * @param term as the comparison's ladder gives it
   * @param maker makes the term's term
   * @param self not counted; null if all are
   * @param most where counting ends
   */
  public int bearers(
      int comparison, String term, TermMaker maker, @Nullable RecordRef self, int most) {
    long under = maker.rarity(comparison, term);
    return self == null && overlay.least() > index.view().greatest()
        ? count(under, most)
        : read(under, self == null ? NOBODY : self.number(), most);
  }

  /** Counts where neither page nor record hides anything in the index: no record need be known. */
  private int count(long term, int most) {
    int placed = 0;
    for (int link = overlay.postings().first(term);
        link >= 0 && placed < most;
        link = overlay.postings().next(link)) {
      placed++;
    }
    single[0] = term;
    one.look(index.view(), single, 1);
    return placed + one.count(0, most - placed);
  }

  /** Reads who stands under a term into {@link #block}, but the asking record; so many at most. */
  private int read(long term, long asking, int room) {
    single[0] = term;
    one.look(index.view(), single, 1);
    return read(term, one, 0, asking, room);
  }

  private int read(long term, IndexView.Found looked, int place, long asking, int room) {
    if (block.length < room) {
      block = new long[Math.max(room, 2 * block.length)];
    }
    int count = 0;
    Postings placed = overlay.postings();
    for (int link = placed.first(term); link >= 0 && count < room; link = placed.next(link)) {
      if (placed.record(link) != asking) {
        block[count++] = placed.record(link);
      }
    }
    return looked.collect(
        place, record -> record == asking || overlay.hides(record), block, count, room);
  }
}

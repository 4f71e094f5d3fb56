package io.guiyi.matching.candidates;

import io.guiyi.matching.RecordRef;
import io.guiyi.matching.normalize.Profile;
import java.util.ArrayList;
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
  private long[] block = new long[FIRST_ROOM];

  /** Searches both. */
  public CandidateSearch(CandidateIndex index, PageOverlay overlay) {
    this.index = index;
    this.overlay = overlay;
  }

  /**
   * Who is worth comparing.
   *
   * @param records each once, those under the surest keys first
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
   * @param terms the record's
   * @param self its own number, if it may stand in index or overlay already; it is no candidate
   */
  public Candidates find(RecordTerms terms, @Nullable RecordRef self) {
    found.clear();
    long asking = self == null ? NOBODY : self.number();
    boolean complete = true;
    for (RecordTerms.Asked asked : terms.asked()) {
      if (!take(asked.term(), asking, asked.cap())) {
        complete &= asked.refined().length > 0;
        for (long refined : asked.refined()) {
          complete &= take(refined, asking, asked.cap());
        }
      }
    }
    List<RecordRef> records = new ArrayList<>(found.size());
    for (int i = 0; i < Math.min(found.size(), MOST_CANDIDATES); i++) {
      records.add(new RecordRef(found.get(i)));
    }
    return new Candidates(records, !complete || found.size() > MOST_CANDIDATES);
  }

  /** Adds who stands under a term; adds nobody and returns false if those are too many. */
  private boolean take(long term, long asking, int cap) {
    int count = read(term, asking, cap);
    if (count == cap) {
      return false;
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
    return read(maker.rarity(comparison, term), self == null ? NOBODY : self.number(), most);
  }

  /** Reads who stands under a term into {@link #block}, but the asking record; so many at most. */
  private int read(long term, long asking, int room) {
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
    return count == room
        ? count
        : index
            .view()
            .collect(term, record -> record == asking || overlay.hides(record), block, count, room);
  }

  /** The candidates for a profile. */
  public Candidates find(Profile profile) {
    found.clear();
    boolean complete = true;
    for (BlockingKey asked : BlockingKeys.of(profile).asked()) {
      int cap = asked.most() + 1;
      boolean all = take(index.key().term(asked.coarse()), NOBODY, cap);
      if (!all && !asked.fine().isEmpty()) {
        all = take(index.key().term(asked.fine()), NOBODY, cap);
      }
      complete &= all;
    }
    List<RecordRef> records = new ArrayList<>(found.size());
    for (int i = 0; i < Math.min(found.size(), 256); i++) {
      records.add(new RecordRef(found.get(i)));
    }
    return new Candidates(records, !complete || found.size() > 256);
  }
}

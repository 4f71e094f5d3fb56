package io.guiyi.matching.candidates;

import io.guiyi.matching.RecordRef;
import io.guiyi.matching.TermKey;
import io.guiyi.matching.normalize.Profile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks a profile up in index and overlay together. */
public final class CandidateSearch {
  /** The most records that one record is compared with. */
  public static final int MOST_CANDIDATES = 256;

  private final CandidateIndex index;
  private final PageOverlay overlay;

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

  /** The candidates for a profile. */
  public Candidates find(Profile profile) {
    Set<Long> found = new LinkedHashSet<>();
    boolean underSearched = false;
    TermKey key = index.key();
    for (BlockingKey asked : BlockingKeys.of(profile).asked()) {
      boolean complete = collect(key.term(asked.coarse()), asked.most(), found);
      if (!complete && !asked.fine().isEmpty()) {
        complete = collect(key.term(asked.fine()), asked.most(), found);
      }
      underSearched |= !complete;
    }
    List<RecordRef> records = found.stream().limit(MOST_CANDIDATES).map(RecordRef::new).toList();
    return new Candidates(records, underSearched || found.size() > MOST_CANDIDATES);
  }

  /** Adds what stands under a term; adds nothing and returns false if that is too much. */
  private boolean collect(long term, int most, Set<Long> found) {
    long[] indexed = index.view().records(term, most);
    List<Long> placed = overlay.records(term);
    if (indexed.length + placed.size() > most) {
      return false;
    }
    for (long record : indexed) {
      if (!overlay.covers(new RecordRef(record))) {
        found.add(record);
      }
    }
    found.addAll(placed);
    return true;
  }
}

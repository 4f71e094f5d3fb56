package io.guiyi.lab.bench.resolve;

import io.guiyi.lab.bench.resolve.Arrivals.Arrival;
import io.guiyi.lab.bench.resolve.Arrivals.Kind;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.TermKey;
import io.guiyi.matching.candidates.CandidateIndex;
import io.guiyi.matching.candidates.CandidateSearch;
import io.guiyi.matching.candidates.PageOverlay;
import io.guiyi.matching.candidates.RecordTerms;
import io.guiyi.matching.candidates.TermMaker;
import io.guiyi.matching.model.ModelDescription;
import java.nio.file.Path;
import java.util.Arrays;

/** The search for candidates alone. Nothing is decided, so nobody new can be mistaken. */
final class SearchEngine implements MeasuredEngine {
  private static final int REFRESHED_WHILE_LOADING = 50_000;

  private final TermMaker maker;
  private final CandidateIndex index;
  private PageOverlay overlay;
  private CandidateSearch search;
  private int[] residentOf = new int[1 << 16];
  private int records;

  SearchEngine(Path folder, ModelDescription model, TermKey key) {
    maker = new TermMaker(model, key);
    index = CandidateIndex.open(folder, maker);
    overlay = new PageOverlay();
    search = new CandidateSearch(index, overlay);
  }

  private RecordRef named(int resident) {
    if (records == residentOf.length) {
      residentOf = Arrays.copyOf(residentOf, 2 * records);
    }
    residentOf[records++] = resident;
    return new RecordRef(records);
  }

  private RecordTerms terms(Arrival arrival) {
    return maker.of(field -> arrival.values()[field], field -> arrival.values()[field]);
  }

  @Override
  public void load(Arrival arrival) {
    index.add(named(arrival.resident()), terms(arrival));
    if (records % REFRESHED_WHILE_LOADING == 0) {
      index.refresh();
    }
  }

  @Override
  public Answer arrive(Arrival arrival) {
    RecordTerms terms = terms(arrival);
    CandidateSearch.Candidates found = search.find(terms, null);
    RecordRef record = named(arrival.resident());
    overlay.place(record, terms);
    boolean right =
        arrival.kind() == Kind.NEW
            || found.records().stream()
                .anyMatch(ref -> residentOf[(int) ref.number() - 1] == arrival.resident());
    return new Answer(
        right ? Outcome.RIGHT : Outcome.MISSED, found.records().size(), found.underSearched());
  }

  @Override
  public void keep() {
    index.apply(overlay, _ -> false);
    index.commit(records);
    overlay = new PageOverlay();
    search = new CandidateSearch(index, overlay);
  }

  @Override
  public int segments() {
    return index.segments();
  }

  @Override
  public void close() {
    index.close();
  }
}

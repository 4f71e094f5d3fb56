package io.guiyi.matching.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.Invented;
import io.guiyi.matching.RecordRef;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A search of the index")
class CandidateSearchTest {
  private static final int RECORDS = CandidateSearch.MOST_CANDIDATES + 900;
  private static final long SURE = 7;
  private static final long UNSURE = 8;
  private static final RecordTerms BOTH = terms(SURE, UNSURE);

  @TempDir Path folder;

  @Test
  @DisplayName("keeps the same candidates of too many, however the index lies")
  void reproducible() {
    List<RecordRef> kept = find("ascending", LongStream.rangeClosed(1, RECORDS));
    assertThat(kept)
        .hasSize(CandidateSearch.MOST_CANDIDATES)
        .contains(new RecordRef(1), new RecordRef(RECORDS))
        .containsExactlyInAnyOrderElementsOf(
            find("descending", LongStream.rangeClosed(1, RECORDS).map(i -> RECORDS + 1 - i)));
  }

  private List<RecordRef> find(String name, LongStream records) {
    TermMaker maker = new TermMaker(new RandomRecords(1, 10).model(), Invented.key("many"));
    try (CandidateIndex index = CandidateIndex.open(folder.resolve(name), maker)) {
      records.forEach(record ->
          index.add(new RecordRef(record), record > RECORDS - 10 ? terms(SURE) : terms(UNSURE)));
      index.refresh();
      CandidateSearch search = new CandidateSearch(index, new PageOverlay());
      CandidateSearch.Candidates found = search.find(BOTH, null);
      assertThat(found.underSearched()).isTrue();
      return found.records();
    }
  }

  private static RecordTerms terms(long... keys) {
    RecordTerms.Asked[] asked =
        LongStream.of(keys)
            .mapToObj(key -> new RecordTerms.Asked(key, new long[0], 2 * RECORDS))
            .toArray(RecordTerms.Asked[]::new);
    return new RecordTerms(asked, new long[0]);
  }
}

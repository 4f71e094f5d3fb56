package io.guiyi.matching.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.Invented;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.block.Blocks;
import io.guiyi.matching.value.han.HanName;
import io.guiyi.matching.value.han.OwnNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failing seed is replayed by its number, which stands in the test's name. */
@DisplayName("Of the same records, the index proposes the pairs that a table does")
class SameCandidatesTest {
  private static final int RECORDS = 400;

  @TempDir Path folder;

  @ParameterizedTest(
      name = "whether on disk, in several segments, replaced, or on the page, seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void same_candidates(long seed) {
    RandomRecords records = new RandomRecords(seed, RECORDS);
    Blocks blocks = Blocks.of(records.table(), records.model().blocking());
    TermMaker maker = new TermMaker(records.model(), Invented.key("same"));
    try (CandidateIndex index = CandidateIndex.open(folder, maker)) {
      PageOverlay overlay = scattered(records, maker, index, new Random(seed));
      CandidateSearch search = new CandidateSearch(index, overlay);
      int proposed = 0;
      for (int record = 0; record < RECORDS; record++) {
        int asking = record;
        CandidateSearch.Candidates found = search.find(terms(records, maker, record), ref(record));
        Set<Integer> others =
            found.records().stream()
                .map(ref -> (int) ref.number() - 1)
                .filter(other -> !isSameContent(records, asking, other))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).as("of record %d", record).isEqualTo(expected(records, blocks, record));
        assertThat(found.underSearched())
            .as("record %d is under-searched", record)
            .isEqualTo(blocks.isUnderSearched(records.table().unitOf(record)));
        proposed += others.size();
      }
      assertThat(proposed).isPositive();
      assertThat(blocks.underSearched()).isPositive();
    }
  }

  @ParameterizedTest(name = "and it knows who bears a number or a name, seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void bearers(long seed) {
    RandomRecords records = new RandomRecords(seed, RECORDS);
    TermMaker maker = new TermMaker(records.model(), Invented.key("same"));
    Map<String, Set<RecordRef>> ofNumber = new HashMap<>();
    Map<String, Integer> ofName = new HashMap<>();
    for (int record = 0; record < RECORDS; record++) {
      if (records.borne(record).apply(1) instanceof OwnNumber number) {
        RecordRef bearer = ref(record);
        number
            .valid()
            .forEach(
                valid -> ofNumber.computeIfAbsent(valid.text(), _ -> new TreeSet<>()).add(bearer));
      }
      if (records.effective(record).apply(0) instanceof HanName name) {
        ofName.merge(name.form().plain(), 1, Integer::sum);
      }
    }
    try (CandidateIndex index = CandidateIndex.open(folder, maker)) {
      PageOverlay overlay = scattered(records, maker, index, new Random(seed));
      CandidateSearch search = new CandidateSearch(index, overlay);
      ofNumber.forEach((number, bearers) -> {
        RecordRef first = bearers.iterator().next();
        assertThat(search.bearers(number, maker, null, RECORDS).records())
            .containsExactlyInAnyOrderElementsOf(bearers);
        assertThat(search.bearers(number, maker, first, bearers.size()).records())
            .doesNotContain(first)
            .hasSize(bearers.size() - 1);
        assertThat(search.bearers(number, maker, null, bearers.size()).more()).isFalse();
        assertThat(search.bearers(number, maker, null, bearers.size() - 1).more()).isTrue();
      });
      ofName.forEach((name, bearers) -> {
        assertThat(search.bearers(1, name, maker, null, RECORDS)).isEqualTo(bearers);
        assertThat(search.bearers(1, name, maker, null, 2)).isEqualTo(Math.min(2, bearers));
      });
      index.apply(overlay, _ -> true);
      index.refresh();
      CandidateSearch settled = new CandidateSearch(index, new PageOverlay());
      ofName.forEach((name, bearers) ->
          assertThat(settled.bearers(1, name, maker, null, RECORDS)).isEqualTo(bearers));
    }
  }

  /**
   * Most records on disk in several segments, among them former versions under other records' terms
   * and records that were taken out again; the rest on the page, some in place of a record on disk.
   */
  private static PageOverlay scattered(
      RandomRecords records, TermMaker maker, CandidateIndex index, Random random) {
    PageOverlay overlay = new PageOverlay();
    List<Integer> order = new ArrayList<>(IntStream.range(0, RECORDS).boxed().toList());
    Collections.shuffle(order, random);
    for (int record : order) {
      boolean later = random.nextInt(4) == 0;
      if (random.nextInt(3) == 0 || later && random.nextBoolean()) {
        index.add(ref(record), terms(records, maker, random.nextInt(RECORDS)));
        index.refresh();
      }
      if (later) {
        overlay.place(ref(record), terms(records, maker, random.nextInt(RECORDS)));
        overlay.place(ref(record), terms(records, maker, record));
      } else {
        index.put(ref(record), terms(records, maker, record));
      }
      if (random.nextInt(10) == 0) {
        index.refresh();
      }
    }
    for (int gone = RECORDS; gone < RECORDS + 40; gone++) {
      index.add(ref(gone), terms(records, maker, random.nextInt(RECORDS)));
      if (gone % 2 == 0) {
        index.refresh();
        index.remove(ref(gone));
      } else {
        overlay.remove(ref(gone));
      }
    }
    index.refresh();
    return overlay;
  }

  private static RecordTerms terms(RandomRecords records, TermMaker maker, int record) {
    return maker.of(records.effective(record), records.borne(record));
  }

  private static RecordRef ref(int record) {
    return new RecordRef(record + 1L);
  }

  /** Records of one content are one unit of a table and never a pair of it. */
  private static boolean isSameContent(RandomRecords records, int a, int b) {
    return records.table().unitOf(a) == records.table().unitOf(b);
  }

  private static Set<Integer> expected(RandomRecords records, Blocks blocks, int record) {
    int unit = records.table().unitOf(record);
    Set<Integer> others = new TreeSet<>();
    for (int other = 0; other < RECORDS; other++) {
      int unitOfOther = records.table().unitOf(other);
      if (unitOfOther != unit && blocks.meet(unit, unitOfOther)) {
        others.add(other);
      }
    }
    return others;
  }
}

package io.guiyi.matching.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The index's own tables of terms")
class TermTableTest {
  @ParameterizedTest(
      name = "hold what was written, also merged and thinned out, seed {0}, {1} bits")
  @CsvSource({"1, 64", "2, 64", "3, 10", "4, 3", "5, 63", "6, 1"})
  void what_was_written(long seed, int bits) throws IOException {
    Random random = new Random(seed);
    TreeMap<Long, TreeSet<Long>> oracle = new TreeMap<>();
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, CandidateIndex.configuration())) {
        RecordDocument document = new RecordDocument();
        for (long record = 1; record <= 3_000; record++) {
          long[] terms = terms(random, bits);
          writer.addDocument(document.of(record, terms));
          for (long term : terms) {
            oracle.computeIfAbsent(term, _ -> new TreeSet<>()).add(record);
          }
          if (random.nextInt(300) == 0) {
            writer.flush();
          }
          if (random.nextInt(4) == 0) {
            long gone = 1 + random.nextLong(record);
            writer.deleteDocuments(
                new Term(CandidateIndex.RECORD_FIELD, CandidateIndex.bytes(gone)));
            oracle.values().forEach(records -> records.remove(gone));
          }
        }
        writer.commit();
      }
      assertThat(read(directory, oracle)).isEqualTo(oracle);
      assertThat(isSound(directory)).isTrue();
      try (IndexWriter writer = new IndexWriter(directory, CandidateIndex.configuration())) {
        writer.forceMerge(1);
        writer.commit();
      }
      assertThat(read(directory, oracle)).isEqualTo(oracle);
      assertThat(isSound(directory)).isTrue();
    }
  }

  private static long[] terms(Random random, int bits) {
    long[] terms = new long[random.nextInt(12)];
    Arrays.setAll(terms, _ -> random.nextLong() >> Long.SIZE - bits);
    return Arrays.stream(terms).distinct().sorted().toArray();
  }

  /** The same terms, looked up all at once, and a neighbour of each, which mostly is not there. */
  private static TreeMap<Long, TreeSet<Long>> read(
      Directory directory, TreeMap<Long, TreeSet<Long>> oracle) throws IOException {
    List<Long> asked = new ArrayList<>(oracle.keySet());
    oracle.keySet().forEach(term -> asked.add(term + 1));
    long[] terms = asked.stream().mapToLong(Long::longValue).toArray();
    TreeMap<Long, TreeSet<Long>> found = new TreeMap<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexView.Found looked = new IndexView.Found();
      looked.look(IndexView.of(reader, IndexView.EMPTY), terms, terms.length);
      long[] records = new long[4_000];
      for (int i = 0; i < terms.length; i++) {
        int count = looked.collect(i, _ -> false, records, 0, records.length);
        TreeSet<Long> under = new TreeSet<>();
        Arrays.stream(records, 0, count).forEach(under::add);
        assertThat(under).hasSize(count);
        assertThat(looked.count(i, records.length)).isEqualTo(count);
        assertThat(looked.count(i, 2)).isEqualTo(Math.min(2, count));
        if (count > 0 || oracle.containsKey(terms[i])) {
          found.put(terms[i], under);
        }
      }
    }
    return found;
  }

  /** As Lucene's own examination of an index sees it: order, counts, checksums. */
  private static boolean isSound(Directory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
      return check.checkIndex().clean;
    }
  }
}

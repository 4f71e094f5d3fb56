package io.guiyi.matching.candidates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * One state of the index, ready for look-ups: the tables of terms and the record number of every
 * document. Segments that an earlier view has read are taken over from it. For one thread.
 */
final class IndexView {
  /** Sees nothing. */
  static final IndexView EMPTY = new IndexView(List.of());

  private final Segment[] segments;
  private final long greatest;

  private IndexView(List<Segment> segments) {
    this.segments = segments.toArray(Segment[]::new);
    greatest = segments.stream().mapToLong(segment -> segment.greatest).max().orElse(0);
  }

  static IndexView of(DirectoryReader reader, IndexView earlier) throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      if (leaf.terms(CandidateIndex.KEY_FIELD) instanceof TermTable table) {
        IndexReader.CacheKey core = leaf.getCoreCacheHelper().getKey();
        segments.add(earlier.segment(core, table, leaf));
      }
    }
    return new IndexView(segments);
  }

  private Segment segment(IndexReader.CacheKey core, TermTable table, LeafReader leaf)
      throws IOException {
    Bits live = leaf.getLiveDocs();
    for (Segment segment : segments) {
      if (segment.core == core) {
        return new Segment(core, table, live, segment.records, segment.greatest);
      }
    }
    long[] records = new long[leaf.maxDoc()];
    long highest = 0;
    NumericDocValues values = leaf.getNumericDocValues(CandidateIndex.RECORD_FIELD);
    while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      records[values.docID()] = values.longValue();
      highest = Math.max(highest, values.longValue());
    }
    return new Segment(core, table, live, records, highest);
  }

  /** The highest number of a record. */
  long greatest() {
    return greatest;
  }

  /** How many segments there are. */
  int segments() {
    return segments.length;
  }

  /** Which records are to be passed over. */
  @FunctionalInterface
  interface Hidden {
    /** True if what the index says about a record is not to be heard. */
    boolean hides(long record);
  }

  /** Where some terms lead in each segment. Room that is used again and again. */
  static final class Found {
    private IndexView view = EMPTY;
    private int count;
    private int[] leadsTo = new int[0];
    private long[] ranges = new long[0];

    /**
     * Looks terms up. All directories are read before all entries: the reads of one kind do not
     * wait for each other, and memory answers many at a time.
     *
     * @param terms the first {@code count} are looked up
     */
    void look(IndexView in, long[] terms, int count) {
      this.view = in;
      this.count = count;
      if (leadsTo.length < in.segments.length * count) {
        leadsTo = new int[2 * in.segments.length * count];
      }
      if (ranges.length < count) {
        ranges = new long[2 * count];
      }
      try {
        for (int i = 0; i < in.segments.length; i++) {
          in.segments[i].look(terms, count, ranges, leadsTo, i * count);
        }
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    /**
     * Writes the live records under a term, but those that are hidden.
     *
     * @param term its place among those that were looked up
     * @param hidden which to pass over
     * @param records where to write
     * @param from how many are there already
     * @param room no more than so many will be there in the end
     * @return how many are there now
     */
    int collect(int term, Hidden hidden, long[] records, int from, int room) {
      int filled = from;
      try {
        for (int i = 0; i < view.segments.length && filled < room; i++) {
          int leads = leadsTo[i * count + term];
          if (leads != TermTable.ABSENT) {
            filled = view.segments[i].collect(leads, hidden, records, filled, room);
          }
        }
      } catch (IOException e) {
        throw unreadable(e);
      }
      return filled;
    }

    /**
     * Counts the live records under a term, none hidden.
     *
     * @param term its place among those that were looked up
     * @param most where counting ends
     */
    int count(int term, int most) {
      int counted = 0;
      try {
        for (int i = 0; i < view.segments.length && counted < most; i++) {
          int leads = leadsTo[i * count + term];
          if (leads != TermTable.ABSENT) {
            counted += view.segments[i].count(leads, most - counted);
          }
        }
      } catch (IOException e) {
        throw unreadable(e);
      }
      return Math.min(most, counted);
    }
  }

  private static UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("the candidate index cannot be read; rebuild it", e);
  }

  /** One segment of the index. */
  private static final class Segment {
    private final IndexReader.CacheKey core;
    private final TermTable table;
    private final @Nullable Bits live;
    private final long[] records;
    private final long greatest;

    Segment(
        IndexReader.CacheKey core,
        TermTable table,
        @Nullable Bits live,
        long[] records,
        long greatest) {
      this.core = core;
      this.table = table;
      this.live = live;
      this.records = records;
      this.greatest = greatest;
    }

    void look(long[] terms, int count, long[] ranges, int[] leadsTo, int at) throws IOException {
      for (int i = 0; i < count; i++) {
        ranges[i] = table.range(terms[i] ^ Long.MIN_VALUE);
      }
      for (int i = 0; i < count; i++) {
        leadsTo[at + i] = table.find(terms[i] ^ Long.MIN_VALUE, ranges[i]);
      }
    }

    int count(int leadsTo, int most) throws IOException {
      int count = table.count(leadsTo);
      if (live == null) {
        return count;
      }
      int alive = 0;
      for (int place = 0; place < count && alive < most; place++) {
        alive += live.get(table.document(leadsTo, place)) ? 1 : 0;
      }
      return alive;
    }

    int collect(int leadsTo, Hidden hidden, long[] found, int from, int room) throws IOException {
      int filled = from;
      int count = table.count(leadsTo);
      for (int place = 0; place < count && filled < room; place++) {
        int document = table.document(leadsTo, place);
        if (live == null || live.get(document)) {
          long record = records[document];
          if (!hidden.hides(record)) {
            found[filled++] = record;
          }
        }
      }
      return filled;
    }
  }
}

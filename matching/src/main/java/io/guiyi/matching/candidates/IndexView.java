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
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * One state of the index, ready for look-ups: open term dictionaries and the record number of every
 * document. Segments that an earlier view has read are taken over from it. For one thread.
 */
final class IndexView {
  /** Sees nothing. */
  static final IndexView EMPTY = new IndexView(List.of());

  private final List<Segment> segments;
  private final BytesRef sought = new BytesRef(new byte[Long.BYTES]);

  private IndexView(List<Segment> segments) {
    this.segments = segments;
  }

  static IndexView of(DirectoryReader reader, IndexView earlier) throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      Terms terms = leaf.terms(CandidateIndex.KEY_FIELD);
      if (terms != null) {
        IndexReader.CacheKey core = leaf.getCoreCacheHelper().getKey();
        segments.add(
            new Segment(core, terms.iterator(), leaf.getLiveDocs(), earlier.records(core, leaf)));
      }
    }
    return new IndexView(segments);
  }

  private long[] records(IndexReader.CacheKey core, LeafReader leaf) throws IOException {
    for (Segment segment : segments) {
      if (segment.core == core) {
        return segment.records;
      }
    }
    long[] records = new long[leaf.maxDoc()];
    NumericDocValues values = leaf.getNumericDocValues(CandidateIndex.RECORD_FIELD);
    while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      records[values.docID()] = values.longValue();
    }
    return records;
  }

  /** Which records are to be passed over. */
  @FunctionalInterface
  interface Hidden {
    /** True if what the index says about a record is not to be heard. */
    boolean hides(long record);
  }

  /**
   * Writes the live records under a term, but those that are hidden.
   *
   * @param found where to write
   * @param from how many are there already
   * @param room no more than so many will be there in the end
   * @return how many are there now
   */
  int collect(long term, Hidden hidden, long[] found, int from, int room) {
    try {
      int count = from;
      NumericUtils.longToSortableBytes(term, sought.bytes, 0);
      for (Segment segment : segments) {
        count = segment.collect(sought, hidden, found, count, room);
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException("the candidate index cannot be read; rebuild it", e);
    }
  }

  /** One segment of the index. */
  private static final class Segment {
    private final IndexReader.CacheKey core;
    private final TermsEnum terms;
    private final @Nullable Bits live;
    private final long[] records;
    private @Nullable PostingsEnum postings;

    Segment(IndexReader.CacheKey core, TermsEnum terms, @Nullable Bits live, long[] records) {
      this.core = core;
      this.terms = terms;
      this.live = live;
      this.records = records;
    }

    int collect(BytesRef term, Hidden hidden, long[] found, int from, int room) throws IOException {
      int count = from;
      if (count == room || !terms.seekExact(term)) {
        return count;
      }
      PostingsEnum documents = terms.postings(postings, PostingsEnum.NONE);
      postings = documents;
      int document = documents.nextDoc();
      while (document != DocIdSetIterator.NO_MORE_DOCS && count < room) {
        if (live == null || live.get(document)) {
          long record = records[document];
          if (!hidden.hides(record)) {
            found[count++] = record;
          }
        }
        document = documents.nextDoc();
      }
      return count;
    }
  }
}

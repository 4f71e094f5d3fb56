package io.guiyi.matching.candidates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tables of a segment, from memory or from the tables of segments that are merged.
 *
 * @see TermTableFormat
 */
final class TermTableWriter extends FieldsConsumer {
  /** Merging looks that often whether it is still wanted. */
  private static final int CHECKED_EACH = 1 << 16;

  private final SegmentWriteState state;
  private final List<IndexOutput> outputs = new ArrayList<>();
  private final IndexOutput terms;
  private final IndexOutput directory;
  private final IndexOutput postings;
  private final IndexOutput meta;
  private final List<String> fields = new ArrayList<>();
  private final List<TermTable.Layout> layouts = new ArrayList<>();
  private int[] documents = new int[64];
  private int count;

  TermTableWriter(SegmentWriteState state) throws IOException {
    this.state = state;
    boolean done = false;
    try {
      terms = open(TermTableFormat.TERMS);
      directory = open(TermTableFormat.DIRECTORY);
      postings = open(TermTableFormat.POSTINGS);
      meta = open(TermTableFormat.META);
      done = true;
    } finally {
      if (!done) {
        IOUtils.closeWhileHandlingException(outputs);
      }
    }
  }

  private IndexOutput open(String extension) throws IOException {
    String name =
        IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
    IndexOutput output = state.directory.createOutput(name, state.context);
    outputs.add(output);
    CodecUtil.writeIndexHeader(
        output,
        TermTableFormat.NAME,
        TermTableFormat.VERSION,
        state.segmentInfo.getId(),
        state.segmentSuffix);
    return output;
  }

  @Override
  public void write(Fields written, @Nullable NormsProducer norms) throws IOException {
    for (String field : written) {
      Terms found = written.terms(field);
      if (found != null) {
        write(field, found.iterator());
      }
    }
  }

  private void write(String field, TermsEnum walk) throws IOException {
    TermTableEntries table = begin();
    PostingsEnum under = null;
    for (BytesRef term = walk.next(); term != null; term = walk.next()) {
      under = walk.postings(under, PostingsEnum.NONE);
      count = 0;
      int document = under.nextDoc();
      while (document != DocIdSetIterator.NO_MORE_DOCS) {
        take(document);
        document = under.nextDoc();
      }
      table.add(TermTable.order(term), documents, count);
    }
    end(field, table);
  }

  private TermTableEntries begin() throws IOException {
    int header = CodecUtil.indexHeaderLength(TermTableFormat.NAME, state.segmentSuffix);
    return new TermTableEntries(terms, directory, postings, header, state.segmentInfo.maxDoc());
  }

  private void end(String field, TermTableEntries table) throws IOException {
    fields.add(field);
    layouts.add(table.end());
  }

  private void take(int document) {
    if (count == documents.length) {
      documents = Arrays.copyOf(documents, 2 * count);
    }
    documents[count++] = document;
  }

  @Override
  public void merge(MergeState merge, @Nullable NormsProducer norms) throws IOException {
    Set<String> merged = new TreeSet<>();
    for (FieldsProducer producer : merge.fieldsProducers) {
      if (producer != null) {
        producer.forEach(merged::add);
      }
    }
    for (String field : merged) {
      merge(field, merge);
    }
  }

  /** Walks over all tables at once; where the same term comes up in several, oldest first. */
  private void merge(String field, MergeState merge) throws IOException {
    List<TermTableCursor> cursors = new ArrayList<>();
    List<MergeState.DocMap> maps = new ArrayList<>();
    for (int i = 0; i < merge.fieldsProducers.length; i++) {
      FieldsProducer producer = merge.fieldsProducers[i];
      if (producer != null && producer.terms(field) instanceof TermTable table) {
        cursors.add(new TermTableCursor(table));
        maps.add(merge.docMaps[i]);
      }
    }
    long[] heads = new long[cursors.size()];
    boolean[] over = new boolean[cursors.size()];
    for (int i = 0; i < heads.length; i++) {
      advance(i, cursors, heads, over);
    }
    TermTableEntries table = begin();
    for (int done = 0; ; done++) {
      if (done % CHECKED_EACH == 0) {
        merge.checkAborted();
      }
      int least = least(heads, over);
      if (least < 0) {
        break;
      }
      long order = heads[least];
      count = 0;
      for (int i = least; i < heads.length; i++) {
        if (!over[i] && heads[i] == order) {
          takeAll(cursors.get(i), maps.get(i));
          advance(i, cursors, heads, over);
        }
      }
      table.add(order, documents, count);
    }
    end(field, table);
  }

  private static int least(long[] heads, boolean[] over) {
    int least = -1;
    for (int i = 0; i < heads.length; i++) {
      if (!over[i] && (least < 0 || Long.compareUnsigned(heads[i], heads[least]) < 0)) {
        least = i;
      }
    }
    return least;
  }

  private static void advance(
      int place, List<TermTableCursor> cursors, long[] heads, boolean[] over) throws IOException {
    TermTableCursor cursor = cursors.get(place);
    over[place] = !cursor.next();
    heads[place] = over[place] ? 0 : cursor.order();
  }

  private void takeAll(TermTableCursor cursor, MergeState.DocMap map) throws IOException {
    int leadsTo = cursor.leadsTo();
    int all = cursor.table().count(leadsTo);
    for (int i = 0; i < all; i++) {
      int document = map.get(cursor.table().document(leadsTo, i));
      if (document >= 0) {
        take(document);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      meta.writeVInt(fields.size());
      for (int i = 0; i < fields.size(); i++) {
        TermTable.Layout layout = layouts.get(i);
        meta.writeString(fields.get(i));
        meta.writeInt(layout.bits());
        meta.writeInt(layout.size());
        meta.writeInt(layout.docCount());
        meta.writeLong(layout.sumDocFreq());
        meta.writeLong(layout.entriesStart());
        meta.writeLong(layout.directoryStart());
      }
      for (IndexOutput output : outputs) {
        CodecUtil.writeFooter(output);
      }
    } finally {
      IOUtils.close(outputs);
    }
  }
}

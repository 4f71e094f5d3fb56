package io.guiyi.matching.candidates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of a segment.
 *
 * @see TermTableFormat
 */
final class TermTableReader extends FieldsProducer {
  private final List<IndexInput> inputs = new ArrayList<>();
  private final Map<String, TermTable> tables = new TreeMap<>();

  TermTableReader(SegmentReadState state) throws IOException {
    boolean done = false;
    try {
      IndexInput terms = open(state, TermTableFormat.TERMS);
      IndexInput postings = open(state, TermTableFormat.POSTINGS);
      IndexInput directory = open(state, TermTableFormat.DIRECTORY);
      readMeta(state, terms, directory, postings);
      done = true;
    } finally {
      if (!done) {
        IOUtils.closeWhileHandlingException(inputs);
      }
    }
  }

  private IndexInput open(SegmentReadState state, String extension) throws IOException {
    IndexInput input = state.directory.openInput(name(state, extension), state.context);
    inputs.add(input);
    check(state, input);
    CodecUtil.retrieveChecksum(input);
    return input;
  }

  private static String name(SegmentReadState state, String extension) {
    return IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
  }

  private static void check(SegmentReadState state, IndexInput input) throws IOException {
    CodecUtil.checkIndexHeader(
        input,
        TermTableFormat.NAME,
        TermTableFormat.VERSION,
        TermTableFormat.VERSION,
        state.segmentInfo.getId(),
        state.segmentSuffix);
  }

  private void readMeta(
      SegmentReadState state, IndexInput terms, IndexInput directory, IndexInput postings)
      throws IOException {
    try (ChecksumIndexInput meta =
        state.directory.openChecksumInput(name(state, TermTableFormat.META))) {
      check(state, meta);
      for (int left = meta.readVInt(); left > 0; left--) {
        String field = meta.readString();
        TermTable.Layout layout =
            new TermTable.Layout(
                meta.readInt(),
                meta.readInt(),
                meta.readInt(),
                meta.readLong(),
                meta.readLong(),
                meta.readLong());
        tables.put(
            field,
            new TermTable(
                layout,
                terms.randomAccessSlice(layout.entriesStart(), layout.entriesBytes()),
                directory.randomAccessSlice(layout.directoryStart(), layout.directoryBytes()),
                behindHeader(state, postings)));
      }
      CodecUtil.checkFooter(meta);
    }
  }

  private static RandomAccessInput behindHeader(SegmentReadState state, IndexInput postings)
      throws IOException {
    int header = CodecUtil.indexHeaderLength(TermTableFormat.NAME, state.segmentSuffix);
    return postings.randomAccessSlice(
        header, postings.length() - header - CodecUtil.footerLength());
  }

  @Override
  public void checkIntegrity() throws IOException {
    for (IndexInput input : inputs) {
      CodecUtil.checksumEntireFile(input);
    }
  }

  @Override
  public Iterator<String> iterator() {
    return tables.keySet().iterator();
  }

  @Override
  public @Nullable Terms terms(String field) {
    return tables.get(field);
  }

  @Override
  public int size() {
    return tables.size();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(inputs);
  }
}

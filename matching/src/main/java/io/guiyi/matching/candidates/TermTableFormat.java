package io.guiyi.matching.candidates;

import java.io.IOException;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * How the terms of a segment lie on disk. They are evenly spread 64-bit numbers, so that a term's
 * first bits tell where it lies: a look-up reads one place of a directory and the one, two or three
 * entries that it names, where a dictionary of texts walks a trie and unpacks a block. Most terms
 * belong to one document, which stands in the entry itself.
 *
 * <p>Four files a segment, all with Lucene's headers and checksums:
 *
 * <ul>
 *   <li>{@code gtt}: entries in ascending order of their terms, read as unsigned; of each term the
 *       bits that the directory does not tell, rounded up to whole bytes, then four bytes: a
 *       document, or -1 minus a place in {@code gtp}.
 *   <li>{@code gtd}: the directory; for each value of the first bits the number of its first entry,
 *       and one number more for the end.
 *   <li>{@code gtp}: for each term of several documents their number and they, ascending; four
 *       bytes each.
 *   <li>{@code gtm}: for each field how many terms there are and where they lie.
 * </ul>
 *
 * <p>Public because Lucene finds formats by name, as services.
 */
public final class TermTableFormat extends PostingsFormat {
  static final String NAME = "GuiyiTermTable1";
  static final String TERMS = "gtt";
  static final String DIRECTORY = "gtd";
  static final String POSTINGS = "gtp";
  static final String META = "gtm";
  static final int VERSION = 1;

  /** Made by Lucene when it reads a segment. */
  public TermTableFormat() {
    super(NAME);
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return new TermTableWriter(state);
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return new TermTableReader(state);
  }
}

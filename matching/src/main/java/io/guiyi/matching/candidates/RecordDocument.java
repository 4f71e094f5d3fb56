package io.guiyi.matching.candidates;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * A record as Lucene takes it: its number, to be found and to be read, and its terms. One document
 * for all records, filled again for each. For one thread.
 */
final class RecordDocument {
  private final BytesRef number = new BytesRef(new byte[Long.BYTES]);
  private final Field found = new Field(CandidateIndex.RECORD_FIELD, number, type(false));
  private final NumericDocValuesField read =
      new NumericDocValuesField(CandidateIndex.RECORD_FIELD, 0);
  private final TermStream terms = new TermStream();
  private final List<Field> fields =
      List.of(found, read, new Field(CandidateIndex.KEY_FIELD, terms, type(true)));

  /** Hands out terms one by one. */
  private static final class TermStream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final BytesRef bytes = new BytesRef(new byte[Long.BYTES]);
    private long[] terms = new long[0];
    private int next;

    @Override
    public boolean incrementToken() {
      if (next == terms.length) {
        return false;
      }
      clearAttributes();
      NumericUtils.longToSortableBytes(terms[next++], bytes.bytes, 0);
      term.setBytesRef(bytes);
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }

  private static FieldType type(boolean tokenized) {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setTokenized(tokenized);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** The document of a record; good until the next one is asked for. */
  List<Field> of(long record, long[] stored) {
    NumericUtils.longToSortableBytes(record, number.bytes, 0);
    found.setBytesValue(number);
    read.setLongValue(record);
    terms.terms = stored;
    return fields;
  }
}

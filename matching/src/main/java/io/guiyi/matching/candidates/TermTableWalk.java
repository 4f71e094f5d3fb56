package io.guiyi.matching.candidates;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A table as Lucene walks over it when it checks or copies a segment; look-ups do not come here.
 */
final class TermTableWalk extends BaseTermsEnum {
  private final TermTable table;
  private final TermTableCursor cursor;
  private final BytesRef term = new BytesRef(new byte[Long.BYTES]);

  TermTableWalk(TermTable table) {
    this.table = table;
    this.cursor = new TermTableCursor(table);
  }

  @Override
  public @Nullable BytesRef next() throws IOException {
    return cursor.next() ? term() : null;
  }

  @Override
  public SeekStatus seekCeil(BytesRef sought) throws IOException {
    cursor.toBefore(sought.length == Long.BYTES ? TermTable.order(sought) : 0);
    while (cursor.next()) {
      int compared = term().compareTo(sought);
      if (compared >= 0) {
        return compared == 0 ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
      }
    }
    return SeekStatus.END;
  }

  @Override
  public void seekExact(long ord) throws IOException {
    cursor.to((int) ord);
  }

  @Override
  public BytesRef term() throws IOException {
    long order = cursor.order();
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      term.bytes[i] = (byte) order;
      order >>>= Byte.SIZE;
    }
    term.offset = 0;
    term.length = Long.BYTES;
    return term;
  }

  @Override
  public long ord() {
    return cursor.entry();
  }

  @Override
  public int docFreq() throws IOException {
    return table.count(cursor.leadsTo());
  }

  @Override
  public long totalTermFreq() throws IOException {
    return docFreq();
  }

  @Override
  public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
    return new Documents(table, cursor.leadsTo());
  }

  @Override
  public ImpactsEnum impacts(int flags) throws IOException {
    return new SlowImpactsEnum(postings(null, flags));
  }

  /** The documents under one term. */
  private static final class Documents extends PostingsEnum {
    private final TermTable table;
    private final int leadsTo;
    private final int count;
    private int place = -1;
    private int document = -1;

    Documents(TermTable table, int leadsTo) throws IOException {
      this.table = table;
      this.leadsTo = leadsTo;
      this.count = table.count(leadsTo);
    }

    @Override
    public int nextDoc() throws IOException {
      document = ++place < count ? table.document(leadsTo, place) : NO_MORE_DOCS;
      return document;
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public long cost() {
      return count;
    }

    @Override
    public int freq() {
      return 1;
    }

    @Override
    public int nextPosition() {
      return -1;
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
      return null;
    }
  }
}

package io.guiyi.matching.candidates;

import java.io.IOException;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.FixedBitSet;

/**
 * Writes one table, term after term.
 *
 * @see TermTableFormat
 */
final class TermTableEntries {
  /** So many values of the first bits for each document; it has some thirty terms of its own. */
  private static final int DIRECTORY_PER_DOCUMENT = 8;

  private static final int FEWEST_BITS = 4;
  private static final int MOST_BITS = 30;

  private final IndexOutput terms;
  private final IndexOutput directory;
  private final IndexOutput postings;
  private final long postingsStart;
  private final long entriesStart;
  private final long directoryStart;
  private final int bits;
  private final int keyBytes;
  private final byte[] entry;
  private final FixedBitSet met;
  private long first;
  private int size;
  private long sumDocFreq;

  /**
   * Begins a table.
   *
   * @param postingsStart where the postings of the segment begin
   * @param documents how many the segment has
   */
  TermTableEntries(
      IndexOutput terms,
      IndexOutput directory,
      IndexOutput postings,
      long postingsStart,
      int documents)
      throws IOException {
    this.terms = terms;
    this.directory = directory;
    this.postings = postings;
    this.postingsStart = postingsStart;
    entriesStart = terms.getFilePointer();
    long wanted = (long) DIRECTORY_PER_DOCUMENT * documents;
    bits = Math.clamp(Long.SIZE - Long.numberOfLeadingZeros(wanted), FEWEST_BITS, MOST_BITS);
    TermTable.Layout layout = new TermTable.Layout(bits, 0, 0, 0, 0, 0);
    keyBytes = layout.keyBytes();
    entry = new byte[layout.entryBytes()];
    directoryStart = directory.getFilePointer();
    directory.writeInt(0);
    met = new FixedBitSet(documents);
  }

  /** Adds a term behind all others; one without documents is passed over. */
  void add(long order, int[] documents, int count) throws IOException {
    if (count == 0) {
      return;
    }
    long at = order >>> Long.SIZE - bits;
    while (first < at) {
      directory.writeInt(size);
      first++;
    }
    for (int i = 0; i < count; i++) {
      met.set(documents[i]);
    }
    write(order, count == 1 ? documents[0] : list(documents, count));
    size = Math.addExact(size, 1);
    sumDocFreq += count;
  }

  private int list(int[] documents, int count) throws IOException {
    long place = (postings.getFilePointer() - postingsStart) / Integer.BYTES;
    postings.writeInt(count);
    for (int i = 0; i < count; i++) {
      postings.writeInt(documents[i]);
    }
    return -1 - Math.toIntExact(place);
  }

  private void write(long order, int leadsTo) throws IOException {
    for (int i = 0; i < keyBytes; i++) {
      entry[i] = (byte) (order >>> i * Byte.SIZE);
    }
    for (int i = 0; i < Integer.BYTES; i++) {
      entry[keyBytes + i] = (byte) (leadsTo >>> i * Byte.SIZE);
    }
    terms.writeBytes(entry, entry.length);
  }

  /** Ends the table. */
  TermTable.Layout end() throws IOException {
    while (first < 1L << bits) {
      directory.writeInt(size);
      first++;
    }
    return new TermTable.Layout(
        bits, size, met.cardinality(), sumDocFreq, entriesStart, directoryStart);
  }
}

package io.guiyi.matching.candidates;

import java.io.IOException;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of one field in one segment. For one thread.
 *
 * @see TermTableFormat
 */
final class TermTable extends Terms {
  /** Where a term leads that is not there. */
  static final int ABSENT = Integer.MIN_VALUE;

  /** Where things lie. */
  record Layout(
      int bits, int size, int docCount, long sumDocFreq, long entriesStart, long directoryStart) {

    /** Bytes of a term that stand in its entry. */
    int keyBytes() {
      return (Long.SIZE - bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    int entryBytes() {
      return keyBytes() + Integer.BYTES;
    }

    /** The bits of a term that stand in its entry. */
    long keyMask() {
      return -1L >>> bits;
    }

    long entriesBytes() {
      return (long) size * entryBytes();
    }

    long directoryBytes() {
      return ((1L << bits) + 1) * Integer.BYTES;
    }
  }

  private final Layout layout;
  private final RandomAccessInput entries;
  private final RandomAccessInput directory;
  private final RandomAccessInput postings;
  private final int entryBytes;
  private final int keyBytes;
  private final long keyMask;
  private final int shift;

  TermTable(
      Layout layout,
      RandomAccessInput entries,
      RandomAccessInput directory,
      RandomAccessInput postings) {
    this.layout = layout;
    this.entries = entries;
    this.directory = directory;
    this.postings = postings;
    entryBytes = layout.entryBytes();
    keyBytes = layout.keyBytes();
    keyMask = layout.keyMask();
    shift = Long.SIZE - layout.bits();
  }

  /** A term as it is ordered here, from eight bytes whose order is that of the terms. */
  static long order(BytesRef term) {
    long order = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      order = order << Byte.SIZE | term.bytes[term.offset + i] & 0xFF;
    }
    return order;
  }

  /** The entries that a term may stand in: the first one's number below, the end's above. */
  long range(long order) throws IOException {
    return directory.readLong((order >>> shift) * Integer.BYTES);
  }

  /**
   * Where a term leads: a document, or -1 minus a place in the postings, or {@link #ABSENT}.
   *
   * @param range as {@link #range} gave it
   */
  int find(long order, long range) throws IOException {
    long key = order & keyMask;
    long end = (range >>> Integer.SIZE) * entryBytes;
    for (long at = (range & 0xFFFF_FFFFL) * entryBytes; at < end; at += entryBytes) {
      if ((entries.readLong(at) & keyMask) == key) {
        return entries.readInt(at + keyBytes);
      }
    }
    return ABSENT;
  }

  /** The bits of the term of an entry that stand in it. */
  long key(int entry) throws IOException {
    return entries.readLong((long) entry * entryBytes) & keyMask;
  }

  /** Where the term of an entry leads. */
  int leadsTo(int entry) throws IOException {
    return entries.readInt((long) entry * entryBytes + keyBytes);
  }

  /** The number of the first entry behind those of the same first bits. */
  int end(long first) throws IOException {
    return directory.readInt((first + 1) * Integer.BYTES);
  }

  /** How many documents stand under a term that leads here. */
  int count(int leadsTo) throws IOException {
    return leadsTo >= 0 ? 1 : postings.readInt((-1L - leadsTo) * Integer.BYTES);
  }

  /** The document at a place, from 0, under a term that leads here. */
  int document(int leadsTo, int place) throws IOException {
    return leadsTo >= 0 ? leadsTo : postings.readInt((-1L - leadsTo + 1 + place) * Integer.BYTES);
  }

  Layout layout() {
    return layout;
  }

  @Override
  public TermsEnum iterator() {
    return new TermTableWalk(this);
  }

  @Override
  public long size() {
    return layout.size();
  }

  @Override
  public long getSumTotalTermFreq() {
    return layout.sumDocFreq();
  }

  @Override
  public long getSumDocFreq() {
    return layout.sumDocFreq();
  }

  @Override
  public int getDocCount() {
    return layout.docCount();
  }

  @Override
  public boolean hasFreqs() {
    return false;
  }

  @Override
  public boolean hasOffsets() {
    return false;
  }

  @Override
  public boolean hasPositions() {
    return false;
  }

  @Override
  public boolean hasPayloads() {
    return false;
  }
}

package io.guiyi.matching.candidates;

import java.io.IOException;

/** Walks over the entries of a table in their order. For one thread. */
final class TermTableCursor {
  private final TermTable table;
  private final int shift;
  private int entry = -1;
  private long first = -1;
  private int end;

  TermTableCursor(TermTable table) {
    this.table = table;
    this.shift = Long.SIZE - table.layout().bits();
  }

  /** Goes on to the next entry; false if there is none. */
  boolean next() throws IOException {
    entry++;
    while (entry < table.layout().size() && entry >= end) {
      end = table.end(++first);
    }
    return entry < table.layout().size();
  }

  /** Goes before the first entry whose term has the first bits of {@code order}, or would. */
  void toBefore(long order) throws IOException {
    first = order >>> shift;
    entry = (int) table.range(order) - 1;
    end = table.end(first);
  }

  /** Goes to an entry: its first bits are the lowest whose entries end behind it. */
  void to(int number) throws IOException {
    long low = 0;
    long high = (1L << Long.SIZE - shift) - 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (table.end(middle) > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    first = low;
    entry = number;
    end = table.end(first);
  }

  /** The number of the entry. */
  int entry() {
    return entry;
  }

  /** The term of the entry, as it is ordered. */
  long order() throws IOException {
    return first << shift | table.key(entry);
  }

  /** Where the term leads. */
  int leadsTo() throws IOException {
    return table.leadsTo(entry);
  }

  TermTable table() {
    return table;
  }
}

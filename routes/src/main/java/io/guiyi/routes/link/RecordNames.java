package io.guiyi.routes.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What the records of a run are called: source and id. Ids lie as UTF-8, one behind another. */
public final class RecordNames {
  private static final int PREFIX_BYTES = 4;

  private final List<String> sources;
  private byte[] bytes = new byte[1 << 16];
  private int[] ends = new int[1024];
  private int[] sourceOf = new int[1024];
  private int[] places = new int[4096];
  private int size;

  /**
   * No records yet.
   *
   * @param sources in the order of their names' code points
   */
  RecordNames(List<String> sources) {
    this.sources = List.copyOf(sources);
  }

  /** How many records have names. */
  public int size() {
    return size;
  }

  /** The source of a record. */
  public String source(int record) {
    return sources.get(sourceOf[record]);
  }

  /** The id of a record. */
  public String id(int record) {
    int start = start(record);
    return new String(bytes, start, ends[record] - start, StandardCharsets.UTF_8);
  }

  /** The record of that name, or -1. */
  public int find(String source, String id) {
    int at = sources.indexOf(source);
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    return at < 0 ? -1 : places[slot(at, utf8, utf8.length)] - 1;
  }

  /**
   * The record of that name, made if there is none.
   *
   * @param source the place of the source
   * @return its place; equal to the former {@link #size} if it is new
   */
  int place(int source, byte[] id, int length) {
    int slot = slot(source, id, length);
    if (places[slot] != 0) {
      return places[slot] - 1;
    }
    int start = size == 0 ? 0 : ends[size - 1];
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(start + length, Math.multiplyExact(bytes.length, 2)));
    }
    System.arraycopy(id, 0, bytes, start, length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      sourceOf = Arrays.copyOf(sourceOf, 2 * size);
    }
    ends[size] = start + length;
    sourceOf[size] = source;
    places[slot] = ++size;
    if (2 * size > places.length) {
      spread();
    }
    return size - 1;
  }

  private int start(int record) {
    return record == 0 ? 0 : ends[record - 1];
  }

  /** Where the name stands, or the empty slot where it belongs. */
  private int slot(int source, byte[] id, int length) {
    int slot = hash(source, id, 0, length) & places.length - 1;
    while (places[slot] != 0) {
      int record = places[slot] - 1;
      if (sourceOf[record] == source
          && Arrays.equals(bytes, start(record), ends[record], id, 0, length)) {
        return slot;
      }
      slot = slot + 1 & places.length - 1;
    }
    return slot;
  }

  private static int hash(int source, byte[] text, int from, int to) {
    int hash = source;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    hash *= 0x9E3779B1;
    return hash ^ hash >>> 15;
  }

  private void spread() {
    places = new int[2 * places.length];
    for (int record = 0; record < size; record++) {
      int slot = hash(sourceOf[record], bytes, start(record), ends[record]) & places.length - 1;
      while (places[slot] != 0) {
        slot = slot + 1 & places.length - 1;
      }
      places[slot] = record + 1;
    }
  }

  /** All records in the order of their sources and ids by code point. */
  public int[] inOrder() {
    int[] counts = new int[sources.size() + 1];
    for (int record = 0; record < size; record++) {
      counts[sourceOf[record] + 1]++;
    }
    for (int source = 0; source < sources.size(); source++) {
      counts[source + 1] += counts[source];
    }
    long[] records = new long[size];
    int[] next = counts.clone();
    for (int record = 0; record < size; record++) {
      records[next[sourceOf[record]]++] = record;
    }
    for (int source = 0; source < sources.size(); source++) {
      sort(records, counts[source], counts[source + 1], 0);
    }
    int[] order = new int[size];
    Arrays.setAll(order, i -> (int) records[i]);
    return order;
  }

  /**
   * Sorts records that agree in their first {@code depth} bytes: by the next four, then each run of
   * equals by the four behind those.
   */
  private void sort(long[] records, int from, int to, int depth) {
    boolean more = false;
    for (int i = from; i < to; i++) {
      int record = (int) records[i];
      records[i] = next(record, depth) << Integer.SIZE | record;
      more |= ends[record] - start(record) > depth;
    }
    Arrays.sort(records, from, to);
    int start = from;
    for (int end = from + 1; end <= to && more; end++) {
      if (end == to || records[end] >>> Integer.SIZE != records[start] >>> Integer.SIZE) {
        if (end - start > 1) {
          sort(records, start, end, depth + PREFIX_BYTES);
        }
        start = end;
      }
    }
  }

  /** Four bytes of an id, made so that signed order is theirs; what is behind the end is 0. */
  private long next(int record, int depth) {
    int start = start(record) + depth;
    int end = ends[record];
    int next = 0;
    for (int i = start; i < start + PREFIX_BYTES; i++) {
      next = next << Byte.SIZE | (i < end ? bytes[i] & 0xFF : 0);
    }
    return next ^ Integer.MIN_VALUE;
  }
}

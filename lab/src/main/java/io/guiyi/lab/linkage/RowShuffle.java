package io.guiyi.lab.linkage;

import io.guiyi.lab.population.books.Dice;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Brings rows into a random order: each is dealt to one of some heaps on disk by chance, and the
 * heaps are shuffled one after the other in memory. Every order is as likely as any other, and only
 * one heap is in memory at a time.
 */
final class RowShuffle implements AutoCloseable {

  /** Rows that one heap is meant to hold. */
  private static final long ROWS_PER_HEAP = 50_000;

  /** Files that one shuffle keeps open at most. */
  private static final int HEAPS_MAX = 64;

  private final Dice dice;
  private final List<Path> files = new ArrayList<>();
  private final List<DataOutputStream> heaps = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  /** Takes a row. */
  interface Sink {
    void take(TrueRow row) throws IOException;
  }

  /**
   * A shuffle.
   *
   * @param folder where heaps are kept until it is closed; exists
   * @param rowsExpected how many rows are about to come, roughly
   * @param dice decides the order
   */
  RowShuffle(Path folder, long rowsExpected, Dice dice) throws IOException {
    this.dice = dice;
    long heapCount = Math.clamp(rowsExpected / ROWS_PER_HEAP, 1, HEAPS_MAX);
    for (int i = 0; i < heapCount; i++) {
      Path file = Files.createTempFile(folder, "heap", ".rows");
      files.add(file);
      sizes.add(0);
      heaps.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
    }
  }

  void add(TrueRow row) throws IOException {
    int heap = dice.below(heaps.size());
    byte[] bytes = row.packed().getBytes(StandardCharsets.UTF_8);
    heaps.get(heap).writeInt(bytes.length);
    heaps.get(heap).write(bytes);
    sizes.set(heap, sizes.get(heap) + 1);
  }

  /** Hands every row over, in random order; afterwards no row can be added. */
  void drain(Sink sink) throws IOException {
    for (int heap = 0; heap < heaps.size(); heap++) {
      heaps.get(heap).close();
      List<byte[]> rows = read(files.get(heap), sizes.get(heap));
      for (int last = rows.size() - 1; last > 0; last--) {
        Collections.swap(rows, last, dice.below(last + 1));
      }
      for (byte[] row : rows) {
        sink.take(TrueRow.unpacked(new String(row, StandardCharsets.UTF_8)));
      }
    }
  }

  private static List<byte[]> read(Path file, int count) throws IOException {
    List<byte[]> rows = new ArrayList<>(count);
    try (DataInputStream heap =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int i = 0; i < count; i++) {
        rows.add(heap.readNBytes(heap.readInt()));
      }
    }
    return rows;
  }

  /** Takes the heaps away. */
  @Override
  public void close() throws IOException {
    for (int heap = 0; heap < heaps.size(); heap++) {
      heaps.get(heap).close();
      Files.deleteIfExists(files.get(heap));
    }
  }
}

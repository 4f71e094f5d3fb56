package io.guiyi.lab.subscribers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a bureau has applied: a file of sequence numbers, one for each effect, appended and forced
 * to disk before the message is confirmed. An effect that happened twice would stand there twice.
 */
public final class Inbox implements AutoCloseable {
  private final FileChannel file;
  private final BitSet applied = new BitSet();
  private long effects;
  private long twice;
  private int through;

  private Inbox(FileChannel file) {
    this.file = file;
  }

  /**
   * Every effect that an inbox tells of, in order; a number cut off by a kill is none.
   *
   * @param path an inbox that nobody writes now
   */
  public static List<Long> effects(Path path) {
    try {
      ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(path));
      List<Long> effects = new ArrayList<>();
      while (content.remaining() >= Long.BYTES) {
        effects.add(content.getLong());
      }
      return effects;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the inbox " + path, e);
    }
  }

  static Inbox open(Path path) {
    try {
      Inbox inbox =
          new Inbox(
              FileChannel.open(
                  path,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE));
      inbox.replay();
      return inbox;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the inbox " + path, e);
    }
  }

  private void replay() throws IOException {
    // A number cut off by a kill was never confirmed; its message comes again.
    long whole = file.size() - file.size() % Long.BYTES;
    file.truncate(whole);
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(whole));
    while (content.hasRemaining() && file.read(content) >= 0) {
      // read() may return less than asked for
    }
    content.flip();
    while (content.hasRemaining()) {
      note(Math.toIntExact(content.getLong()));
    }
  }

  synchronized boolean has(long sequence) {
    return applied.get(Math.toIntExact(sequence));
  }

  /** Applies these entries and forces them to disk. */
  synchronized void apply(List<Long> sequences) {
    ByteBuffer content = ByteBuffer.allocate(sequences.size() * Long.BYTES);
    sequences.forEach(content::putLong);
    content.flip();
    try {
      while (content.hasRemaining()) {
        file.write(content);
      }
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the inbox", e);
    }
    sequences.forEach(sequence -> note(Math.toIntExact(sequence)));
  }

  private void note(int sequence) {
    effects++;
    if (applied.get(sequence)) {
      twice++;
    }
    applied.set(sequence);
    while (applied.get(through + 1)) {
      through++;
    }
  }

  /** Every entry up to and including this one is applied. */
  synchronized long through() {
    return through;
  }

  /** How many effects there were. */
  synchronized long effects() {
    return effects;
  }

  /** How many effects were repetitions. */
  synchronized long twice() {
    return twice;
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the inbox", e);
    }
  }
}

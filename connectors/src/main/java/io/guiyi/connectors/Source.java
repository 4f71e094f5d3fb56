package io.guiyi.connectors;

import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.util.Optional;

/**
 * One configured stream from one department's system. One pull runs at a time; {@link
 * #canonicalize} and {@link #health} may be called from any thread.
 */
public interface Source extends AutoCloseable {
  /** The name it is configured under. */
  SourceId id();

  /**
   * Opens a pull; nothing is read yet.
   *
   * @param from how far this source has been stored; {@link Watermark#START} for everything
   */
  Pull pull(Watermark from);

  /**
   * Reads a row in our own terms, or says why it cannot be understood. Pure: the same row gives the
   * same answer for ever, and no row makes it throw.
   */
  Canonicalized canonicalize(SourceRecord row);

  /**
   * Tells a row apart once more, to replay one that was held aside. Pure, and throws for no row.
   *
   * @param position where it stood when it was first read
   * @param payload the row as it was kept
   */
  Delivered reread(Position position, RawBytes payload);

  /** Where the department wants to be told what became of its rows, if it does. */
  default Optional<WriteBack> writeBack() {
    return Optional.empty();
  }

  /** How the stream is doing, for status and readiness. */
  SourceHealth health();

  /** Ends waits between retries at once and gives the connections back. */
  @Override
  void close();
}

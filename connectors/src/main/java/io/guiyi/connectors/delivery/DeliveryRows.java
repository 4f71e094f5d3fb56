package io.guiyi.connectors.delivery;

import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.table.TableReader;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;

/** How one source reads its deliveries. */
public interface DeliveryRows {
  /**
   * Opens a data file.
   *
   * @param file its name
   * @param content all of it; not copied
   * @throws SourceUnavailable if the file as a whole cannot be read
   */
  TableReader open(String file, byte[] content) throws SourceUnavailable;

  /**
   * Tells a row apart. Pure, and throws for no row; replay asks the same question.
   *
   * @param payload as {@link io.guiyi.connectors.table.TablePayload} makes it
   */
  Delivered read(Position position, RawBytes payload);

  /** Takes the profile of the source's pages. */
  PageProfiler profiler();
}

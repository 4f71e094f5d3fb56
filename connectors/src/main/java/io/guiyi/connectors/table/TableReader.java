package io.guiyi.connectors.table;

import io.guiyi.connectors.SourceUnavailable;
import java.util.List;
import java.util.Optional;

/** Walks through the rows of one table. For one thread. */
public interface TableReader extends AutoCloseable {
  /** The header: the names of the columns, none blank, none twice. */
  List<String> columns();

  /**
   * The next row.
   *
   * @throws SourceUnavailable if the table as a whole turns out to be broken or too large
   */
  Optional<TableRow> next() throws SourceUnavailable;

  /**
   * Passes over the next row without reading more of it than is needed to find its end.
   *
   * @return false if there was none
   * @throws SourceUnavailable as {@link #next}
   */
  default boolean skip() throws SourceUnavailable {
    return next().isPresent();
  }

  @Override
  void close();
}

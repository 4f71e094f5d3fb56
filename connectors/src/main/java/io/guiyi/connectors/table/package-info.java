/**
 * Tables: delimited files and Excel sheets, strictly read, one row at a time.
 *
 * <p>A {@link io.guiyi.connectors.table.TableReader} walks through {@link
 * io.guiyi.connectors.table.TableRow}s; {@link io.guiyi.connectors.table.DelimitedTable} and {@link
 * io.guiyi.connectors.table.ExcelTable} open one from a file's bytes, within {@link
 * io.guiyi.connectors.table.TableLimits}. What is wrong with the file as a whole is {@link
 * io.guiyi.connectors.SourceUnavailable}; what is wrong with a row is the row's own: it becomes a
 * payload like any other, and reading that payload says why it cannot be understood.
 *
 * <pre>{@code
 * try (TableReader table = DelimitedTable.open(name, bytes, DelimitedFormat.GB18030, limits)) {
 *   for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
 *     RawBytes payload = TablePayload.of(row.get(), tag);       // what is kept
 *     RowFields fields = TablePayload.read(payload);            // or a RowFault
 *   }
 * }
 * }</pre>
 *
 * <p>Strictness: rows are split on raw bytes (no second or later byte of a GB18030 character can be
 * a quote, comma, semicolon, tab or line break), then each is decoded for itself. A byte that does
 * not belong, a private use character that only its sender can read and a U+FFFD put aside their
 * row alone, with their place in the file. A quote that never closes costs one line.
 *
 * <p>How rows in files are delivered, in which order and how it is known that a file is whole, is
 * the business of {@link io.guiyi.connectors.delivery}.
 */
@NullMarked
package io.guiyi.connectors.table;

import org.jspecify.annotations.NullMarked;

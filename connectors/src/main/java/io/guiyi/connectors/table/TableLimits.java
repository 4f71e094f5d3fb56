package io.guiyi.connectors.table;

/**
 * How much one table may hold. A table beyond it is refused as a whole; a row of more than {@value
 * #ROW_BYTES} bytes is only held aside itself.
 *
 * @param bytes of the file, and of an Excel file once it is unpacked; up to 1 GiB
 * @param rows without the header; up to {@value #MAX_ROWS}
 * @param columns up to 500
 */
public record TableLimits(int bytes, int rows, int columns) {
  /** The most rows a table may hold. */
  public static final int MAX_ROWS = 1_000_000;

  /** The longest row: one that fits its payload however it is written. */
  public static final int ROW_BYTES = 16 * 1024;

  private static final int MAX_BYTES = 1024 * 1024 * 1024;

  /** Checks the bounds. */
  public TableLimits {
    within(bytes, MAX_BYTES, "bytes");
    within(rows, MAX_ROWS, "rows");
    within(columns, 500, "columns");
  }

  /** 256 MiB, a million rows, 200 columns. */
  public static TableLimits defaults() {
    return new TableLimits(256 * 1024 * 1024, MAX_ROWS, 200);
  }

  private static void within(int value, int most, String name) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; it must lie in 1 to %d".formatted(name, value, most));
    }
  }
}

package io.guiyi.seal;

/**
 * Where an envelope belongs. It opens there and nowhere else.
 *
 * @param table the table's name: 1 to 63 lower-case letters, digits and underscores, first a letter
 * @param row the row's own opaque key, never a personal value, because messages name it: 1 to 128
 *     printable ASCII characters, no spaces
 * @param sensitivity the class of the values inside
 */
public record EnvelopePlace(String table, String row, SensitivityClass sensitivity) {
  private static final int TABLE_MAX = 63;
  private static final int ROW_MAX = 128;

  /** Checks the two names: neither may hold the line break that separates them in the binding. */
  public EnvelopePlace {
    if (!isTableName(table)) {
      throw new IllegalArgumentException(
          "Table name '"
              + table
              + "' is refused: 1 to "
              + TABLE_MAX
              + " lower-case letters, digits and underscores, first a letter");
    }
    if (row.isEmpty()
        || row.length() > ROW_MAX
        || !row.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "Row key of "
              + row.length()
              + " characters in table "
              + table
              + " is refused: 1 to "
              + ROW_MAX
              + " printable ASCII characters, no spaces");
    }
  }

  private static boolean isTableName(String table) {
    return !table.isEmpty()
        && table.length() <= TABLE_MAX
        && table.charAt(0) >= 'a'
        && table.charAt(0) <= 'z'
        && table
            .chars()
            .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
  }

  /** Table, row and class in words, as messages name the place. */
  @Override
  public String toString() {
    return "table " + table + ", row " + row + ", class " + sensitivity.label();
  }
}

package io.guiyi.routes.link;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.guiyi.matching.column.RawParts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes the fields of one row after another from the parser: the id's bytes, and of the columns
 * that the model names the raw text. The others are counted and passed over.
 */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RowHandler> {
  /** The most bytes of a record's id. */
  static final int LONGEST_ID = 200;

  /** The most characters of a value. */
  static final int LONGEST_VALUE = 10_000;

  private static final int[] NONE = {};

  private final int idColumn;
  private final int[][] slotsOf;
  final RawParts parts;
  byte[] id = new byte[LONGEST_ID];
  int idLength;
  boolean idDamaged;
  int fields;
  int damagedColumn;
  int longColumn;
  long line;

  /**
   * A handler of one file.
   *
   * @param columns the column of each slot, or -1 if the source does not have it; a slot is a part
   *     of a field, all fields one after another
   */
  RowHandler(int idColumn, int[] columns) {
    this.idColumn = idColumn;
    parts = new RawParts(columns.length);
    int most = Arrays.stream(columns).max().orElse(-1);
    slotsOf = new int[most + 1][];
    Arrays.fill(slotsOf, NONE);
    for (int slot = 0; slot < columns.length; slot++) {
      if (columns[slot] >= 0) {
        int[] before = slotsOf[columns[slot]];
        slotsOf[columns[slot]] = Arrays.copyOf(before, before.length + 1);
        slotsOf[columns[slot]][before.length] = slot;
      }
    }
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    fields = 0;
    idLength = 0;
    idDamaged = false;
    damagedColumn = -1;
    longColumn = -1;
    parts.clear();
  }

  @Override
  protected void handleField(int column, char[] buffer, int start, int length, boolean quoted) {
    fields = column + 1;
    if (column == idColumn) {
      takeId(buffer, start, length);
    }
    if (column < slotsOf.length && slotsOf[column].length > 0) {
      takeValue(column, buffer, start, length);
    }
  }

  private void takeValue(int column, char[] buffer, int start, int length) {
    if (length > LONGEST_VALUE) {
      longColumn = column;
      return;
    }
    for (int i = start; i < start + length; i++) {
      if (buffer[i] == Utf8Rows.DAMAGED) {
        damagedColumn = column;
        return;
      }
    }
    parts.put(slotsOf[column], buffer, start, length);
  }

  private void takeId(char[] buffer, int start, int length) {
    idLength = length;
    if (length > LONGEST_ID) {
      return;
    }
    for (int i = 0; i < length; i++) {
      char letter = buffer[start + i];
      if (letter > 0x7F) {
        takeWideId(new String(buffer, start, length));
        return;
      }
      idDamaged |= letter == 0;
      id[i] = (byte) letter;
    }
  }

  private void takeWideId(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    idDamaged = text.indexOf(Utf8Rows.DAMAGED) >= 0 || text.indexOf(0) >= 0;
    idLength = utf8.length;
    if (utf8.length <= LONGEST_ID) {
      System.arraycopy(utf8, 0, id, 0, utf8.length);
    }
  }

  @Override
  protected RowHandler buildRecord() {
    return this;
  }

  /** The id as text; empty if it cannot be told. */
  String idText() {
    return idDamaged || idLength > LONGEST_ID
        ? ""
        : new String(id, 0, idLength, StandardCharsets.UTF_8);
  }
}

package io.guiyi.routes.link;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the fields of one row after another from the parser: the id's bytes, and of the columns
 * that the model names the number of their spelling. The others are counted and passed over.
 */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RowHandler> {
  /** The most bytes of a record's id. */
  static final int LONGEST_ID = 200;

  private static final int[] NONE = {};

  private final int idColumn;
  private final int[][] slotsOf;
  private final Spellings[] spellingsOf;
  final int[] spellings;
  byte[] id = new byte[LONGEST_ID];
  int idLength;
  boolean idDamaged;
  int fields;
  int faultColumn;
  int fault;
  long line;

  /**
   * A handler of one file.
   *
   * @param columns the column of each slot, or -1 if the source does not have it
   * @param pools where each slot's spellings are numbered
   */
  RowHandler(int idColumn, int[] columns, List<Spellings> pools) {
    this.idColumn = idColumn;
    spellings = new int[columns.length];
    spellingsOf = pools.toArray(Spellings[]::new);
    int most = Arrays.stream(columns).max().orElse(-1);
    slotsOf = new int[most + 1][];
    Arrays.fill(slotsOf, NONE);
    for (int slot = 0; slot < columns.length; slot++) {
      if (columns[slot] >= 0) {
        int[] slots = slotsOf[columns[slot]];
        slotsOf[columns[slot]] = Arrays.copyOf(slots, slots.length + 1);
        slotsOf[columns[slot]][slots.length] = slot;
      }
    }
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    fields = 0;
    idLength = 0;
    idDamaged = false;
    fault = 0;
    Arrays.fill(spellings, 0);
  }

  @Override
  protected void handleField(int column, char[] buffer, int start, int length, boolean quoted) {
    fields = column + 1;
    if (column == idColumn) {
      takeId(buffer, start, length);
    }
    if (column < slotsOf.length) {
      for (int slot : slotsOf[column]) {
        int number = spellingsOf[slot].number(buffer, start, length);
        if (number < 0) {
          fault = number;
          faultColumn = column;
        } else {
          spellings[slot] = number;
        }
      }
    }
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

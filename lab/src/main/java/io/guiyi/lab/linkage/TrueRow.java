package io.guiyi.lab.linkage;

import java.util.List;

/**
 * A record before it is numbered, with what only the lab knows about it.
 *
 * @param person the true person
 * @param difficulty what makes the record difficult, joined by {@code +}; {@code plain} if nothing
 *     does
 * @param cells its values without the number, in the order of the columns; empty where it has none
 */
public record TrueRow(String person, String difficulty, List<String> cells) {

  /** Parts values where rows are kept aside; no department writes it. */
  private static final String UNIT_SEPARATOR = "\u001f";

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "row with " + cells.size() + " cells, " + difficulty;
  }

  /** The row as one text. */
  String packed() {
    return person
        + UNIT_SEPARATOR
        + difficulty
        + UNIT_SEPARATOR
        + String.join(UNIT_SEPARATOR, cells);
  }

  /** The row that was packed. */
  static TrueRow unpacked(String text) {
    List<String> parts = List.of(text.split(UNIT_SEPARATOR, -1));
    return new TrueRow(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
  }
}

package io.guiyi.matching.column;

import io.guiyi.matching.model.ModelDescription;
import java.util.ArrayList;
import java.util.List;

/**
 * All records of a run as units and columns. A unit is a content; records with the same content are
 * its members. Units stand in the order of their digests. Immutable once built.
 */
public final class RecordTable {
  private final ModelDescription model;
  private final List<Lexicon<?>> lexicons;
  private final int[][] columns;
  private final int[] unitOfRecord;
  private final int[] members;

  RecordTable(
      ModelDescription model,
      List<Lexicon<?>> lexicons,
      int[][] columns,
      int[] unitOfRecord,
      int[] members) {
    this.model = model;
    this.lexicons = List.copyOf(lexicons);
    this.columns = columns;
    this.unitOfRecord = unitOfRecord;
    this.members = members;
  }

  /** The same records with other values of one field. */
  RecordTable with(int field, Lexicon<?> lexicon, int[] column) {
    List<Lexicon<?>> changedLexicons = new ArrayList<>(lexicons);
    changedLexicons.set(field, lexicon);
    int[][] changedColumns = columns.clone();
    changedColumns[field] = column;
    return new RecordTable(model, changedLexicons, changedColumns, unitOfRecord, members);
  }

  /** By which model the columns were read. */
  public ModelDescription model() {
    return model;
  }

  /** How many records there are. */
  public int records() {
    return unitOfRecord.length;
  }

  /** How many different contents. */
  public int units() {
    return members.length;
  }

  /** How many records have the content of a unit. */
  public int members(int unit) {
    return members[unit];
  }

  /** The unit of a record, by the place at which the record was added. */
  public int unitOf(int record) {
    return unitOfRecord[record];
  }

  /** The place of a field in the model. */
  public int field(String name) {
    for (int i = 0; i < model.fields().size(); i++) {
      if (model.fields().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("model " + model.name() + " has no field " + name);
  }

  /** The values of a field. */
  public Lexicon<?> lexicon(int field) {
    return lexicons.get(field);
  }

  /** The number of each unit's value of a field. Not to be changed. */
  public int[] column(int field) {
    return columns[field];
  }
}

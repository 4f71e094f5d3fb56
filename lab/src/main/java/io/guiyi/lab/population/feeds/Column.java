package io.guiyi.lab.population.feeds;

/** A column of a sheet: one of the constants of an enumeration, in the order of the sheet. */
public interface Column {

  /** What stands above the column. */
  String title();
}

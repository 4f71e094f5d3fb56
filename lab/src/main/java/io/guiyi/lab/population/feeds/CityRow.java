package io.guiyi.lab.population.feeds;

/** A row as one of the departments delivers it. */
public sealed interface CityRow
    permits PoliceRow, LabourRow, EducationRow, HealthFile, UnionRow, VillageRow {

  /** The department's key. */
  String key();
}

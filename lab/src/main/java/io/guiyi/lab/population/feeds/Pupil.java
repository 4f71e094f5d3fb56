package io.guiyi.lab.population.feeds;

import java.util.List;
import java.util.Objects;

/**
 * A pupil as a school has written her down, before any file is made.
 *
 * @param fields her row
 * @param labels what went wrong
 * @param rightNumber the ID number that belongs in the student number, empty if the right one is
 *     there or none
 */
record Pupil(Fields<EducationColumn> fields, List<String> labels, String rightNumber) {

  String key() {
    return Objects.requireNonNull(fields.get(EducationColumn.XJH));
  }

  /** The row with the right numbers. */
  EducationRow corrected(EducationRow row) {
    return row.with(EducationColumn.XJH, "G" + rightNumber)
        .with(EducationColumn.SFZJH, rightNumber);
  }

  /** Nothing of the pupil. */
  @Override
  public String toString() {
    return "pupil " + labels;
  }
}

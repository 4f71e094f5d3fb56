package io.guiyi.lab.population.feeds;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One transmission of the labour department: a version of a record.
 *
 * @param fields its columns; the key and the time stamp are never null
 */
public record LabourRow(Fields<LabourColumn> fields) implements CityRow {

  /** The key, ywlsh. */
  @Override
  public String key() {
    return Objects.requireNonNull(fields.get(LabourColumn.YWLSH));
  }

  /** The time stamp as it is written, {@code yyyy-MM-dd HH:mm:ss}. */
  public String stamped() {
    return Objects.requireNonNull(fields.get(LabourColumn.AAE418));
  }

  /** The same row with one column changed. */
  public LabourRow with(LabourColumn column, @Nullable String value) {
    return new LabourRow(fields.with(column, value));
  }
}

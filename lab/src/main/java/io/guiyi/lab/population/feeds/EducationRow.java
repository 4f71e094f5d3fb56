package io.guiyi.lab.population.feeds;

import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pupil's row in one file of the education department.
 *
 * @param delivery number of the file it stands in
 * @param fields its columns; the key is never null
 * @param scrap the line that stands there instead when the row is broken, with its end; or null
 * @param spoilt whether one of its bytes is no character
 */
public record EducationRow(
    int delivery, Fields<EducationColumn> fields, @Nullable String scrap, boolean spoilt)
    implements CityRow {

  /** How the files are written. */
  public static final Charset CHARSET = Charset.forName("GB18030");

  /** The key, XJH. */
  @Override
  public String key() {
    return Objects.requireNonNull(fields.get(EducationColumn.XJH));
  }

  /** The same row with one column changed. */
  public EducationRow with(EducationColumn column, @Nullable String value) {
    return new EducationRow(delivery, fields.with(column, value), scrap, spoilt);
  }

  /** The same row in another file. */
  public EducationRow in(int otherDelivery) {
    return new EducationRow(otherDelivery, fields, scrap, spoilt);
  }

  /** The line of titles. */
  public static byte[] header() {
    return SheetLine.header(EducationColumn.class).getBytes(CHARSET);
  }

  /** The row as it stands in the file, with its line end. */
  public byte[] line() {
    String line = scrap == null ? SheetLine.row(EducationColumn.class, fields) : scrap;
    return spoilt ? SheetLine.spoilt(line, CHARSET) : line.getBytes(CHARSET);
  }
}

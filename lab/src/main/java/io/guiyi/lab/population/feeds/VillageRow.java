package io.guiyi.lab.population.feeds;

import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person's row in one half-month list of a village or dormitory.
 *
 * @param delivery number of the file it stands in
 * @param fields its columns; the parts of the key are never null
 * @param scrap the line that stands there instead when the row is broken, with its end; or null
 * @param spoilt whether one of its bytes is no character
 */
public record VillageRow(
    int delivery, Fields<VillageColumn> fields, @Nullable String scrap, boolean spoilt)
    implements CityRow {

  /** How the files are written. */
  public static final Charset CHARSET = Charset.forName("GB18030");

  /** The key: code of the village, hyphen, serial. */
  @Override
  public String key() {
    return Objects.requireNonNull(fields.get(VillageColumn.VILLAGE))
        + "-"
        + Objects.requireNonNull(fields.get(VillageColumn.SERIAL));
  }

  /** The same row with one column changed. */
  public VillageRow with(VillageColumn column, @Nullable String value) {
    return new VillageRow(delivery, fields.with(column, value), scrap, spoilt);
  }

  /** The same row in another file. */
  public VillageRow in(int otherDelivery) {
    return new VillageRow(otherDelivery, fields, scrap, spoilt);
  }

  /** The line of titles. */
  public static byte[] header() {
    return SheetLine.header(VillageColumn.class).getBytes(CHARSET);
  }

  /** The row as it stands in the file, with its line end. */
  public byte[] line() {
    String line = scrap == null ? SheetLine.row(VillageColumn.class, fields) : scrap;
    return spoilt ? SheetLine.spoilt(line, CHARSET) : line.getBytes(CHARSET);
  }
}

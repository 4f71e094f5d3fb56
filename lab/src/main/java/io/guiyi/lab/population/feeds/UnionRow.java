package io.guiyi.lab.population.feeds;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member's row in one monthly list of the trade union.
 *
 * @param delivery number of the list it stands in
 * @param fields its columns; the key is never null
 * @param bornAsDate whether the birth date is a date of the spreadsheet and not text; only where it
 *     is a date
 */
public record UnionRow(int delivery, Fields<UnionColumn> fields, boolean bornAsDate)
    implements CityRow {

  /** The key, the membership number. */
  @Override
  public String key() {
    return Objects.requireNonNull(fields.get(UnionColumn.MEMBER_NUMBER));
  }

  /** The same row with one column changed. */
  public UnionRow with(UnionColumn column, @Nullable String value) {
    return new UnionRow(delivery, fields.with(column, value), bornAsDate);
  }

  /** The same row in another list. */
  public UnionRow in(int otherDelivery) {
    return new UnionRow(otherDelivery, fields, bornAsDate);
  }
}

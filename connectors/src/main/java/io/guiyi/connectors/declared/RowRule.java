package io.guiyi.connectors.declared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a source are told apart.
 *
 * @param key what names a row for ever
 * @param version which of two versions of a row is newer
 * @param withdrawal how a row says that the source no longer stands by it; null if none ever does
 */
public record RowRule(TextFrom.Columns key, VersionFrom version, @Nullable Withdrawal withdrawal) {

  /** Which of two versions of a row is newer. */
  public sealed interface VersionFrom {
    /** The delivery that brought it: its time, then its number. */
    record OfDelivery() implements VersionFrom {}

    /**
     * A column with the time of the last change.
     *
     * @param changed the column and how it is written
     * @param sequence a column with a running number, for versions of one time; null for the number
     *     of the delivery, or none
     */
    record OfColumn(DateFrom changed, @Nullable String sequence) implements VersionFrom {}
  }

  /**
   * How a row says that the source no longer stands by it.
   *
   * @param column which column says so
   * @param codes by which codes; every other means that it stands
   */
  public record Withdrawal(String column, Set<String> codes) {
    /** Copies the set. */
    public Withdrawal {
      codes = Set.copyOf(codes);
    }
  }
}

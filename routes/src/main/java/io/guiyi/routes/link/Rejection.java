package io.guiyi.routes.link;

import java.util.Comparator;

/**
 * A row that could not be read.
 *
 * @param source of which source
 * @param line at which line of its file it begins
 * @param recordId the id column's text; empty if that could not be read
 * @param field the column at fault; empty if the row as a whole is
 * @param reason what is wrong
 * @param remedy what to do about it
 */
public record Rejection(
    String source, long line, String recordId, String field, String reason, String remedy) {
  /** By source and line. */
  static final Comparator<Rejection> IN_ORDER =
      Comparator.comparing(Rejection::source, CodePointOrder.TEXTS)
          .thenComparingLong(Rejection::line)
          .thenComparing(Rejection::recordId, CodePointOrder.TEXTS)
          .thenComparing(Rejection::field, CodePointOrder.TEXTS);

  @Override
  public String toString() {
    return "Rejection[%s:%d, %s]".formatted(source, line, reason);
  }
}

package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.registry.intake.HeldRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows held aside.
 *
 * @param rows one by one, oldest first
 * @param next hand it in as {@code after} to go on; left out if this is the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantineAnswer(List<Row> rows, @Nullable Long next) {
  /**
   * One row.
   *
   * @param id its number
   * @param source whose
   * @param position where it stood
   * @param reason why it is held
   * @param field the source's own name of the field at fault; empty if the whole row is
   * @param detail value (masked), bound and remedy
   * @param since since when it is held
   */
  record Row(
      long id,
      String source,
      String position,
      String reason,
      String field,
      String detail,
      Instant since) {}

  static QuarantineAnswer of(List<HeldRow> rows, int limit) {
    return new QuarantineAnswer(
        rows.stream().map(QuarantineAnswer::row).toList(),
        rows.size() < limit ? null : rows.getLast().id());
  }

  private static Row row(HeldRow held) {
    return new Row(
        held.id(),
        held.source().name(),
        held.position().text(),
        held.reason().name(),
        held.field(),
        held.detail(),
        held.recordedAt());
  }
}

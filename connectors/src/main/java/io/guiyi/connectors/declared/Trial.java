package io.guiyi.connectors.declared;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.Shape;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.table.TablePayload;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Delivered;
import io.guiyi.records.Mask;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.MaskedClaim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first rows of a source as its declaration reads them, for somebody who wants to see whether
 * it is right before anything is stored. Everything is masked.
 *
 * @param position where the row stood
 * @param columns each agreed column that is not empty, as read
 * @param outcome what became of the row
 */
public record Trial(String position, Map<String, String> columns, Outcome outcome) {

  /** What became of a row. */
  public sealed interface Outcome {
    /**
     * It was understood.
     *
     * @param key what names it
     * @param withdrawn whether the source no longer stands by it
     * @param person whom it is about
     * @param statements what it states
     */
    record Mapped(
        String key,
        boolean withdrawn,
        Map<String, String> person,
        List<Map<String, String>> statements)
        implements Outcome {}

    /**
     * It would be held aside.
     *
     * @param reason why
     * @param column which column is at fault; empty for the row as a whole
     * @param detail value (its shape), bound and remedy
     */
    record Refused(String reason, String column, String detail) implements Outcome {}
  }

  /** Reads one row. */
  public static Trial of(Declaration declaration, Source source, Delivered row) {
    return switch (row) {
      case SourceRecord known ->
          switch (source.canonicalize(known)) {
            case CanonicalRecord record ->
                new Trial(
                    known.position().text(),
                    columns(declaration, known.payload()),
                    new Outcome.Mapped(
                        Mask.document(known.key().key()),
                        known.isWithdrawn(),
                        MaskedClaim.values(record.who()),
                        record.what().stream().map(Masked::statement).toList()));
            case Quarantined aside -> refused(declaration, aside);
          };
      case Quarantined aside -> refused(declaration, aside);
    };
  }

  private static Trial refused(Declaration declaration, Quarantined aside) {
    return new Trial(
        aside.position().text(),
        columns(declaration, aside.payload()),
        new Outcome.Refused(aside.reason().name(), aside.field(), aside.detail()));
  }

  private static Map<String, String> columns(Declaration declaration, RawBytes payload) {
    Map<String, String> shown = new LinkedHashMap<>();
    try {
      RowFields row = TablePayload.read(payload);
      DeclaredColumns.showings(declaration)
          .forEach((column, showing) -> {
            String value = value(row, column);
            if (!value.isEmpty()) {
              shown.put(column, shown(declaration, column, value, showing));
            }
          });
    } catch (RowFault fault) {
      // A row that cannot be told apart has no columns to show; why not is its outcome.
    }
    return shown;
  }

  private static String value(RowFields row, String column) {
    try {
      return row.textOrEmpty(column, Integer.MAX_VALUE);
    } catch (RowFault fault) {
      return "";
    }
  }

  private static String shown(
      Declaration declaration, String column, String value, DeclaredColumns.Showing showing) {
    return switch (showing) {
      case NAME -> Mask.name(value);
      case DOCUMENT -> Mask.document(value);
      case PHONE -> Mask.phone(value);
      case CODE ->
          DeclaredColumns.codes(declaration).getOrDefault(column, Set.of()).contains(value)
              ? value
              : Shape.of(value);
      case SHAPE -> Shape.of(value);
    };
  }
}

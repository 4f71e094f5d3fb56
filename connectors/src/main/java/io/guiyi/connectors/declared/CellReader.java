package io.guiyi.connectors.declared;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.Shape;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.identity.PartialDate;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row as a declaration says. An absent mapping reads as an empty cell. */
final class CellReader {
  private static final int LONGEST_CODE = 120;
  private static final int LONGEST_DATE = 40;

  private final RowFields row;

  CellReader(RowFields row) {
    this.row = row;
  }

  RowFields row() {
    return row;
  }

  Optional<String> text(@Nullable TextFrom from, int most) throws RowFault {
    if (from == null) {
      return Optional.empty();
    }
    return switch (from) {
      case TextFrom.Words(String words) -> Optional.of(words);
      case TextFrom.Columns columns -> joined(columns, most);
    };
  }

  private Optional<String> joined(TextFrom.Columns columns, int most) throws RowFault {
    StringBuilder text = new StringBuilder();
    for (String column : columns.names()) {
      Optional<String> part = row.text(column, most);
      if (part.isPresent()) {
        text.append(text.isEmpty() ? "" : columns.between()).append(part.get());
      }
    }
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      throw row.fault(
          QuarantineReason.FIELD_TOO_LONG,
          columns.field(),
          "and the columns joined to it have %d characters, at most %d are allowed"
              .formatted(length, most));
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  String needed(TextFrom from, int most) throws RowFault {
    Optional<String> text = text(from, most);
    if (text.isEmpty()) {
      throw row.missing(from.field());
    }
    return text.get();
  }

  String textOrEmpty(@Nullable TextFrom from, int most) throws RowFault {
    return text(from, most).orElse("");
  }

  <T> Optional<T> code(@Nullable CodeFrom<T> from) throws RowFault {
    if (from == null) {
      return Optional.empty();
    }
    return switch (from) {
      case CodeFrom.Always<T>(T meaning) -> Optional.of(meaning);
      case CodeFrom.Column<T>(String column, CodeList<T> codes) -> {
        Optional<String> written = row.text(column, LONGEST_CODE);
        yield written.isEmpty()
            ? Optional.empty()
            : Optional.of(meaning(column, written.get(), codes));
      }
    };
  }

  <T> T neededCode(CodeFrom<T> from) throws RowFault {
    Optional<T> meaning = code(from);
    if (meaning.isEmpty()) {
      throw row.missing(from.columns().getFirst());
    }
    return meaning.get();
  }

  private <T> T meaning(String column, String written, CodeList<T> codes) throws RowFault {
    Optional<T> meaning = codes.meaning(written);
    if (meaning.isEmpty()) {
      throw unlisted(column, written, codes.meanings().keySet().toString());
    }
    return meaning.get();
  }

  RowFault unlisted(String column, String written, String list) {
    return row.fault(
        QuarantineReason.CODE_UNKNOWN,
        column,
        "(shaped '%s') is in no list we know; it must be one of %s"
            .formatted(Shape.of(written), list));
  }

  Optional<PartialDate> date(@Nullable DateFrom from) throws RowFault {
    if (from == null) {
      return Optional.empty();
    }
    Optional<String> written = written(from);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    for (DateForm form : from.forms()) {
      Optional<PartialDate> date = form.date(written.get());
      if (date.isPresent()) {
        return date;
      }
    }
    throw badDate(from, written.get());
  }

  @Nullable LocalDate day(@Nullable DateFrom from) throws RowFault {
    Optional<PartialDate> date = date(from);
    if (from == null || date.isEmpty()) {
      return null;
    }
    Optional<LocalDate> day = date.get().whole();
    if (day.isEmpty()) {
      throw badDate(from, written(from).orElse(""));
    }
    return day.get();
  }

  LocalDate neededDay(DateFrom from) throws RowFault {
    LocalDate day = day(from);
    if (day == null) {
      throw row.missing(from.column());
    }
    return day;
  }

  @Nullable YearMonth month(@Nullable DateFrom from) throws RowFault {
    Optional<PartialDate> date = date(from);
    return date.isEmpty() ? null : YearMonth.of(date.get().year(), date.get().month());
  }

  Optional<LocalDateTime> time(DateFrom from) throws RowFault {
    Optional<String> written = written(from);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    for (DateForm form : from.forms()) {
      Optional<LocalDateTime> time = form.time(written.get());
      if (time.isPresent()) {
        return time;
      }
    }
    throw badDate(from, written.get());
  }

  private Optional<String> written(DateFrom from) throws RowFault {
    return row.text(from.column(), LONGEST_DATE)
        .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  private RowFault badDate(DateFrom from, String written) {
    return row.fault(
        QuarantineReason.DATE_INVALID,
        from.column(),
        "(shaped '%s') is no date that exists, written %s"
            .formatted(Shape.of(written), from.written()));
  }
}

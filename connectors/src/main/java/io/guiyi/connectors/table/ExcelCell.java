package io.guiyi.connectors.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** The text of one cell, as a person reads it on the sheet. */
final class ExcelCell {
  /** A spreadsheet keeps 15 digits of a number; the others are zeros of its own making. */
  private static final int DIGITS_KEPT = 15;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** What a number format holds besides its symbols: quoted texts, colours, escaped characters. */
  private static final Pattern NO_SYMBOLS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");

  private static final Pattern DATE_SYMBOLS = Pattern.compile("[yd]", Pattern.CASE_INSENSITIVE);

  private ExcelCell() {}

  /** The text; null if the cell is empty or holds an error such as {@code #N/A}. */
  static @Nullable String text(@Nullable Cell cell) {
    if (cell == null) {
      return null;
    }
    String text =
        switch (cell.getType()) {
          case STRING -> PrivateUse.known(cell.asString());
          case NUMBER -> number(cell);
          case FORMULA -> formula(cell);
          case BOOLEAN -> cell.getRawValue();
          case EMPTY, ERROR -> null;
        };
    return text == null || text.isEmpty() ? null : text;
  }

  /** A formula's cell shows the result that was calculated when the file was saved. */
  private static @Nullable String formula(Cell cell) {
    return cell.getValue() instanceof BigDecimal ? number(cell) : cell.getText();
  }

  private static String number(Cell cell) {
    BigDecimal number = new BigDecimal(cell.getRawValue());
    if (isDate(cell)) {
      LocalDateTime time = cell.asDate();
      return time.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? time.toLocalDate().toString()
          : TIME.format(time);
    }
    BigDecimal whole = number.stripTrailingZeros();
    if (whole.scale() > 0) {
      return whole.toPlainString();
    }
    boolean lost = whole.precision() - whole.scale() > DIGITS_KEPT;
    return lost ? shown(number) : whole.toPlainString();
  }

  /** The format General shows six digits: {@code 3.30282E+17}. */
  private static String shown(BigDecimal number) {
    String written = String.format(Locale.ROOT, "%.5E", number);
    int exponent = written.indexOf('E');
    return written.substring(0, exponent).replaceFirst("\\.?0+$", "") + written.substring(exponent);
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    boolean builtIn =
        id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58));
    return builtIn
        || (format != null
            && DATE_SYMBOLS.matcher(NO_SYMBOLS.matcher(format).replaceAll("")).find());
  }
}

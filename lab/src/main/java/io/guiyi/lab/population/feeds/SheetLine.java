package io.guiyi.lab.population.feeds;

import java.nio.charset.Charset;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Writes lines of comma-separated values by RFC 4180, each ending in CR LF. */
public final class SheetLine {

  /** No character begins with this byte, neither in GB18030 nor in UTF-8. */
  private static final byte NO_CHARACTER = (byte) 0xff;

  private SheetLine() {}

  /** The line of titles. */
  public static <C extends Enum<C> & Column> String header(Class<C> columns) {
    StringBuilder line = new StringBuilder(400);
    for (C column : EnumSet.allOf(columns)) {
      cell(line, column.title());
    }
    return ended(line);
  }

  /** The line of a row; a missing value is empty. */
  public static <C extends Enum<C> & Column> String row(Class<C> columns, Fields<C> fields) {
    StringBuilder line = new StringBuilder(400);
    for (C column : EnumSet.allOf(columns)) {
      cell(line, fields.get(column));
    }
    return ended(line);
  }

  /**
   * The bytes of a line in which the first character beyond ASCII has lost its first byte to one
   * that begins no character, as a transmission does that cuts and joins.
   */
  public static byte[] spoilt(String line, Charset charset) {
    byte[] bytes = line.getBytes(charset);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        bytes[i] = NO_CHARACTER;
        return bytes;
      }
    }
    bytes[0] = NO_CHARACTER;
    return bytes;
  }

  private static void cell(StringBuilder line, @Nullable String value) {
    if (value != null) {
      boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ');
      line.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
    }
    line.append(',');
  }

  private static String ended(StringBuilder line) {
    line.setLength(line.length() - 1);
    return line.append("\r\n").toString();
  }
}

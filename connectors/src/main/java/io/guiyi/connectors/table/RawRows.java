package io.guiyi.connectors.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * Splits the bytes of a delimited file into rows, quotes heeded, before anything is decoded.
 *
 * <p>A quote that never closes would swallow the rows after it. So a row that spans several lines
 * must be sound throughout: the right number of fields, nothing behind a closing quote, not too
 * long. If it is not, only its first line is taken for a row (a broken one), and reading goes on
 * with the next line.
 */
final class RawRows {
  private static final int LONGEST = TableLimits.ROW_BYTES;

  private final byte[] content;
  private final byte separator;
  private int next;
  private int fields;

  /**
   * One row.
   *
   * @param offset where it starts in the file
   * @param bytes without line break; one byte more than allowed where it is too long
   */
  record RawRow(int offset, byte[] bytes) {}

  RawRows(byte[] content, int start, char separator) {
    this.content = content;
    this.next = start;
    this.separator = (byte) separator;
  }

  /** From now on a row of several lines must have that many fields. */
  void expect(int fieldsOfHeader) {
    this.fields = fieldsOfHeader;
  }

  /** The next row that is not blank. */
  Optional<RawRow> next() {
    while (next < content.length) {
      int start = next;
      int end = endOfRow(start);
      next = end + 1;
      int trimmed = end > start && content[end - 1] == '\r' ? end - 1 : end;
      if (trimmed > start) {
        int kept = Math.min(trimmed, start + LONGEST + 1);
        return Optional.of(new RawRow(start, Arrays.copyOfRange(content, start, kept)));
      }
    }
    return Optional.empty();
  }

  /** The line feed that ends the row, or the end of the file. */
  private int endOfRow(int start) {
    int firstBreak = lineBreak(start);
    int found = 1;
    int at = start;
    while (at - start <= LONGEST) {
      at = endOfField(at);
      if (at < 0 || at >= content.length || content[at] == '\n') {
        break;
      }
      found++;
      at++;
    }
    boolean ended = at >= content.length || (at >= 0 && content[at] == '\n');
    boolean sound = ended && (fields == 0 || found == fields) && at - start <= LONGEST;
    return at <= firstBreak && ended || sound ? at : firstBreak;
  }

  /** The separator or line break after a field; -1 if its quotes are broken. */
  private int endOfField(int start) {
    int at = start;
    if (at < content.length && content[at] == '"') {
      at = closingQuote(at + 1);
      if (at < 0) {
        return -1;
      }
      at++;
      if (at + 1 < content.length && content[at] == '\r' && content[at + 1] == '\n') {
        at++;
      }
      boolean ends = at >= content.length || content[at] == separator || content[at] == '\n';
      return ends ? at : -1;
    }
    while (at < content.length && content[at] != separator && content[at] != '\n') {
      at++;
    }
    return at;
  }

  private int closingQuote(int start) {
    int last = Math.min(content.length, start + LONGEST);
    for (int at = start; at < last; at++) {
      if (content[at] == '"') {
        if (at + 1 >= content.length || content[at + 1] != '"') {
          return at;
        }
        at++;
      }
    }
    return -1;
  }

  private int lineBreak(int start) {
    int at = start;
    while (at < content.length && content[at] != '\n') {
      at++;
    }
    return at;
  }
}

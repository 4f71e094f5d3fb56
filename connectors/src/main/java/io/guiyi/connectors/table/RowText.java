package io.guiyi.connectors.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes one row strictly: a byte that does not belong is told, never replaced. Each row is
 * decoded for itself, so that a broken one leaves its neighbours alone.
 */
sealed interface RowText {

  /**
   * The row's characters.
   *
   * @param text without private use characters
   */
  record Text(String text) implements RowText {}

  /**
   * A byte that cannot be read.
   *
   * @param at the byte's place in the row, from 0
   * @param why what is wrong, after "byte N of the row"
   */
  record Unreadable(int at, String why) implements RowText {}

  /** Decodes the bytes of a row. */
  static RowText decode(byte[] row, TextEncoding encoding) {
    if (encoding == TextEncoding.GB18030 && isUtf8Han(row)) {
      return new Unreadable(
          firstAboveAscii(row), "begins a character of UTF-8 in a file that is GB18030");
    }
    CharsetDecoder decoder = strict(encoding);
    ByteBuffer in = ByteBuffer.wrap(row);
    CharBuffer out = CharBuffer.allocate(row.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return new Unreadable(in.position(), "is not " + encoding.charset().name());
    }
    String text = out.flip().toString();
    int unknown = PrivateUse.firstUnknown(text);
    if (unknown < 0) {
      return new Text(PrivateUse.known(text));
    }
    int character = text.codePointAt(unknown);
    return new Unreadable(
        byteOf(row, encoding, unknown),
        character == 0xFFFD
            ? "begins U+FFFD: the character was lost before the file was written"
            : "begins the private use character U+%04X, which only its sender can read"
                .formatted(character));
  }

  /**
   * True if the bytes are sound UTF-8 and hold a Han character. Read as GB18030 they would become
   * other characters without any error; the other way round it is all but impossible for a row with
   * more than two characters.
   */
  private static boolean isUtf8Han(byte[] row) {
    if (firstAboveAscii(row) < 0) {
      return false;
    }
    CharBuffer out = CharBuffer.allocate(row.length);
    if (strict(TextEncoding.UTF_8).decode(ByteBuffer.wrap(row), out, true).isError()) {
      return false;
    }
    return out.flip()
        .codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static int firstAboveAscii(byte[] row) {
    for (int i = 0; i < row.length; i++) {
      if (row[i] < 0) {
        return i;
      }
    }
    return -1;
  }

  /** With room for {@code chars} characters only, decoding stops at the byte that is looked for. */
  private static int byteOf(byte[] row, TextEncoding encoding, int chars) {
    ByteBuffer in = ByteBuffer.wrap(row);
    CoderResult result = strict(encoding).decode(in, CharBuffer.allocate(chars), true);
    return result.isOverflow() ? in.position() : 0;
  }

  private static CharsetDecoder strict(TextEncoding encoding) {
    return encoding
        .charset()
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}

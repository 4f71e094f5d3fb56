package io.guiyi.routes.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens files as UTF-8 in such a way that one broken row does not spoil the others. */
final class Utf8Rows {
  /** Stands where bytes are no UTF-8: a code point that never stands for a character. */
  static final char DAMAGED = '\uFFFF';

  private static final int BUFFER = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Utf8Rows() {}

  /** The text of a file from behind so many lines, without byte order mark. */
  static Reader open(Path file, long lines) throws IOException {
    PushbackInputStream bytes =
        new PushbackInputStream(Files.newInputStream(file), BYTE_ORDER_MARK.length);
    byte[] start = bytes.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
      bytes.unread(start);
    }
    Reader reader =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(DAMAGED)));
    return lines == 0 ? reader : behind(new BufferedReader(reader, BUFFER), lines);
  }

  private static Reader behind(BufferedReader reader, long lines) throws IOException {
    for (long line = 0; line < lines; line++) {
      reader.readLine();
    }
    return reader;
  }
}

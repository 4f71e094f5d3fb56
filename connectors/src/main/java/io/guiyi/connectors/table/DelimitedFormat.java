package io.guiyi.connectors.table;

/**
 * How a delimited file is written (RFC 4180 but for the separator).
 *
 * @param encoding unless a byte order mark says otherwise
 * @param separator comma, semicolon or tab: bytes that are never a part of another character in
 *     GB18030, so that rows can be told apart before they are decoded
 */
public record DelimitedFormat(TextEncoding encoding, char separator) {
  /** GB18030 and commas. */
  public static final DelimitedFormat GB18030 = new DelimitedFormat(TextEncoding.GB18030, ',');

  /** Checks the separator. */
  public DelimitedFormat {
    if (separator != ',' && separator != ';' && separator != '\t') {
      throw new IllegalArgumentException(
          "the separator U+%04X is none of comma, semicolon and tab".formatted((int) separator));
    }
  }
}

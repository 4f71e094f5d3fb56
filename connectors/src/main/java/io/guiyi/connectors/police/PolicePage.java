package io.guiyi.connectors.police;

import io.guiyi.records.RawBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One answer of the police, its rows found but not read.
 *
 * <p>The envelope is walked over the bytes as if they were Latin-1: all of JSON's own marks are
 * ASCII, and no byte of a longer UTF-8 character looks like one. So a character is a byte, each row
 * can be cut out exactly as it came, and a byte that is not UTF-8 is one row's fault instead of the
 * page's.
 *
 * @param code 0 if the department is content
 * @param total how many rows the department says there are since the instant asked for; -1 if it
 *     does not say
 * @param rows each row's own bytes
 * @param next the cursor of the next page; null on the last one
 */
record PolicePage(long code, long total, List<RawBytes> rows, @Nullable String next) {
  private static final int LONGEST_CURSOR = 2_000;

  /** What is too deep or too long for a row is that row's fault, and must not be the page's. */
  private static final int DEEPEST = 1_000;

  private static final int LONGEST_TOKEN = 64 * 1024;

  private static final JsonFactory ENVELOPE =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(10_000)
                  .maxNameLength(LONGEST_TOKEN)
                  .maxNumberLength(LONGEST_TOKEN)
                  .build())
          .build();

  PolicePage {
    rows = List.copyOf(rows);
  }

  /** The answer is not the agreed envelope; the message says what came instead, quoting nothing. */
  static final class NotAPage extends Exception {
    private static final long serialVersionUID = 1L;

    NotAPage(String sentence) {
      super(sentence);
    }
  }

  /**
   * Finds the rows.
   *
   * @param most how many rows were asked for
   */
  static PolicePage of(byte[] body, int most) throws NotAPage {
    int start = startsWithByteOrderMark(body) ? 3 : 0;
    String bytes = new String(body, start, body.length - start, StandardCharsets.ISO_8859_1);
    try (JsonParser parser = ENVELOPE.createParser(ObjectReadContext.empty(), bytes)) {
      return read(parser, bytes, most);
    } catch (JacksonException e) {
      // The library's text quotes the body, so that only the place is told.
      throw new NotAPage(
          "an answer that is no sound JSON at byte %d"
              .formatted(e.getLocation() == null ? 0 : e.getLocation().getCharOffset()));
    }
  }

  private static PolicePage read(JsonParser parser, String bytes, int most) throws NotAPage {
    expect(parser.nextToken() == JsonToken.START_OBJECT, "an answer that is no JSON object");
    Optional<Long> code = Optional.empty();
    long total = -1;
    List<RawBytes> rows = null;
    String next = null;
    // A field that stands twice in a row is that row's fault; only the envelope's own are checked.
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      expect(names.add(name), "one of its own fields twice");
      JsonToken value = parser.nextToken();
      switch (name) {
        case "code" -> {
          expect(value == JsonToken.VALUE_NUMBER_INT, "a code that is no number");
          code = Optional.of(parser.getLongValue());
        }
        case "total" -> {
          expect(value == JsonToken.VALUE_NUMBER_INT, "a total that is no number");
          total = parser.getLongValue();
        }
        case "next" -> next = cursor(parser, value);
        case "rows" -> rows = rows(parser, value, bytes, most);
        default -> parser.skipChildren();
      }
    }
    expect(parser.nextToken() == null, "something after the JSON object");
    expect(code.isPresent(), "an answer without code");
    if (code.get() == 0) {
      expect(rows != null, "an answer without rows");
    }
    return new PolicePage(code.get(), total, rows == null ? List.of() : rows, next);
  }

  private static @Nullable String cursor(JsonParser parser, JsonToken value) throws NotAPage {
    if (value == JsonToken.VALUE_NULL) {
      return null;
    }
    expect(value == JsonToken.VALUE_STRING, "a next that is neither text nor null");
    String cursor =
        new String(
            parser.getString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    expect(
        !cursor.isEmpty() && cursor.length() <= LONGEST_CURSOR,
        "a next of %d characters where 1 to %d are allowed"
            .formatted(cursor.length(), LONGEST_CURSOR));
    return cursor;
  }

  private static List<RawBytes> rows(JsonParser parser, JsonToken value, String bytes, int most)
      throws NotAPage {
    expect(value == JsonToken.START_ARRAY, "rows that are no list");
    List<RawBytes> rows = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(rows.size() < most, "more than the %d rows asked for".formatted(most));
      int from = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      parser.finishToken();
      int to = (int) parser.currentLocation().getCharOffset();
      rows.add(
          RawBytes.of(bytes.substring(from, to).strip().getBytes(StandardCharsets.ISO_8859_1)));
    }
    return rows;
  }

  private static boolean startsWithByteOrderMark(byte[] body) {
    return body.length >= 3
        && Arrays.equals(
            Arrays.copyOf(body, 3), new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
  }

  private static void expect(boolean holds, String instead) throws NotAPage {
    if (!holds) {
      throw new NotAPage(instead);
    }
  }
}

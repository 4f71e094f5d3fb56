package io.guiyi.connectors;

import io.guiyi.records.QuarantineReason;
import io.guiyi.records.RawBytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one row that is a JSON object, within limits; its faults are the row's, not the page's. */
public final class RowJson {
  /** The longest row, in bytes. */
  public static final int LONGEST_ROW = 64 * 1024;

  private static final RowJson ROWS = within(LONGEST_ROW, 8);

  private final JsonMapper mapper;
  private final int longest;
  private final int deepest;

  private RowJson(int longest, int deepest) {
    this.longest = longest;
    this.deepest = deepest;
    this.mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(deepest)
                            .maxStringLength(longest)
                            .maxNameLength(200)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /**
   * A reader for rows of another size.
   *
   * @param longest the longest row, in bytes
   * @param deepest how deep its objects and lists may nest
   */
  public static RowJson within(int longest, int deepest) {
    return new RowJson(longest, deepest);
  }

  /**
   * Reads a row.
   *
   * @throws RowFault ENCODING with the byte at fault, MALFORMED if it is no JSON object, has a
   *     field twice, nests deeper than 8 or is longer than {@link #LONGEST_ROW}
   */
  public static RowFields read(RawBytes row) throws RowFault {
    return ROWS.fields(row);
  }

  /**
   * Reads a row within this reader's limits.
   *
   * @throws RowFault ENCODING with the byte at fault, MALFORMED if it is no JSON object, has a
   *     field twice or goes beyond a limit
   */
  public RowFields fields(RawBytes row) throws RowFault {
    if (row.length() > longest) {
      throw malformed("the row has %d bytes, at most %d are read".formatted(row.length(), longest));
    }
    String text = decode(row.toArray());
    try {
      JsonNode node = mapper.readTree(text);
      if (node instanceof ObjectNode object) {
        return RowFields.of(object);
      }
      throw malformed("the row is no JSON object");
    } catch (JacksonException e) {
      // The library's text quotes the row, so that only the place is told.
      throw malformed(
          "the row is no sound JSON object at character %d (or has a field twice, or nests deeper"
                  .formatted(e.getLocation() == null ? 0 : e.getLocation().getCharOffset())
              + " than %d)".formatted(deepest));
    }
  }

  /** Decodes UTF-8 strictly: a byte that does not belong is told, never replaced. */
  private static String decode(byte[] bytes) throws RowFault {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    try {
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException e) {
      throw new RowFault(
          QuarantineReason.ENCODING,
          "",
          "byte %d of the row is not UTF-8; the department must send UTF-8"
              .formatted(in.position()));
    }
    return out.flip().toString();
  }

  private static RowFault malformed(String detail) {
    return new RowFault(
        QuarantineReason.MALFORMED, "", detail + "; the department must repair the row");
  }
}

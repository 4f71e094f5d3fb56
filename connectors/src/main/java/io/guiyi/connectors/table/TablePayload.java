package io.guiyi.connectors.table;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.RowJson;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceVersion;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a row of a table is kept: a JSON object of column to text (or null), and of what it has in
 * common with its delivery. A row that cannot be read is kept as its bytes, with all that is needed
 * to read it once more after a repair.
 */
public final class TablePayload {
  /** The delivery's name. */
  public static final String DELIVERY = "$delivery";

  /** As of when the row is stated, an ISO instant. */
  public static final String VERSION = "$version";

  /** Orders rows of one instant. */
  public static final String SEQUENCE = "$sequence";

  /** Cells that stand under no column; a row that has any is malformed. */
  static final String BEYOND = "$beyond";

  private static final String BYTES = "$bytes";
  private static final String HEADER = "$header";
  private static final String ENCODING = "$encoding";
  private static final String SEPARATOR = "$separator";
  private static final byte[] UNREADABLE = "{\"$bytes\":".getBytes(StandardCharsets.UTF_8);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private TablePayload() {}

  /** The payload of a row. */
  public static RawBytes of(TableRow row, DeliveryTag tag) {
    return switch (row) {
      case TableRow.Cells(_, Map<String, @Nullable String> cells) -> of(cells, tag);
      case TableRow.Unreadable(_, RawBytes bytes, List<String> columns, DelimitedFormat format) -> {
        ObjectNode json = MAPPER.createObjectNode();
        json.put(BYTES, Base64.getEncoder().encodeToString(bytes.toArray()));
        ArrayNode header = json.putArray(HEADER);
        columns.forEach(header::add);
        json.put(ENCODING, format.encoding().name());
        json.put(SEPARATOR, String.valueOf(format.separator()));
        yield withTag(json, tag);
      }
    };
  }

  /** The payload of a row that is told apart already, such as one of a database. */
  public static RawBytes of(Map<String, @Nullable String> cells, DeliveryTag tag) {
    ObjectNode json = MAPPER.createObjectNode();
    cells.forEach(json::put);
    return withTag(json, tag);
  }

  private static RawBytes withTag(ObjectNode json, DeliveryTag tag) {
    json.put(DELIVERY, tag.delivery());
    json.put(VERSION, tag.version().toString());
    json.put(SEQUENCE, Long.toString(tag.sequence()));
    return RawBytes.of(MAPPER.writeValueAsBytes(json));
  }

  /**
   * Reads a payload.
   *
   * @throws RowFault ENCODING or MALFORMED, if the row's bytes cannot be read
   */
  public static RowFields read(RawBytes payload) throws RowFault {
    if (isUnreadable(payload)) {
      return RowJson.read(again(MAPPER.readTree(payload.toArray())));
    }
    RowFields row = RowJson.read(payload);
    if (row.text(BEYOND, RowJson.LONGEST_ROW).isPresent()) {
      throw new RowFault(
          QuarantineReason.MALFORMED,
          "",
          "the row has cells to the right of its header; the department must deliver it again");
    }
    return row;
  }

  /**
   * The version that the row has from its delivery.
   *
   * @throws RowFault VERSION_UNREADABLE if it has none
   */
  public static SourceVersion version(RowFields row) throws RowFault {
    Optional<String> instant = row.text(VERSION, 40);
    Optional<String> sequence = row.text(SEQUENCE, 20);
    if (instant.isPresent() && sequence.isPresent()) {
      try {
        return new SourceVersion(Instant.parse(instant.get()), Long.parseLong(sequence.get()));
      } catch (DateTimeException | NumberFormatException e) {
        // The fault below says the same of a version that is missing and of one that is none.
      }
    }
    throw row.fault(QuarantineReason.VERSION_UNREADABLE, VERSION, "is not of a delivery");
  }

  /**
   * One cell of a row that cannot be read, where at least that can: it holds no quotes up to there,
   * and its own bytes are sound. Empty for a row that can be read.
   */
  public static Optional<String> cell(RawBytes payload, String column) {
    if (!isUnreadable(payload)) {
      return Optional.empty();
    }
    JsonNode kept = MAPPER.readTree(payload.toArray());
    int place = columns(kept).indexOf(column);
    byte[] row = Base64.getDecoder().decode(kept.path(BYTES).asString());
    return place < 0 ? Optional.empty() : DelimitedRow.cell(row, format(kept), place);
  }

  private static DelimitedFormat format(JsonNode kept) {
    return new DelimitedFormat(
        TextEncoding.valueOf(kept.path(ENCODING).asString()),
        kept.path(SEPARATOR).asString().charAt(0));
  }

  private static List<String> columns(JsonNode kept) {
    List<String> columns = new ArrayList<>();
    kept.path(HEADER).forEach(name -> columns.add(name.asString()));
    return columns;
  }

  private static boolean isUnreadable(RawBytes payload) {
    byte[] bytes = payload.toArray();
    return bytes.length > UNREADABLE.length
        && Arrays.equals(bytes, 0, UNREADABLE.length, UNREADABLE, 0, UNREADABLE.length);
  }

  private static RawBytes again(JsonNode kept) throws RowFault {
    byte[] row = Base64.getDecoder().decode(kept.path(BYTES).asString());
    List<String> columns = columns(kept);
    return switch (DelimitedRow.read(row, format(kept), columns.size())) {
      case DelimitedRow.Broken(_, RowFault fault) -> throw fault;
      case DelimitedRow.Fields fields -> {
        ObjectNode json = MAPPER.createObjectNode();
        fields.under(columns).forEach(json::put);
        for (String tag : List.of(DELIVERY, VERSION, SEQUENCE)) {
          json.set(tag, kept.path(tag));
        }
        yield RawBytes.of(MAPPER.writeValueAsBytes(json));
      }
    };
  }
}

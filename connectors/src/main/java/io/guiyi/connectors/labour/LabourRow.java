package io.guiyi.connectors.labour;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.RowJson;
import io.guiyi.connectors.ShanghaiTime;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.SourceVersion;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row of the exchange table as text.
 *
 * @param number its running number
 * @param texts every column of {@link LabourColumns#TEXTS}, null where the table has null
 */
record LabourRow(long number, Map<String, @Nullable String> texts) {
  private static final String POSITION = "lsh=";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Map<String, Presence> PRESENCES =
      Map.of("1", Presence.PRESENT, "2", Presence.PRESENT, "3", Presence.WITHDRAWN);

  static LabourRow of(Map<?, ?> columns) {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    for (String column : LabourColumns.TEXTS) {
      Object value = columns.get(column);
      texts.put(column, value == null ? null : value.toString());
    }
    Number number =
        (Number) Objects.requireNonNull(columns.get(LabourColumns.NUMBER), "lsh is the key");
    return new LabourRow(number.longValue(), texts);
  }

  /** The row's whole text read once more, to replay one that was held aside. */
  static LabourRow of(RowFields whole) throws RowFault {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    for (String column : LabourColumns.TEXTS) {
      texts.put(column, whole.text(column, RowJson.LONGEST_ROW).orElse(null));
    }
    String number = whole.needed(LabourColumns.NUMBER, 20);
    if (!number.matches("-?\\d{1,18}")) {
      throw whole.fault(QuarantineReason.VALUE_INVALID, LabourColumns.NUMBER, "must be a number");
    }
    return new LabourRow(Long.parseLong(number), texts);
  }

  /** Where the row with this number stands. */
  static Position position(long number) {
    return new Position(POSITION + number);
  }

  /** The number in a position that this source gave; empty for any other. */
  static OptionalLong numberAt(Position position) {
    String text = position.text();
    return text.matches(POSITION + "-?\\d{1,19}")
        ? OptionalLong.of(Long.parseLong(text.substring(POSITION.length())))
        : OptionalLong.empty();
  }

  /** Tells the row apart: key, version, presence. */
  Delivered read(SourceId source) {
    RawBytes payload = json(LabourColumns.BUSINESS, Map.of());
    try {
      String key = key();
      SourceVersion version = version();
      Presence presence = presence();
      return new SourceRecord(
          new SourceKey(source, key), version, presence, payload, position(number));
    } catch (RowFault fault) {
      return fault.quarantine(source, position(number), whole());
    }
  }

  /** Every column, so that a row held aside can be told apart again from this text alone. */
  RawBytes whole() {
    return json(LabourColumns.TEXTS, Map.of(LabourColumns.NUMBER, Long.toString(number)));
  }

  private RawBytes json(List<String> columns, Map<String, String> first) {
    ObjectNode json = MAPPER.createObjectNode();
    first.forEach(json::put);
    for (String column : columns) {
      json.put(column, texts.get(column));
    }
    return RawBytes.of(MAPPER.writeValueAsBytes(json));
  }

  private String key() throws RowFault {
    String key = text(LabourColumns.KEY);
    if (key.isEmpty() || key.length() > SourceKey.MAX_LENGTH) {
      throw new RowFault(
          QuarantineReason.KEY_MISSING,
          LabourColumns.KEY,
          "ywlsh must have 1 to %d characters, this one has %d; the department must correct the row"
              .formatted(SourceKey.MAX_LENGTH, key.length()));
    }
    return key;
  }

  private SourceVersion version() throws RowFault {
    Optional<LocalDateTime> written = ShanghaiTime.parse(text(LabourColumns.WRITTEN));
    if (written.isEmpty()) {
      throw new RowFault(
          QuarantineReason.VERSION_UNREADABLE,
          LabourColumns.WRITTEN,
          "aae418 must be the time of writing, so that versions can be ordered; the department must"
              + " correct the row");
    }
    return new SourceVersion(ShanghaiTime.instant(written.get()), number);
  }

  private Presence presence() throws RowFault {
    String transfer = text(LabourColumns.TRANSFER);
    Presence presence = PRESENCES.get(transfer);
    if (presence == null) {
      throw new RowFault(
          transfer.isEmpty() ? QuarantineReason.FIELD_MISSING : QuarantineReason.CODE_UNKNOWN,
          LabourColumns.TRANSFER,
          "aaa321 must be 1 new, 2 changed or 3 cancelled; the department must correct the row");
    }
    return presence;
  }

  private String text(String column) {
    String text = texts.get(column);
    return text == null ? "" : text.strip();
  }

  @Override
  public String toString() {
    return position(number).toString();
  }
}

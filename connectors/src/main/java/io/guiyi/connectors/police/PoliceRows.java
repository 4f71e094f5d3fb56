package io.guiyi.connectors.police;

import io.guiyi.connectors.PageProfiler;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the police's rows apart: which row (djbh), which state of it (gxsj), still in force (ztbs).
 */
final class PoliceRows {
  private static final Map<String, Presence> PRESENCES =
      Map.of("1", Presence.PRESENT, "2", Presence.PRESENT, "3", Presence.WITHDRAWN);

  private final SourceId source;

  PoliceRows(SourceId source) {
    this.source = source;
  }

  /** The columns whose mix of codes is watched. */
  static final PageProfiler PROFILER =
      new PageProfiler(
          Map.of(
              "zjlx", PoliceCanon.DOCUMENT_TYPES.keySet(),
              "xb", Set.of("0", "1", "2", "9"),
              "jzsy", PageProfiler.numbered(1, 99, 2),
              "jzcs", PageProfiler.numbered(1, 99, 2),
              "sjly", PageProfiler.numbered(1, 99, 2),
              "ztbs", PRESENCES.keySet()));

  /** Reads a row's key, version and presence. */
  Delivered read(Position position, RawBytes payload) {
    return read(position, payload, PROFILER.tally());
  }

  /** The same, and counts the row into its page's profile. */
  Delivered read(Position position, RawBytes payload, PageProfiler.Tally tally) {
    try {
      RowFields row = RowJson.read(payload);
      tally.row(row);
      String key = key(row);
      SourceVersion version = version(row);
      Presence presence = row.neededCode("ztbs", PRESENCES);
      return new SourceRecord(new SourceKey(source, key), version, presence, payload, position);
    } catch (RowFault fault) {
      return fault.quarantine(source, position, payload);
    }
  }

  private static String key(RowFields row) throws RowFault {
    Optional<String> key = row.text("djbh", RowJson.LONGEST_ROW);
    if (key.isEmpty() || key.get().length() > SourceKey.MAX_LENGTH) {
      throw row.fault(
          QuarantineReason.KEY_MISSING,
          "djbh",
          "must have 1 to %d characters, this one has %d"
              .formatted(SourceKey.MAX_LENGTH, key.orElse("").length()));
    }
    return key.get();
  }

  private static SourceVersion version(RowFields row) throws RowFault {
    Optional<LocalDateTime> changed =
        row.text("gxsj", RowJson.LONGEST_ROW).flatMap(ShanghaiTime::parse);
    if (changed.isEmpty()) {
      throw row.fault(
          QuarantineReason.VERSION_UNREADABLE,
          "gxsj",
          "must be a time written yyyy-MM-dd HH:mm:ss, so that versions can be ordered");
    }
    return new SourceVersion(ShanghaiTime.instant(changed.get()), 0);
  }
}

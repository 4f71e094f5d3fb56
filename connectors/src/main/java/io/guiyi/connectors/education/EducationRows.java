package io.guiyi.connectors.education;

import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.delivery.DeliveryRows;
import io.guiyi.connectors.table.DelimitedFormat;
import io.guiyi.connectors.table.DelimitedTable;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.connectors.table.TablePayload;
import io.guiyi.connectors.table.TableReader;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceRecord.Presence;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the school roll's rows apart: which pupil's (XJH), still there or deleted (CZ). */
final class EducationRows implements DeliveryRows {
  static final String KEY = "XJH";

  private static final Pattern STUDENT_NUMBER = Pattern.compile("[GJL][0-9A-Z]{14,20}");
  private static final Map<String, Presence> PRESENCES =
      Map.of("1", Presence.PRESENT, "2", Presence.PRESENT, "3", Presence.WITHDRAWN);
  private static final Set<String> RELATIONS = Set.of("1", "2", "3", "9");

  private final SourceId source;
  private final TableLimits limits;

  /** The mix of ethnic groups is nobody's to watch. */
  private final PageProfiler profiler =
      new PageProfiler(
          Map.of(
              "XXXZ", PageProfiler.numbered(1, 3, 1),
              "XD", PageProfiler.numbered(1, 5, 1),
              "XBM", Set.of("0", "1", "2", "9", "男", "女"),
              "SFZJLX", Set.of("1", "A", "B", "Z"),
              "XJZT", PageProfiler.numbered(1, 4, 1),
              "JHR1GX", RELATIONS,
              "JHR2GX", RELATIONS,
              "CZ", PageProfiler.numbered(1, 3, 1)));

  EducationRows(SourceId source, TableLimits limits) {
    this.source = source;
    this.limits = limits;
  }

  @Override
  public TableReader open(String file, byte[] content) throws SourceUnavailable {
    DelimitedTable table = DelimitedTable.open(file, content, DelimitedFormat.GB18030, limits);
    if (!table.columns().contains(KEY)) {
      throw SourceUnavailable.of(
          Kind.PROTOCOL,
          "%s: %s has no column %s, so that none of its rows has a key; ask the department"
              .formatted(source, file, KEY));
    }
    return table;
  }

  @Override
  public Delivered read(Position position, RawBytes payload) {
    Optional<SourceKey> known = Optional.empty();
    try {
      RowFields row = TablePayload.read(payload);
      known = key(row.textOrEmpty(KEY, 1_000));
      if (known.isEmpty()) {
        throw row.fault(
            QuarantineReason.KEY_MISSING, KEY, "must be a student number of 15 to 21 characters");
      }
      Presence presence = row.neededCode("CZ", PRESENCES);
      return new SourceRecord(known.get(), TablePayload.version(row), presence, payload, position);
    } catch (RowFault fault) {
      Quarantined refused = fault.quarantine(source, position, payload);
      return known
          .or(() -> TablePayload.cell(payload, KEY).flatMap(this::key))
          .map(refused::withKey)
          .orElse(refused);
    }
  }

  /** However it is typed (full-width, small x), a number is one key. */
  private Optional<SourceKey> key(String written) {
    String text =
        Normalizer.normalize(written, Normalizer.Form.NFKC)
            .replaceAll("[\\s\\u200B-\\u200F\\uFEFF'`]", "")
            .toUpperCase(Locale.ROOT);
    return STUDENT_NUMBER.matcher(text).matches()
        ? Optional.of(new SourceKey(source, text))
        : Optional.empty();
  }

  @Override
  public PageProfiler profiler() {
    return profiler;
  }
}

package io.guiyi.connectors.declared;

import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.RowJson;
import io.guiyi.connectors.ShanghaiTime;
import io.guiyi.connectors.Shape;
import io.guiyi.connectors.declared.RowRule.VersionFrom;
import io.guiyi.connectors.table.TablePayload;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the rows of a declared source apart: key, version, presence. Pure. */
final class DeclaredRows {
  private static final int LONGEST_CODE = 120;

  private final SourceId source;
  private final RowRule rule;
  private final PageProfiler profiler;

  DeclaredRows(Declaration declaration) {
    this.source = declaration.id();
    this.rule = declaration.row();
    this.profiler = new PageProfiler(DeclaredColumns.codes(declaration));
  }

  /** Takes the profiles of pages. */
  PageProfiler profiler() {
    return profiler;
  }

  Delivered read(Position position, RawBytes payload) {
    return read(position, payload, profiler.tally());
  }

  /** The same, and counts the row into its page's profile. */
  Delivered read(Position position, RawBytes payload, PageProfiler.Tally tally) {
    try {
      RowFields row = TablePayload.read(payload);
      tally.row(row);
      SourceKey key = new SourceKey(source, key(row));
      try {
        CellReader cells = new CellReader(row);
        return new SourceRecord(key, version(cells), presence(row), payload, position);
      } catch (RowFault fault) {
        return fault.quarantine(source, position, payload).withKey(key);
      }
    } catch (RowFault fault) {
      return fault.quarantine(source, position, payload);
    }
  }

  /** Every part of a key is needed: two rows that lack the same part are not the same row. */
  private String key(RowFields row) throws RowFault {
    List<String> parts = new ArrayList<>();
    for (String column : rule.key().names()) {
      Optional<String> part = row.text(column, RowJson.LONGEST_ROW);
      if (part.isEmpty()) {
        throw row.fault(
            QuarantineReason.KEY_MISSING, column, "is empty, but names the row over all versions");
      }
      parts.add(part.get());
    }
    String key = String.join(rule.key().between(), parts);
    if (key.length() > SourceKey.MAX_LENGTH) {
      throw row.fault(
          QuarantineReason.KEY_MISSING,
          rule.key().field(),
          "must make a key of at most %d characters, this one has %d"
              .formatted(SourceKey.MAX_LENGTH, key.length()));
    }
    return key;
  }

  private SourceVersion version(CellReader cells) throws RowFault {
    RowFields row = cells.row();
    return switch (rule.version()) {
      case VersionFrom.OfDelivery _ -> TablePayload.version(row);
      case VersionFrom.OfColumn(DateFrom changed, String sequence) ->
          new SourceVersion(
              ShanghaiTime.instant(time(cells, changed)),
              number(row, sequence == null ? TablePayload.SEQUENCE : sequence).orElse(0L));
    };
  }

  private static LocalDateTime time(CellReader cells, DateFrom changed) throws RowFault {
    Optional<LocalDateTime> time;
    try {
      time = cells.time(changed);
    } catch (RowFault fault) {
      time = Optional.empty();
    }
    if (time.isEmpty()) {
      throw cells
          .row()
          .fault(
              QuarantineReason.VERSION_UNREADABLE,
              changed.column(),
              "must say when the row last changed, written %s".formatted(changed.written()));
    }
    return time.get();
  }

  private static Optional<Long> number(RowFields row, @Nullable String column) throws RowFault {
    Optional<String> written = column == null ? Optional.empty() : row.text(column, 40);
    if (written.isPresent() && !written.get().matches("\\d{1,18}")) {
      throw row.fault(
          QuarantineReason.VERSION_UNREADABLE,
          String.valueOf(column),
          "(shaped '%s') must be a whole number".formatted(Shape.of(written.get())));
    }
    return written.map(Long::parseLong);
  }

  private Presence presence(RowFields row) throws RowFault {
    RowRule.Withdrawal withdrawal = rule.withdrawal();
    boolean withdrawn =
        withdrawal != null
            && row.text(withdrawal.column(), LONGEST_CODE)
                .filter(withdrawal.codes()::contains)
                .isPresent();
    return withdrawn ? Presence.WITHDRAWN : Presence.PRESENT;
  }
}

package io.guiyi.registry.resolve;

import io.guiyi.matching.RecordRef;
import io.guiyi.records.SourceVersion;
import io.guiyi.registry.record.HistoryMark;
import io.guiyi.registry.resolve.PreparedRow.Understood;
import io.guiyi.seal.LookupHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the source said of the records of a page, and as of when. Lives for one transaction. */
final class PageHistory {
  /** One of the source's own versions of a record. */
  private record Moment(RecordRef record, SourceVersion version) {}

  private final Preparation preparation;
  private final Map<Moment, List<LookupHash>> contents = new HashMap<>();

  PageHistory(Preparation preparation) {
    this.preparation = preparation;
  }

  void addAll(Collection<HistoryMark> marks) {
    marks.forEach(mark -> add(mark.record(), mark.changed(), mark.digest()));
  }

  void add(RecordRef record, Understood row) {
    add(record, row.version(), row.digest());
  }

  private void add(RecordRef record, SourceVersion version, LookupHash digest) {
    contents.computeIfAbsent(new Moment(record, version), _ -> new ArrayList<>()).add(digest);
  }

  /** Whether the source has said exactly this before, as of the same version. */
  boolean holds(RecordRef record, Understood row) {
    return at(record, row).stream().anyMatch(held -> preparation.isContent(held, row));
  }

  /** Whether it has said something else as of the same version, and never this. */
  boolean contradicts(RecordRef record, Understood row) {
    return !at(record, row).isEmpty() && !holds(record, row);
  }

  private List<LookupHash> at(RecordRef record, Understood row) {
    return contents.getOrDefault(new Moment(record, row.version()), List.of());
  }
}

package io.guiyi.registry.resolve;

import io.guiyi.matching.RecordRef;
import io.guiyi.records.SourceVersion;
import io.guiyi.registry.record.HistoryMark;
import io.guiyi.registry.resolve.PreparedRow.Understood;
import io.guiyi.seal.LookupHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the source said of the records of a page, and as of when. Lives for one transaction. */
final class PageHistory {
  /** A record as of one instant. */
  private record Moment(RecordRef record, Instant changedAt) {}

  /** What the source said of it, under which running number. */
  private record Said(long sequence, LookupHash content) {}

  private final Preparation preparation;
  private final Map<Moment, List<Said>> said = new HashMap<>();

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
    said.computeIfAbsent(new Moment(record, version.changedAt()), _ -> new ArrayList<>())
        .add(new Said(version.sequence(), digest));
  }

  /** Whether the source has said this before as of the same instant, under whatever number. */
  boolean holds(RecordRef record, Understood row) {
    return isAmong(at(record, row), row);
  }

  /** Whether it has said something else as of the same version, and never this. */
  boolean contradicts(RecordRef record, Understood row) {
    List<Said> same =
        at(record, row).stream().filter(one -> one.sequence == row.version().sequence()).toList();
    return !same.isEmpty() && !isAmong(same, row);
  }

  private boolean isAmong(List<Said> said, Understood row) {
    return said.stream().anyMatch(one -> preparation.isContent(one.content, row));
  }

  private List<Said> at(RecordRef record, Understood row) {
    return said.getOrDefault(new Moment(record, row.version().changedAt()), List.of());
  }
}

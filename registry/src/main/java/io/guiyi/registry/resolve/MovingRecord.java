package io.guiyi.registry.resolve;

import io.guiyi.matching.Member;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.Provenance;
import io.guiyi.registry.family.StatedRelation;
import io.guiyi.registry.family.StatedRelative;
import io.guiyi.registry.record.HeldRecord;
import io.guiyi.registry.record.RecordHead;
import io.guiyi.registry.record.RecordStanding;
import io.guiyi.registry.resolve.PreparedRow.Understood;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One source record while a page is applied: it moves on with each of its rows. Lives for one
 * transaction, in one thread.
 */
final class MovingRecord {
  private final boolean fresh;
  private final @Nullable PersonRef start;
  private RecordHead head;
  private @Nullable Understood latest;
  private boolean moved;
  private boolean relinked;

  private MovingRecord(RecordHead head, boolean fresh, @Nullable Understood latest) {
    this.head = head;
    this.start = head.person();
    this.fresh = fresh;
    this.latest = latest;
  }

  static MovingRecord held(RecordHead head) {
    return new MovingRecord(head, false, null);
  }

  /** A record first seen in this page; it stands in no person yet. */
  static MovingRecord fresh(RecordRef number, Understood row, Instant recordedAt) {
    RecordHead head =
        new RecordHead(
            number,
            row.key().source(),
            row.keys().getFirst(),
            1,
            1,
            row.version(),
            row.digest(),
            row.content().presence(),
            RecordStanding.IN_REVIEW,
            null,
            row.number(),
            row.nameAndBirth(),
            row.finding(),
            recordedAt);
    return new MovingRecord(head, true, row);
  }

  RecordHead head() {
    return head;
  }

  RecordRef ref() {
    return head.record();
  }

  boolean isFresh() {
    return fresh;
  }

  boolean isMoved() {
    return moved;
  }

  @Nullable PersonRef person() {
    return head.person();
  }

  /** One more version is held, but an older one. */
  void addHistory() {
    head = head.withHistory();
    moved = true;
  }

  /** {@code row} is in force now. */
  void advance(Understood row) {
    head =
        head.withVersion(
            row.version(),
            row.digest(),
            row.content().presence(),
            row.number(),
            row.nameAndBirth(),
            row.finding());
    latest = row;
    moved = true;
  }

  /** It stands in {@code person} now. */
  void linkTo(PersonRef person) {
    head = head.linkedTo(person);
    moved = true;
    relinked = true;
  }

  /** It stands in no person now and waits for a steward. */
  void unlink() {
    head = head.waiting();
    moved = true;
    relinked = true;
  }

  /** To whom it belonged before; null if it waited or was never seen. */
  @Nullable PersonRef start() {
    return start;
  }

  /** Whether its person is not, or may not be, the one it had before. */
  boolean isRelinked() {
    return relinked;
  }

  /** The profile of the version in force, if this page brought it. */
  Optional<Profile> profile() {
    return Optional.ofNullable(latest).map(Understood::profile);
  }

  /** Whom the version in force names as relatives, if this page brought it. */
  Optional<List<StatedRelation>> stated() {
    return Optional.ofNullable(latest).map(row -> stated(row.relatives()));
  }

  private List<StatedRelation> stated(List<StatedRelative> relatives) {
    Provenance row =
        new Provenance(
            head.source(),
            head.record().number(),
            head.currentVersion(),
            head.version().changedAt());
    List<StatedRelation> stated = new ArrayList<>();
    for (StatedRelative relative : relatives) {
      stated.add(new StatedRelation(row, stated.size() + 1, head.person(), relative, null));
    }
    return stated;
  }

  /** The version in force, if this page brought it. */
  Optional<HeldRecord> inForce() {
    return Optional.ofNullable(latest)
        .map(row ->
            new HeldRecord(
                head.record(),
                head.source(),
                head.currentVersion(),
                head.version().changedAt(),
                row.content()));
  }

  /** The record as matching sees it. */
  Member member(Profile profile) {
    return new Member(head.record(), head.currentVersion(), head.person(), profile);
  }
}

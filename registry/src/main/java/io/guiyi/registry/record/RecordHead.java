package io.guiyi.registry.record;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.seal.LookupHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a source record stands now, without its values.
 *
 * @param record the register's number of it
 * @param source whose record
 * @param key keyed hash of the source's own key
 * @param currentVersion the version in force, from 1
 * @param versions how many versions are held, stale ones included
 * @param version the source's own version of the one in force
 * @param content keyed hash of the content in force
 * @param presence whether the source stands by it
 * @param standing whether it belongs to a person
 * @param person to whom; null while in review
 * @param number keyed hash of its ID number, if it carries one that can exist
 * @param nameAndBirth keyed hash of its name and birth date, if it carries both
 * @param finding by what its person is found as somebody's relative
 * @param recordedAt when it was first seen
 */
public record RecordHead(
    RecordRef record,
    SourceId source,
    LookupHash key,
    int currentVersion,
    int versions,
    SourceVersion version,
    LookupHash content,
    SourceRecord.Presence presence,
    RecordStanding standing,
    @Nullable PersonRef person,
    @Nullable LookupHash number,
    @Nullable LookupHash nameAndBirth,
    FindingKeys finding,
    Instant recordedAt) {
  /** Checks what the database checks too: a linked record stands in one person. */
  public RecordHead {
    if ((standing == RecordStanding.LINKED) != (person != null)) {
      throw new IllegalArgumentException(
          "record %d is %s, which does not go with its person"
              .formatted(record.number(), standing));
    }
  }

  /** The head when one more version is held, but an older one: what is in force stays. */
  public RecordHead withHistory() {
    return new RecordHead(
        record,
        source,
        key,
        currentVersion,
        versions + 1,
        version,
        content,
        presence,
        standing,
        person,
        number,
        nameAndBirth,
        finding,
        recordedAt);
  }

  /** The head when one more version is held and in force. */
  public RecordHead withVersion(
      SourceVersion newer,
      LookupHash newContent,
      SourceRecord.Presence newPresence,
      @Nullable LookupHash newNumber,
      @Nullable LookupHash newNameAndBirth,
      FindingKeys newFinding) {
    return new RecordHead(
        record,
        source,
        key,
        versions + 1,
        versions + 1,
        newer,
        newContent,
        newPresence,
        standing,
        person,
        newNumber,
        newNameAndBirth,
        newFinding,
        recordedAt);
  }

  /** The head when the record stands in {@code joined}. */
  public RecordHead linkedTo(PersonRef joined) {
    return new RecordHead(
        record,
        source,
        key,
        currentVersion,
        versions,
        version,
        content,
        presence,
        RecordStanding.LINKED,
        joined,
        number,
        nameAndBirth,
        finding,
        recordedAt);
  }

  /** The head when the record waits for a steward and stands in no person. */
  public RecordHead waiting() {
    return new RecordHead(
        record,
        source,
        key,
        currentVersion,
        versions,
        version,
        content,
        presence,
        RecordStanding.IN_REVIEW,
        null,
        number,
        nameAndBirth,
        finding,
        recordedAt);
  }
}

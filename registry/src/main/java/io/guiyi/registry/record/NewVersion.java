package io.guiyi.registry.record;

import io.guiyi.matching.RecordRef;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceVersion;
import io.guiyi.seal.LookupHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a source record, to be appended.
 *
 * @param record of which record
 * @param version its number, from 1
 * @param page the applied page it came with
 * @param changed the source's own version
 * @param stale whether a newer version was held when it came
 * @param content what it says
 * @param canonical the same as bytes; not copied
 * @param digest keyed hash of {@code canonical}
 * @param position where in the delivery it stood
 * @param payload the row as it came
 * @param recordedAt when it was recorded
 * @param absentFrom the number of the complete delivery that left the record out; null for a
 *     version that came as a row
 */
public record NewVersion(
    RecordRef record,
    int version,
    long page,
    SourceVersion changed,
    boolean stale,
    RecordContent content,
    byte[] canonical,
    LookupHash digest,
    Position position,
    RawBytes payload,
    Instant recordedAt,
    @Nullable Long absentFrom) {
  @Override
  public String toString() {
    return "NewVersion[%d/%d]".formatted(record.number(), version);
  }
}

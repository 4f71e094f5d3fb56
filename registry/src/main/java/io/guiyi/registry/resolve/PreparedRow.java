package io.guiyi.registry.resolve;

import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceVersion;
import io.guiyi.registry.family.StatedRelative;
import io.guiyi.registry.record.FindingKeys;
import io.guiyi.registry.record.RecordContent;
import io.guiyi.seal.LookupHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row with everything worked out that needs no database. */
sealed interface PreparedRow {
  /** Where it stood. */
  Position position();

  /** That it was held aside before; null for a row that was read. */
  @Nullable Replayed replayed();

  /**
   * A row that could not be understood, or not be applied.
   *
   * @param row the row with the reason
   * @param keys keyed hashes of its key, newest key first; empty if the key could not be read
   * @param replayed that it was held aside before
   */
  record Refused(Quarantined row, List<LookupHash> keys, @Nullable Replayed replayed)
      implements PreparedRow {
    /**
     * A row that was understood, but then failed. The failure's own text may quote the row, so that
     * only its kind is kept.
     */
    static Refused applyFailed(Understood row, RuntimeException failed) {
      Quarantined quarantined = applyFailed(row.key(), row.position(), row.payload(), failed);
      return new Refused(quarantined, row.keys(), row.replayed());
    }

    /** The same of a row that is not prepared yet. */
    static Quarantined applyFailed(
        SourceKey key, Position position, RawBytes payload, RuntimeException failed) {
      String detail =
          "applying this row failed (%s) while its neighbours were applied; replay after a repair"
              .formatted(failed.getClass().getSimpleName());
      return new Quarantined(
          key.source(), position, QuarantineReason.APPLY_FAILED, "", detail, payload, key);
    }

    /** A row whose key the same complete delivery has given another content. */
    static Refused twice(Understood row) {
      Quarantined quarantined =
          new Quarantined(
              row.key().source(),
              row.position(),
              QuarantineReason.KEY_TWICE,
              "",
              "the key stands a second time in one complete delivery, with other content; the first"
                  + " row counts. Ask the department which one holds",
              row.payload(),
              row.key());
      return new Refused(quarantined, row.keys(), row.replayed());
    }

    @Override
    public Position position() {
      return row.position();
    }
  }

  /**
   * A row that was understood.
   *
   * @param key which row of which source
   * @param keys keyed hashes under which its record may be held, newest key first
   * @param version the source's own version, to the microsecond as the register keeps it
   * @param content what it says
   * @param canonical the same as bytes
   * @param digest keyed hash of {@code canonical}
   * @param profile its values as they are compared
   * @param number keyed hash of its ID number, if it carries one that can exist
   * @param nameAndBirth keyed hash of its name and birth date, if it carries both
   * @param finding by what its person is found as somebody's relative
   * @param relatives whom it names as relatives
   * @param payload the row as it came
   * @param position where it stood
   * @param replayed that it was held aside before
   */
  record Understood(
      SourceKey key,
      List<LookupHash> keys,
      SourceVersion version,
      RecordContent content,
      byte[] canonical,
      LookupHash digest,
      Profile profile,
      @Nullable LookupHash number,
      @Nullable LookupHash nameAndBirth,
      FindingKeys finding,
      List<StatedRelative> relatives,
      RawBytes payload,
      Position position,
      @Nullable Replayed replayed)
      implements PreparedRow {
    @Override
    public String toString() {
      return "Understood[" + key + "]";
    }
  }
}

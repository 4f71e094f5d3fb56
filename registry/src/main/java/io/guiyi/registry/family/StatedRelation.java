package io.guiyi.registry.family;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.Provenance;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A relative named by a row in force, with the person that this was found to be.
 *
 * @param row which row says so, in the version in force
 * @param ordinal which of the relatives of that row, from 1
 * @param subject whose row it is; null while that is in review
 * @param relative whom it names
 * @param found who that is; null if nobody is for certain
 */
public record StatedRelation(
    Provenance row,
    int ordinal,
    @Nullable PersonRef subject,
    StatedRelative relative,
    @Nullable PersonRef found) {
  /** The row. */
  public RecordRef record() {
    return new RecordRef(row.record());
  }

  /** The same when the row is that of another person, or of nobody yet. */
  public StatedRelation of(@Nullable PersonRef person) {
    return new StatedRelation(row, ordinal, person, relative, found);
  }

  /** The same with another answer to who is meant. */
  public StatedRelation finding(@Nullable PersonRef other) {
    return new StatedRelation(row, ordinal, subject, relative, other);
  }

  /** Whether both tie the same persons by the same words; newer versions of the row may say so. */
  public boolean saysAs(StatedRelation other) {
    return Objects.equals(subject, other.subject)
        && Objects.equals(found, other.found)
        && relative.equals(other.relative);
  }
}

package io.guiyi.registry.record;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.statement.Statement;
import java.util.List;

/**
 * What one version of a source record says, apart from where and when it was said. Two versions
 * with equal content are the same to us; the digest is taken over this.
 *
 * @param key the source's own key, in clear only inside the envelope
 * @param presence whether the source stands by it
 * @param who whom it is about
 * @param what what it states
 */
public record RecordContent(
    String key, SourceRecord.Presence presence, IdentityClaim who, List<Statement> what) {
  /** Copies the list. */
  public RecordContent {
    what = List.copyOf(what);
  }

  /** The content of {@code row}. */
  public static RecordContent of(CanonicalRecord row) {
    return new RecordContent(row.key().key(), row.origin().presence(), row.who(), row.what());
  }

  @Override
  public String toString() {
    return "RecordContent[" + presence + " " + who + "]";
  }
}

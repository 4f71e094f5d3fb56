package io.guiyi.records;

import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.statement.Statement;
import java.util.List;

/**
 * A row in our own terms, still one source's view of one person.
 *
 * @param origin the row it was read from
 * @param who whom the row is about
 * @param what what the row states about that person, in the row's own order; empty if withdrawn
 */
public record CanonicalRecord(SourceRecord origin, IdentityClaim who, List<Statement> what)
    implements Canonicalized {
  /** The most statements one row may make. */
  public static final int MAX_STATEMENTS = 200;

  /** Copies the list and checks its bound. */
  public CanonicalRecord {
    if (what.size() > MAX_STATEMENTS) {
      throw new IllegalArgumentException(
          "a row may make at most %d statements, this one makes %d"
              .formatted(MAX_STATEMENTS, what.size()));
    }
    what = List.copyOf(what);
  }

  /** Which row. */
  public SourceKey key() {
    return origin.key();
  }

  @Override
  public Position position() {
    return origin.position();
  }
}

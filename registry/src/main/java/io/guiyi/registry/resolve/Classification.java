package io.guiyi.registry.resolve;

import io.guiyi.records.RowOutcome.Kind;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Which of the kinds of the conservation law a row is. It is compared with the version in force and
 * with no other, so that a row which goes from A to B and back to A has changed twice. An unchanged
 * row may still be of a newer version than the one in force, which {@link PageApplication}
 * remembers.
 */
final class Classification {
  private Classification() {}

  /** What the register holds of a record, as far as this question goes. */
  record Held(SourceVersion version, Presence presence) {}

  /**
   * Classifies a row.
   *
   * @param held the version in force; null if the record was never seen
   * @param version the row's version
   * @param presence whether the source stands by the row
   * @param same whether the row says what the version in force says
   */
  static Kind of(@Nullable Held held, SourceVersion version, Presence presence, boolean same) {
    if (held == null) {
      return presence == Presence.WITHDRAWN ? Kind.WITHDRAWN : Kind.NEW;
    }
    if (same) {
      return Kind.UNCHANGED;
    }
    if (version.isOlderThan(held.version())) {
      return Kind.STALE;
    }
    return presence == Presence.WITHDRAWN && held.presence() == Presence.PRESENT
        ? Kind.WITHDRAWN
        : Kind.CHANGED;
  }
}

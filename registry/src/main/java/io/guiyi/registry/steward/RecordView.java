package io.guiyi.registry.steward;

import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.person.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source record in its version in force, its values masked.
 *
 * @param number the register's number of it
 * @param source whose record
 * @param version which version, from 1
 * @param changedAt when the source last changed it
 * @param presence whether the source stands by it
 * @param person to whom it belongs; null while it waits
 * @param values what it says of its person, masked, by name of the field
 */
public record RecordView(
    long number,
    SourceId source,
    int version,
    Instant changedAt,
    Presence presence,
    @Nullable PersonId person,
    Map<String, String> values) {
  /** Copies the map in its order. */
  public RecordView {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public String toString() {
    return "RecordView[%d %s version %d]".formatted(number, source, version);
  }
}

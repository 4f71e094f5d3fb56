package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.steward.RecordView;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source record, masked.
 *
 * @param record the register's number of it
 * @param source whose
 * @param version which version is in force, from 1
 * @param changedAt when the source last changed it
 * @param presence PRESENT or WITHDRAWN
 * @param person to whom it belongs; left out while it waits
 * @param values what it says of its person, masked, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordAnswer(
    long record,
    String source,
    int version,
    Instant changedAt,
    String presence,
    @Nullable String person,
    Map<String, String> values) {

  static RecordAnswer of(RecordView view) {
    PersonId person = view.person();
    return new RecordAnswer(
        view.number(),
        view.source().name(),
        view.version(),
        view.changedAt(),
        view.presence().name(),
        person == null ? null : person.text(),
        view.values());
  }

  @Override
  public String toString() {
    return "RecordAnswer[%d %s version %d]".formatted(record, source, version);
  }
}

package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.SurvivingValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person as the API writes it.
 *
 * @param id the person's id
 * @param redirectedFrom the id that was asked for, if that one was merged into this
 * @param version from 1
 * @param standing ACTIVE or CLOSED
 * @param values each value with its provenance, by the names that policies use, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonAnswer(
    String id,
    @Nullable String redirectedFrom,
    int version,
    String standing,
    Map<String, Value> values) {

  /**
   * One value.
   *
   * @param value in clear
   * @param provenance which row says so
   */
  record Value(String value, Provenance provenance) {
    @Override
    public String toString() {
      return "Value[*** from " + provenance + "]";
    }
  }

  /**
   * Where a value comes from.
   *
   * @param source whose row
   * @param record the register's number of the row
   * @param recordVersion which version of it
   * @param asOf when the source last changed the row
   */
  record Provenance(String source, long record, int recordVersion, Instant asOf) {}

  /** {@code person}, found under {@code asked}. */
  static PersonAnswer of(Person person, PersonId asked) {
    Map<String, Value> values = new LinkedHashMap<>();
    person.values().forEach((field, value) -> values.put(field.label(), value(value)));
    return new PersonAnswer(
        person.id().text(),
        person.id().equals(asked) ? null : asked.text(),
        person.version(),
        person.standing().name(),
        values);
  }

  private static Value value(SurvivingValue value) {
    io.guiyi.records.Provenance from = value.provenance();
    return new Value(
        value.value(),
        new Provenance(from.source().name(), from.record(), from.recordVersion(), from.asOf()));
  }

  @Override
  public String toString() {
    return "PersonAnswer[%s version %d]".formatted(id, version);
  }
}

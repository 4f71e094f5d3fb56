package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.records.person.SurvivingValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param relations to whom the person is tied, by the names that policies use; nothing where nobody
 *     is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonAnswer(
    String id,
    @Nullable String redirectedFrom,
    int version,
    String standing,
    Map<String, Value> values,
    Map<String, List<Tie>> relations) {

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
   * One relation.
   *
   * @param relation what the guardian is to the child: FATHER, MOTHER, GRANDPARENT, OTHER; or
   *     SPOUSE
   * @param person the other person's id; none if rows name somebody whom nobody known is for
   *     certain
   * @param since the earliest day from which it is stated, if one is
   * @param stated the rows that state it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Tie(
      String relation,
      @Nullable String person,
      @Nullable LocalDate since,
      List<Provenance> stated) {}

  /**
   * Where a value or a relation comes from.
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
        values,
        ties(person.relations()));
  }

  private static Map<String, List<Tie>> ties(List<Relation> relations) {
    Map<String, List<Tie>> ties = new LinkedHashMap<>();
    for (Relation relation : relations) {
      PersonId other = relation.person();
      ties.computeIfAbsent(relation.role().label(), _ -> new ArrayList<>())
          .add(
              new Tie(
                  relation.relation().name(),
                  other == null ? null : other.text(),
                  relation.since(),
                  relation.stated().stream().map(PersonAnswer::provenance).toList()));
    }
    return ties;
  }

  private static Value value(SurvivingValue value) {
    return new Value(value.value(), provenance(value.provenance()));
  }

  private static Provenance provenance(io.guiyi.records.Provenance from) {
    return new Provenance(from.source().name(), from.record(), from.recordVersion(), from.asOf());
  }

  @Override
  public String toString() {
    return "PersonAnswer[%s version %d]".formatted(id, version);
  }
}

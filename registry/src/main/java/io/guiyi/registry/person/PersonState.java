package io.guiyi.registry.person;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.Relation;
import io.guiyi.records.person.SurvivingValue;
import java.util.List;
import java.util.Map;

/**
 * What a person has come to after its records were looked at anew.
 *
 * @param person the register's number
 * @param standing ACTIVE if a record in force is linked to it, CLOSED if none is
 * @param values what survives; empty if closed
 * @param relations to whom the person is tied, in a fixed order
 */
public record PersonState(
    PersonRef person,
    Person.Standing standing,
    Map<PersonField, SurvivingValue> values,
    List<Relation> relations) {
  /** Copies map and list. */
  public PersonState {
    values = Map.copyOf(values);
    relations = List.copyOf(relations);
  }

  /** The same state with these relations. */
  public PersonState with(List<Relation> others) {
    return new PersonState(person, standing, values, others);
  }

  @Override
  public String toString() {
    return "PersonState[%d %s %s]".formatted(person.number(), standing, values.keySet());
  }
}

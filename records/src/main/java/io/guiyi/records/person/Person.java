package io.guiyi.records.person;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The consolidated record of one migrant, in one version.
 *
 * @param id its public name
 * @param version from 1; every change makes the next
 * @param standing whether it lives
 * @param mergedInto where it redirects to for ever, if it was merged
 * @param values what is known, each with its provenance, in the order of {@link PersonField}
 * @param relations to whom the person is tied, in a fixed order; at most {@link #RELATIONS_MAX}
 */
public record Person(
    PersonId id,
    int version,
    Standing standing,
    @Nullable PersonId mergedInto,
    Map<PersonField, SurvivingValue> values,
    List<Relation> relations) {
  /** The most relations that a person has; whoever is named more often is no relative. */
  public static final int RELATIONS_MAX = 64;

  /** Whether a person lives in the register. */
  public enum Standing {
    /** At least one row in force is linked to it. */
    ACTIVE,
    /** Every linked row was withdrawn; it comes back when a row does. */
    CLOSED,
    /** It was found to be another person and redirects to that one. */
    MERGED
  }

  /** Copies the values into the fields' order, and the list; checks its bound. */
  public Person {
    EnumMap<PersonField, SurvivingValue> ordered = new EnumMap<>(PersonField.class);
    ordered.putAll(values);
    values = Collections.unmodifiableMap(ordered);
    if (relations.size() > RELATIONS_MAX) {
      throw new IllegalArgumentException(
          "a person has at most %d relations, %s would have %d"
              .formatted(RELATIONS_MAX, id, relations.size()));
    }
    relations = List.copyOf(relations);
  }

  /** The surviving value of {@code field}. */
  public Optional<String> value(PersonField field) {
    return Optional.ofNullable(values.get(field)).map(SurvivingValue::value);
  }

  @Override
  public String toString() {
    return "Person[%s version %d %s]".formatted(id, version, standing);
  }
}

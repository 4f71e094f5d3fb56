package io.guiyi.records.person;

import java.util.Collections;
import java.util.EnumMap;
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
 */
public record Person(
    PersonId id,
    int version,
    Standing standing,
    @Nullable PersonId mergedInto,
    Map<PersonField, SurvivingValue> values) {

  /** Whether a person lives in the register. */
  public enum Standing {
    /** At least one row in force is linked to it. */
    ACTIVE,
    /** Every linked row was withdrawn; it comes back when a row does. */
    CLOSED,
    /** It was found to be another person and redirects to that one. */
    MERGED
  }

  /** Copies the values into the fields' order. */
  public Person {
    EnumMap<PersonField, SurvivingValue> ordered = new EnumMap<>(PersonField.class);
    ordered.putAll(values);
    values = Collections.unmodifiableMap(ordered);
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

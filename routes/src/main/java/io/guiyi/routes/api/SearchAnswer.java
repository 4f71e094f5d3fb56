package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.records.Mask;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whom a search found: enough to tell the persons apart, no more. Whoever needs a person's values
 * reads that person, which is a disclosure of its own.
 *
 * @param persons by id; empty if nobody was found
 * @param limit how many a search finds at most
 */
record SearchAnswer(List<Found> persons, int limit) {

  /**
   * One person found.
   *
   * @param id to read the person by
   * @param version from 1
   * @param standing ACTIVE or CLOSED
   * @param masked who it may be
   */
  record Found(String id, int version, String standing, Masked masked) {}

  /**
   * Masked values.
   *
   * @param name the first character stays
   * @param idNumber the first and last two characters stay
   * @param birthDate the year stays
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Masked(@Nullable String name, @Nullable String idNumber, @Nullable String birthDate) {}

  /** The answer for {@code persons}. */
  static SearchAnswer of(List<Person> persons, int limit) {
    return new SearchAnswer(persons.stream().map(SearchAnswer::found).toList(), limit);
  }

  private static Found found(Person person) {
    return new Found(
        person.id().text(),
        person.version(),
        person.standing().name(),
        new Masked(
            masked(person, PersonField.NAME, Mask::name),
            masked(person, PersonField.ID_NUMBER, Mask::document),
            masked(person, PersonField.BIRTH_DATE, SearchAnswer::year)));
  }

  private static @Nullable String masked(
      Person person, PersonField field, UnaryOperator<String> mask) {
    return person.value(field).map(mask).orElse(null);
  }

  private static String year(String birthDate) {
    return birthDate.length() < 4 ? "****" : birthDate.substring(0, 4) + "-**-**";
  }
}

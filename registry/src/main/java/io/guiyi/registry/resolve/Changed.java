package io.guiyi.registry.resolve;

import io.guiyi.registry.person.PersonHead;
import java.util.List;

/**
 * What came of an {@link IdentityChange}.
 *
 * @param answer what it answered
 * @param persons the persons that subscribers are told of, as they stand after it
 * @param <T> the type of the answer
 */
public record Changed<T>(T answer, List<PersonHead> persons) {
  /** Copies the list. */
  public Changed {
    persons = List.copyOf(persons);
  }
}

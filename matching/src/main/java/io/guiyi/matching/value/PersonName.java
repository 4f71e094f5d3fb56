package io.guiyi.matching.value;

import java.util.List;

/**
 * A name in Latin letters.
 *
 * @param given small letters, empty if unknown
 * @param surname small letters, empty if unknown
 * @param words all words of the name in alphabetical order, each once
 */
record PersonName(String given, String surname, List<String> words) {
  PersonName {
    words = List.copyOf(words);
  }

  String both() {
    return given.isEmpty() || surname.isEmpty() ? "" : given + ' ' + surname;
  }

  boolean isSwapOf(PersonName other) {
    return !given.isEmpty()
        && !surname.isEmpty()
        && given.equals(other.surname)
        && surname.equals(other.given);
  }

  @Override
  public String toString() {
    return "PersonName[*]";
  }
}

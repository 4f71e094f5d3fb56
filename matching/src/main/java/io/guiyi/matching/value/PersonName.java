package io.guiyi.matching.value;

import java.util.List;

/**
 * A name in Latin letters.
 *
 * @param given small letters, empty if unknown
 * @param surname small letters, empty if unknown
 * @param words all words of the name in alphabetical order, each once
 * @param filter a bit for each word: one that is not set tells that a word is not there
 */
record PersonName(String given, String surname, List<String> words, long filter) {
  PersonName {
    words = List.copyOf(words);
  }

  PersonName(String given, String surname, List<String> words) {
    this(given, surname, words, filter(words));
  }

  private static long filter(List<String> words) {
    long filter = 0;
    for (String word : words) {
      filter |= 1L << word.hashCode();
    }
    return filter;
  }

  boolean has(String word) {
    return (filter & 1L << word.hashCode()) != 0 && words.contains(word);
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

package io.guiyi.lab.population.books;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How clerks, keyboards and old systems confuse names: characters that sound alike, look alike or
 * are variants of each other, spellings of transliterated names, and what stands in for a rare
 * character.
 */
public final class Confusions {

  private final Map<String, String> syllables = new HashMap<>();
  private final Map<String, List<String>> homophones = new HashMap<>();
  private final Map<String, List<String>> lookalikes = new HashMap<>();
  private final Map<String, List<String>> variants = new HashMap<>();
  private final Map<String, List<String>> spellings = new HashMap<>();
  private final Map<String, String> substitutes = new HashMap<>();

  private Confusions() {
    for (List<String> row : TableFile.rows("syllables.tsv", 2)) {
      List<String> group = characters(row.get(1));
      group.forEach(character -> syllables.put(character, row.getFirst()));
      group.forEach(character -> addOthers(homophones, character, group));
    }
    for (List<String> row : TableFile.rows("lookalikes.tsv", 1)) {
      List<String> group = characters(row.getFirst());
      group.forEach(character -> addOthers(lookalikes, character, group));
    }
    for (List<String> row : TableFile.rows("variants.tsv", 1)) {
      List<String> group = characters(row.getFirst());
      addOthers(variants, group.getFirst(), group);
    }
    for (List<String> row : TableFile.rows("minority_names.tsv", 3)) {
      List<String> group = List.of(row.get(2).split(" ", -1));
      group.forEach(spelling -> addOthers(spellings, spelling, group));
    }
    for (List<String> row : TableFile.rows("rare_characters.tsv", 2)) {
      substitutes.put(row.getFirst(), row.get(1));
    }
  }

  /** Loads the tables from the jar. */
  public static Confusions load() {
    return new Confusions();
  }

  /**
   * Reading of a character without tone, such as {@code wang}; empty if the tables do not know it.
   */
  public Optional<String> syllable(String character) {
    return Optional.ofNullable(syllables.get(character));
  }

  /** Other characters with the same reading. */
  public List<String> homophones(String character) {
    return homophones.getOrDefault(character, List.of());
  }

  /** Other characters that look much the same. */
  public List<String> lookalikes(String character) {
    return lookalikes.getOrDefault(character, List.of());
  }

  /** Traditional, variant and folk forms. */
  public List<String> variants(String character) {
    return variants.getOrDefault(character, List.of());
  }

  /** Other spellings of one part of a transliterated name. */
  public List<String> spellings(String part) {
    return spellings.getOrDefault(part, List.of());
  }

  /** What a system without the character shows instead; empty for an ordinary character. */
  public Optional<String> substitute(String character) {
    return Optional.ofNullable(substitutes.get(character));
  }

  /** The characters (whole code points) of a text. */
  public static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static void addOthers(Map<String, List<String>> table, String entry, List<String> group) {
    List<String> others = table.computeIfAbsent(entry, ignored -> new ArrayList<>());
    for (String other : group) {
      if (!other.equals(entry) && !others.contains(other)) {
        others.add(other);
      }
    }
  }
}

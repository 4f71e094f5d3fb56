package io.guiyi.matching.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * A name laid out for comparison.
 *
 * @param kind what kind of name
 * @param plain the name without noise: no blanks, titles or zero-width characters, one kind of dot
 * @param characters its places, dots left out; empty for a name in Latin letters; of a placeholder
 *     the surname alone
 * @param surnameLength how many of them are the surname; 0 if the name has none
 * @param parts the Latin letters of its parts: surname and given name, the parts around the dots,
 *     or the words of a name in Latin letters
 * @param letters all Latin letters together, lost characters left out
 */
public record NameForm(
    Kind kind,
    String plain,
    List<NameCharacter> characters,
    int surnameLength,
    List<String> parts,
    String letters) {

  /** What kind of name it is. */
  public enum Kind {
    /** Surname and given name in Han characters. */
    HAN,
    /** A name with dots, such as 阿卜来提·如则. */
    DOTTED,
    /** Only Latin letters: pinyin, or a foreign name. */
    LATIN,
    /** No name yet, such as 王某之女: only a surname, which may be either parent's. */
    PLACEHOLDER
  }

  /** Copies the lists. */
  public NameForm {
    characters = List.copyOf(characters);
    parts = List.copyOf(parts);
  }

  /**
   * The same name, with a sound for each lost character that has none.
   *
   * @param syllables of the whole name, without tones, as a pinyin column gives them; ignored
   *     unless there are as many as characters
   */
  public NameForm heard(List<String> syllables) {
    if (!hasWildcard() || syllables.size() != characters.size()) {
      return this;
    }
    List<NameCharacter> heard = new ArrayList<>();
    for (int i = 0; i < characters.size(); i++) {
      NameCharacter place = characters.get(i);
      boolean silent = place.isWildcard() && place.syllable().isEmpty();
      heard.add(silent ? new NameCharacter(place.folded(), syllables.get(i), 0) : place);
    }
    List<String> spelt =
        kind == Kind.HAN
            ? List.of(
                letters(heard.subList(0, surnameLength)),
                letters(heard.subList(surnameLength, heard.size())))
            : parts;
    return new NameForm(kind, plain, heard, surnameLength, spelt, letters(heard));
  }

  private static String letters(List<NameCharacter> places) {
    StringBuilder letters = new StringBuilder();
    places.forEach(place -> letters.append(place.syllable()));
    return letters.toString();
  }

  /** How many characters it has. */
  public int length() {
    return characters.size();
  }

  /** True if a character was lost. */
  public boolean hasWildcard() {
    return characters.stream().anyMatch(NameCharacter::isWildcard);
  }

  /** The surname in simplified characters; empty if the name has none. */
  public String surname() {
    StringBuilder surname = new StringBuilder();
    characters.subList(0, surnameLength).forEach(c -> surname.appendCodePoint(c.folded()));
    return surname.toString();
  }

  /**
   * The first part's letters: of the surname, of what stands before the first dot, of the first
   * word. Empty if they are not known.
   */
  public String head() {
    return parts.isEmpty() ? "" : parts.getFirst();
  }

  /** The letters behind {@link #head}; empty if there are none. */
  public String rest() {
    return parts.size() < 2 ? "" : String.join("", parts.subList(1, parts.size()));
  }

  @Override
  public String toString() {
    return "NameForm[" + kind + ", *]";
  }
}

package io.guiyi.connectors.education;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A pupil's name of which a character was lost on its way: the department's pinyin column says how
 * it sounds. {@code 马?} with {@code ma xiao} becomes {@code 马xiao}, which matching reads as a lost
 * character of that sound.
 */
final class PupilName {
  private static final String LOST = "?？*＊□■〓";

  private PupilName() {}

  /**
   * The name with the sound of each lost character in its place; unchanged if nothing was lost, or
   * if the columns do not have as many syllables as characters.
   */
  static String heard(String name, String pinyin) {
    List<String> characters =
        name.codePoints().filter(c -> c != ' ').mapToObj(Character::toString).toList();
    List<String> syllables = List.of(pinyin.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    boolean lost = characters.stream().anyMatch(LOST::contains);
    if (!lost || syllables.size() != characters.size() || !pinyin.matches("[A-Za-zÜü\\s]+")) {
      return name;
    }
    return IntStream.range(0, characters.size())
        .mapToObj(i -> LOST.contains(characters.get(i)) ? syllables.get(i) : characters.get(i))
        .collect(Collectors.joining());
  }
}

package io.guiyi.lab.population.books;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives people names: Han names by surname frequency, sex and era; Uygur and Kazak names with a dot
 * and the father's name; Yi names of clan and given name; printed names of foreigners.
 */
public final class NameBook {

  private static final double RARE_CHARACTER_PERCENT = 1.5;
  private static final double WHOLE_NAME_PERCENT = 14;
  private static final double SINGLE_CHARACTER_PERCENT = 24;

  private final Weighted<String> surnames;
  private final List<Era> eras;
  private final String rareCharacters;
  private final List<String> dottedMale;
  private final List<String> dottedFemale;
  private final List<String> clans;
  private final List<String> yiMale;
  private final List<String> yiFemale;
  private final List<Foreigner> foreigners;

  private NameBook() {
    Weighted.Builder<String> table = Weighted.builder();
    TableFile.rows("surnames.tsv", 2)
        .forEach(row -> table.add(row.getFirst(), Double.parseDouble(row.get(1))));
    surnames = table.build();
    eras = TableFile.rows("given_names.tsv", 6).stream().map(Era::of).toList();
    rareCharacters =
        String.join(
            "", TableFile.rows("rare_characters.tsv", 2).stream().map(List::getFirst).toList());
    dottedMale = usualSpellings("dotted", "M");
    dottedFemale = usualSpellings("dotted", "F");
    clans = usualSpellings("clan", "-");
    yiMale = usualSpellings("yi", "M");
    yiFemale = usualSpellings("yi", "F");
    foreigners =
        TableFile.rows("foreign_names.tsv", 4).stream()
            .map(row -> new Foreigner(row.getFirst(), row.get(1), sex(row.get(2)), row.get(3)))
            .toList();
  }

  /** Loads the tables from the jar. */
  public static NameBook load() {
    return new NameBook();
  }

  /**
   * A foreigner's nationality and printed name.
   *
   * @param nationality three letters
   * @param nationalityDigits the same in the three digits of GB/T 2659
   * @param sex sex
   * @param name Latin capitals, surname first
   */
  public record Foreigner(String nationality, String nationalityDigits, Sex sex, String name) {}

  /** A surname, commoner ones more often. */
  public String surname(Dice dice) {
    return surnames.draw(dice);
  }

  /** A given name of one or two characters, in the fashion of the birth year. */
  public String given(Sex sex, int birthYear, Dice dice) {
    Era era = era(sex, birthYear);
    if (dice.chance(RARE_CHARACTER_PERCENT)) {
      String rare = dice.pickCharacter(rareCharacters);
      return dice.chance(40) ? rare : dice.pickCharacter(era.first()) + rare;
    }
    if (dice.chance(WHOLE_NAME_PERCENT)) {
      return dice.pick(era.whole());
    }
    if (dice.chance(SINGLE_CHARACTER_PERCENT)) {
      return dice.pickCharacter(era.single());
    }
    return dice.pickCharacter(era.first()) + dice.pickCharacter(era.second());
  }

  /** The first character that brothers and sisters of one generation share. */
  public String generationCharacter(Sex sex, int birthYear, Dice dice) {
    return dice.pickCharacter(era(sex, birthYear).first());
  }

  /** A second character, for a name that begins with a generation character. */
  public String secondCharacter(Sex sex, int birthYear, Dice dice) {
    return dice.pickCharacter(era(sex, birthYear).second());
  }

  /** A given name, to be followed by a dot and the father's name. */
  public String dottedGiven(Sex sex, Dice dice) {
    return dice.pick(sex == Sex.MALE ? dottedMale : dottedFemale);
  }

  /** A Yi clan name. */
  public String clan(Dice dice) {
    return dice.pick(clans);
  }

  /** A Yi given name. */
  public String yiGiven(Sex sex, Dice dice) {
    return dice.pick(sex == Sex.MALE ? yiMale : yiFemale);
  }

  /** A foreigner. */
  public Foreigner foreigner(Dice dice) {
    return dice.pick(foreigners);
  }

  private Era era(Sex sex, int birthYear) {
    for (Era era : eras) {
      if (era.sex() == sex && birthYear <= era.lastYear()) {
        return era;
      }
    }
    throw new IllegalArgumentException(
        "no given names for birth year " + birthYear + ": years up to 2100 are known");
  }

  private static Sex sex(String letter) {
    return letter.equals("M") ? Sex.MALE : Sex.FEMALE;
  }

  private static List<String> usualSpellings(String kind, String sex) {
    List<String> usual = new ArrayList<>();
    for (List<String> row : TableFile.rows("minority_names.tsv", 3)) {
      if (row.getFirst().equals(kind) && row.get(1).equals(sex)) {
        usual.add(row.get(2).split(" ", 2)[0]);
      }
    }
    return List.copyOf(usual);
  }

  private record Era(
      Sex sex, int lastYear, List<String> whole, String single, String first, String second) {

    static Era of(List<String> row) {
      return new Era(
          NameBook.sex(row.getFirst()),
          Integer.parseInt(row.get(1)),
          List.of(row.get(2).split(" ", -1)),
          row.get(3),
          row.get(4),
          row.get(5));
    }
  }
}

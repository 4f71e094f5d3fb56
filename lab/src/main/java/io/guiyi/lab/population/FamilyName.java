package io.guiyi.lab.population;

import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.NameBook;
import io.guiyi.lab.population.books.RegionBook.Region;
import io.guiyi.lab.population.books.Sex;

/**
 * The part of a name that comes from the family: a surname, a father's name after the dot, a clan.
 *
 * @param style how names are built
 * @param inherited the inherited part
 */
record FamilyName(Style style, String inherited) {

  /** The three ways of building names here. */
  enum Style {
    SURNAME_FIRST,
    FATHER_AFTER_DOT,
    CLAN_FIRST
  }

  /** The family name of someone of this group from this county. */
  static FamilyName of(String group, Region region, NameBook names, Dice dice) {
    return switch (style(group, region)) {
      case SURNAME_FIRST -> new FamilyName(Style.SURNAME_FIRST, names.surname(dice));
      case FATHER_AFTER_DOT ->
          new FamilyName(Style.FATHER_AFTER_DOT, names.dottedGiven(Sex.MALE, dice));
      case CLAN_FIRST -> new FamilyName(Style.CLAN_FIRST, names.clan(dice));
    };
  }

  /**
   * Uygurs and Kazaks use dotted names; Yi of Liangshan keep clan names; others name like the Han.
   */
  private static Style style(String group, Region region) {
    if (group.equals("05") || group.equals("17")) {
      return Style.FATHER_AFTER_DOT;
    }
    return group.equals("07") && region.code().startsWith("5134")
        ? Style.CLAN_FIRST
        : Style.SURNAME_FIRST;
  }

  /** A full name. */
  String name(Sex sex, int birthYear, NameBook names, Dice dice) {
    return switch (style) {
      case SURNAME_FIRST -> inherited + names.given(sex, birthYear, dice);
      case FATHER_AFTER_DOT -> names.dottedGiven(sex, dice) + "·" + inherited;
      case CLAN_FIRST -> inherited + names.yiGiven(sex, dice);
    };
  }

  /** What the children of a father with this full name inherit. */
  FamilyName ofChildren(String fatherName) {
    return style == Style.FATHER_AFTER_DOT
        ? new FamilyName(style, fatherName.substring(0, fatherName.indexOf('·')))
        : this;
  }
}

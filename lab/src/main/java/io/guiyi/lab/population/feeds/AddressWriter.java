package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Dwelling;
import io.guiyi.lab.population.books.Dice;

/**
 * Writes one dwelling in the many ways in which people and departments do: levels left out, old
 * names, hyphens for building and room, Chinese or full-width numerals, the landlord or the firm
 * for a number.
 */
final class AddressWriter {

  private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

  private AddressWriter() {}

  /** One of the ways; the police write the full form more often than others. */
  static String write(Dwelling dwelling, boolean careful, Dice dice) {
    return switch (dwelling.kind()) {
      case DORMITORY -> dormitory(dwelling, dice);
      case SHED -> shed(dwelling, dice);
      case RENTED -> careful && dice.chance(50) ? full(dwelling) : rented(dwelling, dice);
    };
  }

  private static String full(Dwelling at) {
    return "浙江省宁波市慈溪市"
        + at.town().name()
        + at.village().name()
        + at.houseNumber()
        + "号"
        + at.building()
        + "幢"
        + at.room()
        + "室";
  }

  private static String rented(Dwelling at, Dice dice) {
    String town = at.town().name();
    String village = at.village().name();
    String place = at.town().alias() + village.substring(0, village.length() - 1);
    int number = at.houseNumber();
    int room = at.room();
    return switch (dice.below(8)) {
      case 0 -> "慈溪市" + town + village + number + "号" + room + "室";
      case 1 -> "慈溪" + place + number + "-" + room;
      case 2 ->
          at.village().formerName().isEmpty()
              ? town + village + number + "号" + (room / 100) + "楼" + room + "室"
              : town + village + "(原" + at.village().formerName() + ")" + number + "号" + room + "室";
      case 3 -> town + village + numeral(number) + "号" + numeral(room / 100) + "楼";
      case 4 -> "慈溪市" + town + village + wide(number) + "号" + wide(room) + "室";
      case 5 -> town + village + at.landlord() + "家";
      case 6 -> "宁波市慈溪市" + town + village + number + "弄" + at.building() + "号" + room;
      default -> full(at);
    };
  }

  private static String dormitory(Dwelling at, Dice dice) {
    String firm = at.landlord();
    return switch (dice.below(4)) {
      case 0 -> firm + "宿舍" + at.building() + "-" + at.room();
      case 1 -> "慈溪市" + at.town().name() + firm + "职工宿舍" + at.building() + "幢" + at.room() + "室";
      case 2 -> at.town().name() + at.village().name() + "(" + firm + "宿舍)";
      default ->
          "浙江省宁波市慈溪市"
              + at.town().name()
              + at.village().name()
              + at.houseNumber()
              + "号"
              + at.building()
              + "幢"
              + at.room()
              + "室";
    };
  }

  private static String shed(Dwelling at, Dice dice) {
    String side = dice.chance(50) ? "西侧车棚" : "后车库";
    return at.town().name() + at.village().name() + at.houseNumber() + "号" + side;
  }

  /** A number below a thousand in Chinese, as in 八十八 and 二百零三. */
  static String numeral(int number) {
    if (number < 10) {
      return DIGITS[number];
    }
    if (number < 20) {
      return "十" + (number == 10 ? "" : DIGITS[number % 10]);
    }
    if (number < 100) {
      return DIGITS[number / 10] + "十" + (number % 10 == 0 ? "" : DIGITS[number % 10]);
    }
    int rest = number % 100;
    String hundreds = DIGITS[number / 100] + "百";
    if (rest == 0) {
      return hundreds;
    }
    if (rest < 10) {
      return hundreds + "零" + DIGITS[rest];
    }
    return hundreds + (rest < 20 ? "一" : "") + numeral(rest);
  }

  private static String wide(int number) {
    StringBuilder wide = new StringBuilder();
    Integer.toString(number).chars().forEach(c -> wide.append((char) (c - '0' + '０')));
    return wide.toString();
  }
}

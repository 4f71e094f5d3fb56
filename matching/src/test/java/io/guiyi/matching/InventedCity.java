package io.guiyi.matching;

import io.guiyi.records.identity.IdentityClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rows about the people of a small invented city, with slips, drawn from a seed. Names, dates,
 * phones and numbers come from small pools on purpose, so that strangers often agree.
 */
final class InventedCity {
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙";
  private static final String GIVEN = "伟炜敏明鸣丽莉强军君建健国华花小晓文雯";
  private final Random random;

  InventedCity(long seed) {
    this.random = new Random(seed);
  }

  List<IdentityClaim> rows(int count) {
    List<IdentityClaim> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row());
    }
    return rows;
  }

  IdentityClaim row() {
    Random person = new Random(random.nextInt(60));
    String name = name(person);
    String born = "19%02d%02d%02d".formatted(80 + person.nextInt(4), 1 + person.nextInt(3), 7);
    int sequence = 100 + person.nextInt(40);
    String number = Invented.number("341225", born, Integer.toString(sequence));
    String sex = sequence % 2 == 1 ? "1" : "2";
    String phone = "139000011" + (10 + person.nextInt(30));
    String employer = person.nextBoolean() ? "恒达轴承" : "永兴电器";
    return Invented.row(
        slip(5) ? name(random) : name,
        number(number),
        slip(20) ? "" : sex,
        slip(30) ? "1981-01-07" : born,
        slip(4) ? "" : phone,
        slip(2) ? "" : "慈溪市五里村%d号203室".formatted(1 + person.nextInt(9)),
        slip(3) ? "" : employer);
  }

  private static String name(Random from) {
    String name = pick(SURNAMES, from) + pick(GIVEN, from);
    return from.nextBoolean() ? name : name + pick(GIVEN, from);
  }

  private String number(String number) {
    return switch (random.nextInt(12)) {
      case 0, 1 -> "";
      case 2 -> number.substring(0, 16) + random.nextInt(10) + number.charAt(17);
      case 3 -> number.substring(0, 6) + "********" + number.substring(14);
      case 4 -> Invented.number("341225", number.substring(6, 14), "" + (100 + random.nextInt(40)));
      case 5 -> number.substring(0, 6) + number.substring(8, 17);
      default -> number;
    };
  }

  private boolean slip(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private static String pick(String characters, Random from) {
    return String.valueOf(characters.charAt(from.nextInt(characters.length())));
  }
}

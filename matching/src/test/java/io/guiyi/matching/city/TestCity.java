package io.guiyi.matching.city;

import io.guiyi.matching.Invented;
import io.guiyi.records.identity.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Households, drawn from a seed. */
final class TestCity {
  private static final String[] REGIONS = {
    "341225", "522401", "511621", "411528", "360731", "330282", "421023", "500234", "620422",
    "532128"
  };
  private static final String[] TOWNS = {"观海卫镇", "逍林镇", "浒山街道", "周巷镇", "龙山镇", "横河镇"};
  private static final String[] VILLAGES = {
    "五里村", "双河村", "新园村", "福山村", "东山头村", "海星村", "大岐山村", "湖滨村", "下横街村", "杜岙村", "宓家埭村", "界牌村"
  };
  private static final String[] FIRMS = {
    "恒达轴承", "永兴电器", "宏远塑料", "华裕电器", "金轮化纤", "天元服饰", "海通食品", "新海电子", "月立电器", "先锋电器", "卓力电器", "凯峰电器",
    "福尔达", "兴业盛泰", "更大集团", "祈禧电器", "太阳洲毛绒", "盛邦五金", "迈瑞密封", "德邦物流"
  };

  private final Random dice;
  private final List<Citizen> citizens = new ArrayList<>();
  private int sequence = 1;
  private int phone;

  private TestCity(long seed) {
    this.dice = new Random(seed);
  }

  static List<Citizen> of(int people, long seed) {
    TestCity city = new TestCity(seed);
    while (city.citizens.size() < people) {
      city.household();
    }
    return List.copyOf(city.citizens.subList(0, people));
  }

  private void household() {
    String home = address();
    boolean dotted = dice.nextInt(100) < 3;
    int shape = dice.nextInt(100);
    Sex sex = dice.nextInt(100) < 55 ? Sex.MALE : Sex.FEMALE;
    LocalDate born = Citizen.TODAY.minusDays(365L * (22 + dice.nextInt(35)) + dice.nextInt(365));
    Citizen head = adult(sex, born, home, dotted, null);
    citizens.add(head);
    Citizen other = null;
    if (shape >= 50 && shape < 95) {
      Sex opposite = sex == Sex.MALE ? Sex.FEMALE : Sex.MALE;
      other = adult(opposite, born.plusDays(dice.nextInt(2500) - 1200L), home, dotted, head);
      citizens.add(other);
    }
    if (shape >= 65) {
      children(head, other, home, dotted);
    }
  }

  private void children(Citizen head, @Nullable Citizen other, String home, boolean dotted) {
    List<Citizen> parents = other == null ? List.of(head) : List.of(head, other);
    Citizen father = other != null && head.sex() == Sex.FEMALE ? other : head;
    int oldest = Math.min(17, father.age() - 21);
    if (oldest < 1) {
      return;
    }
    int count = 1 + dice.nextInt(100) / 60 + dice.nextInt(100) / 90;
    boolean twins = count > 1 && dice.nextInt(100) < 8;
    String generation =
        dice.nextInt(100) < 35 ? NamePool.given(Sex.MALE, dice).substring(0, 1) : "";
    LocalDate born = Citizen.TODAY.minusDays(10L + dice.nextInt(oldest * 365));
    String region = father.idNumber().substring(0, 6);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < count; i++) {
      boolean twin = twins && i == 1;
      if (i > 0 && !twin) {
        born = born.minusDays(400 + dice.nextInt(1500));
      }
      Sex sex = dice.nextBoolean() ? Sex.MALE : Sex.FEMALE;
      String surname = father.name().substring(0, 1);
      String given = NamePool.given(sex, dice);
      String name =
          dotted
              ? NamePool.dotted(dice)
              : surname + (generation.isEmpty() ? given : generation + given.charAt(0));
      if (!names.add(name)) {
        continue;
      }
      citizens.add(
          new Citizen(
              citizens.size(),
              name,
              dice.nextInt(100) < 5 ? surname + NamePool.given(sex, dice) : null,
              sex,
              born,
              number(region, born, sex),
              "",
              home,
              "",
              parents,
              null,
              twin ? 1 : 0));
    }
  }

  private Citizen adult(
      Sex sex, LocalDate born, String home, boolean dotted, @Nullable Citizen spouse) {
    String surname = NamePool.surname(dice);
    return new Citizen(
        citizens.size(),
        dotted ? NamePool.dotted(dice) : surname + NamePool.given(sex, dice),
        dice.nextInt(100) < 6 ? surname + NamePool.given(sex, dice) : null,
        sex,
        born,
        number(REGIONS[dice.nextInt(REGIONS.length)], born, sex),
        "1%02d%08d".formatted(30 + dice.nextInt(60), 10_000_000 + 7 * phone++),
        home,
        dice.nextInt(100) < 80 ? FIRMS[dice.nextInt(FIRMS.length)] : "",
        List.of(),
        spouse,
        0);
  }

  /** Consecutive sequences, odd for boys: twins' numbers are neighbours. */
  private String number(String region, LocalDate born, Sex sex) {
    sequence = (sequence + 1) % 990;
    if ((sequence % 2 == 1) != (sex == Sex.MALE)) {
      sequence++;
    }
    String day =
        "%04d%02d%02d".formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth());
    return Invented.number(region, day, "%03d".formatted(sequence));
  }

  private String address() {
    return "浙江省宁波市慈溪市%s%s%d号%d室"
        .formatted(
            TOWNS[dice.nextInt(TOWNS.length)],
            VILLAGES[dice.nextInt(VILLAGES.length)],
            1 + dice.nextInt(150),
            101 + dice.nextInt(6) + 100 * dice.nextInt(3));
  }
}

package io.guiyi.matching.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Who is on whose files. One department after the other, each in the order of the city. */
final class Offices {
  private Offices() {}

  static List<Row> rows(List<Citizen> city, long seed, double faultScale) {
    List<Row> rows = new ArrayList<>();
    for (Department department : Department.values()) {
      Random dice = new Random(seed * 31 + department.ordinal());
      Desk desk = new Desk(department, dice, faultScale);
      for (Citizen citizen : city) {
        int files = dice.nextInt(100) < share(department, citizen) ? 1 : 0;
        if (files > 0 && dice.nextInt(100) < again(department)) {
          files++;
        }
        if (files > 0 && dice.nextDouble() * 100 < department.secondKey * faultScale) {
          files++;
        }
        String childCode = desk.childCode(citizen);
        for (int i = 0; i < files; i++) {
          rows.add(desk.write(citizen, childCode));
        }
      }
    }
    return rows;
  }

  /** Per cent of the people whom the department knows. */
  private static int share(Department department, Citizen citizen) {
    int age = citizen.age();
    return switch (department) {
      case POLICE -> citizen.isChild() ? 65 : 97;
      case LABOUR -> citizen.employer().isEmpty() || age > 60 ? 0 : 85;
      case EDUCATION -> citizen.isChild() && age >= 4 && age <= 17 ? 85 : 0;
      case HEALTH -> citizen.isChild() && age < 8 ? 92 : 30;
      case UNION -> citizen.employer().isEmpty() ? 0 : 40;
      case VILLAGE -> 40;
    };
  }

  /** Per cent of the known who are on file twice in the course of time. */
  private static int again(Department department) {
    return switch (department) {
      case POLICE, LABOUR -> 20;
      case EDUCATION -> 10;
      case HEALTH -> 0;
      case UNION, VILLAGE -> 5;
    };
  }
}

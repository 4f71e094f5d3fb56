package io.guiyi.lab.population.books;

import java.util.ArrayList;
import java.util.List;

/**
 * Towns and villages of Cixi, with what people call them and the names of villages before mergers.
 */
public final class PlaceBook {

  private final Weighted<Town> towns;

  private PlaceBook() {
    Weighted.Builder<Town> table = Weighted.builder();
    for (List<String> row : TableFile.rows("towns.tsv", 5)) {
      List<Village> villages = new ArrayList<>();
      for (String village : row.get(4).split(" ", -1)) {
        String[] names = village.split("/", 2);
        villages.add(new Village(names[0], names.length > 1 ? names[1] : ""));
      }
      Town town = new Town(row.getFirst(), row.get(1), row.get(2), List.copyOf(villages));
      table.add(town, Double.parseDouble(row.get(3)));
    }
    towns = table.build();
  }

  /** Loads the table from the jar. */
  public static PlaceBook load() {
    return new PlaceBook();
  }

  /** A town, bigger ones more often. */
  public Town town(Dice dice) {
    return towns.draw(dice);
  }

  /**
   * A town or subdistrict.
   *
   * @param code nine digits
   * @param name full name
   * @param alias short or old name that people use
   * @param villages some of its villages
   */
  public record Town(String code, String name, String alias, List<Village> villages) {}

  /**
   * A village or community.
   *
   * @param name full name
   * @param formerName name of a village merged into it, empty if there is none
   */
  public record Village(String name, String formerName) {}
}

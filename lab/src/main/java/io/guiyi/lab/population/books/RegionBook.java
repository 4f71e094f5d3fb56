package io.guiyi.lab.population.books;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The counties that migrants to Cixi come from, in about the proportions the city reports. */
public final class RegionBook {

  private final Weighted<Region> regions;

  private RegionBook(Map<String, Double> provinces) {
    List<List<String>> rows = TableFile.rows("regions.tsv", 8);
    Map<String, Double> listed = new HashMap<>();
    rows.forEach(row -> listed.merge(row.get(3), Double.parseDouble(row.get(6)), Double::sum));
    Weighted.Builder<Region> table = Weighted.builder();
    for (List<String> row : rows) {
      String province = row.get(3);
      double weight =
          Double.parseDouble(row.get(6))
              * provinces.getOrDefault(province, 0.0)
              / listed.getOrDefault(province, 1.0);
      if (weight > 0) {
        table.add(region(row), weight);
      }
    }
    regions = table.build();
  }

  /**
   * Loads the table from the jar.
   *
   * @param provinces weights by name of the province; those that are missing send nobody
   */
  public static RegionBook load(Map<String, Double> provinces) {
    return new RegionBook(provinces);
  }

  /** A county, commoner ones more often. */
  public Region draw(Dice dice) {
    return regions.draw(dice);
  }

  /** All counties. */
  public List<Region> all() {
    return regions.entries();
  }

  private static Region region(List<String> row) {
    Weighted.Builder<String> groups = Weighted.builder();
    double others = 0;
    for (String share : row.get(7).split(",", -1)) {
      if (!share.isEmpty()) {
        String[] pair = share.split("=", 2);
        double percent = Double.parseDouble(pair[1]);
        groups.add(pair[0], percent);
        others += percent;
      }
    }
    groups.add("01", 100 - others);
    return new Region(
        row.getFirst(),
        row.get(1),
        Integer.parseInt(row.get(2)),
        row.get(3),
        row.get(4),
        row.get(5),
        groups.build());
  }

  /**
   * A county.
   *
   * @param code its six digits today
   * @param earlierCode its six digits before the reform; equal to {@code code} if there was none
   * @param reformYear year from which {@code code} holds
   * @param province name of the province
   * @param prefecture name of the prefecture, or 直辖
   * @param county name of the county
   * @param groups ethnic groups (codes of GB 3304) by share
   */
  public record Region(
      String code,
      String earlierCode,
      int reformYear,
      String province,
      String prefecture,
      String county,
      Weighted<String> groups) {

    /**
     * Citizen numbers begin with the code that held at registration: at birth, or 1985 at the
     * earliest.
     */
    public String codeInYear(int birthYear) {
      return Math.max(birthYear, 1985) < reformYear ? earlierCode : code;
    }

    /** Province, prefecture and county as an address begins. */
    public String fullName() {
      return prefecture.equals("直辖") ? province + county : province + prefecture + county;
    }
  }
}

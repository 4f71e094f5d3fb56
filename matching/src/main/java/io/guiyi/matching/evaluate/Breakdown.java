package io.guiyi.matching.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where pairs of records get lost: by the two sources they come from, and by what makes one of them
 * difficult. A pair counts once under each difficulty of either record, and under {@code plain} if
 * neither has any.
 */
public final class Breakdown {

  private static final String PLAIN = "plain";

  private final Map<String, Share> bySources;
  private final Map<String, Share> byDifficulty;

  private Breakdown(Map<String, Share> bySources, Map<String, Share> byDifficulty) {
    this.bySources = bySources;
    this.byDifficulty = byDifficulty;
  }

  /**
   * Pairs of one kind.
   *
   * @param actual pairs that belong together
   * @param missed those of them that are in two clusters
   * @param wrong pairs in one cluster that do not belong together
   */
  public record Share(long actual, long missed, long wrong) {

    /** Share of the actual pairs that were found; 1 if there are none. */
    public double recall() {
      return actual == 0 ? 1 : 1 - (double) missed / actual;
    }
  }

  /** Takes the pairs of these records apart. */
  public static Breakdown of(Placements placements) {
    PairCounts actual = new PairCounts(placements);
    int[] byPerson = placements.byPerson();
    for (int from = 0, to; from < byPerson.length; from = to) {
      to = ClusterQuality.endOfCell(placements, byPerson, from, byPerson.length);
      actual.add(byPerson, from, to);
    }
    PairCounts together = new PairCounts(placements);
    PairCounts found = new PairCounts(placements);
    int[] order = placements.byClusterAndPerson();
    for (int from = 0, to; from < order.length; from = to) {
      to = ClusterQuality.endOfCluster(placements, order, from);
      together.add(order, from, to);
      for (int at = from, end; at < to; at = end) {
        end = ClusterQuality.endOfCell(placements, order, at, to);
        found.add(order, at, end);
      }
    }
    return new Breakdown(
        sources(placements.sourceNames(), actual, together, found),
        difficulties(placements.labelNames(), actual, together, found));
  }

  private static Map<String, Share> sources(
      List<String> names, PairCounts actual, PairCounts together, PairCounts found) {
    Map<String, Share> shares = new TreeMap<>();
    for (int one = 0; one < names.size(); one++) {
      for (int other = one; other < names.size(); other++) {
        boolean inOrder = names.get(one).compareTo(names.get(other)) <= 0;
        String first = names.get(inOrder ? one : other);
        String second = names.get(inOrder ? other : one);
        put(
            shares,
            first + "-" + second,
            actual.ofSources(one, other),
            together.ofSources(one, other),
            found.ofSources(one, other));
      }
    }
    return shares;
  }

  private static Map<String, Share> difficulties(
      List<String> names, PairCounts actual, PairCounts together, PairCounts found) {
    Map<String, Share> shares = new TreeMap<>();
    for (int label = 0; label < names.size(); label++) {
      put(
          shares,
          names.get(label),
          actual.ofLabel(label),
          together.ofLabel(label),
          found.ofLabel(label));
    }
    put(shares, PLAIN, actual.plain(), together.plain(), found.plain());
    return shares;
  }

  private static void put(
      Map<String, Share> shares, String name, long actual, long together, long found) {
    if (actual > 0 || together > 0) {
      shares.put(name, new Share(actual, actual - found, together - found));
    }
  }

  /** Pairs by the names of both sources in alphabetical order, such as {@code health-police}. */
  public Map<String, Share> bySources() {
    return Map.copyOf(bySources);
  }

  /** Pairs by label of difficulty. */
  public Map<String, Share> byDifficulty() {
    return Map.copyOf(byDifficulty);
  }

  /** A table for people, the worst first. */
  public String table() {
    StringBuilder table = new StringBuilder();
    append(table, "pairs by sources", bySources);
    append(table, "pairs by difficulty", byDifficulty);
    return table.toString();
  }

  private static void append(StringBuilder table, String title, Map<String, Share> shares) {
    table.append("%-24s%10s%10s%10s%9s%n".formatted(title, "actual", "missed", "wrong", "recall"));
    shares.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Share> entry) ->
                -entry.getValue().missed() - entry.getValue().wrong()))
        .forEach(entry -> {
          Share share = entry.getValue();
          table.append(
              "%-24s%10d%10d%10d%9.4f%n"
                  .formatted(
                      entry.getKey(),
                      share.actual(),
                      share.missed(),
                      share.wrong(),
                      share.recall()));
        });
  }
}

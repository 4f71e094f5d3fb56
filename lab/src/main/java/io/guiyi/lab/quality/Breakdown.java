package io.guiyi.lab.quality;

import io.guiyi.lab.population.feeds.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where pairs of records get lost: by the two sources they come from, and by what makes one of them
 * difficult. A pair counts once under each difficulty of either record, and under {@code plain} if
 * neither has any.
 */
public final class Breakdown {

  /** A person or cluster of more records than this is looked at in its first ones only. */
  private static final int RECORDS_MAX = 200;

  private final Map<String, Share> bySources = new TreeMap<>();
  private final Map<String, Share> byDifficulty = new TreeMap<>();
  private final Map<String, Long> unlinked = new TreeMap<>();

  private Breakdown() {}

  /**
   * One record with the cluster it is in.
   *
   * @param truth whose it is
   * @param cluster equal for records that the hub holds to be one person
   * @param linked whether the hub linked it to anybody
   */
  public record Placed(Truth truth, String cluster, boolean linked) {}

  /**
   * Pairs of one kind.
   *
   * @param actual pairs that belong together
   * @param missed those of them that the hub keeps apart
   * @param wrong pairs that the hub puts together although they do not belong
   */
  public record Share(long actual, long missed, long wrong) {

    private Share plus(Share more) {
      return new Share(actual + more.actual, missed + more.missed, wrong + more.wrong);
    }
  }

  /** Takes the pairs of these records apart. */
  public static Breakdown of(List<Placed> records) {
    Breakdown breakdown = new Breakdown();
    Map<String, List<Placed>> persons = new HashMap<>();
    Map<String, List<Placed>> clusters = new HashMap<>();
    for (Placed record : records) {
      persons.computeIfAbsent(record.truth().personId(), _ -> new ArrayList<>()).add(record);
      clusters.computeIfAbsent(record.cluster(), _ -> new ArrayList<>()).add(record);
      if (!record.linked()) {
        breakdown.unlinked.merge(record.truth().feed().source(), 1L, Long::sum);
      }
    }
    persons.values().forEach(own -> breakdown.pairs(own, true));
    clusters.values().forEach(together -> breakdown.pairs(together, false));
    return breakdown;
  }

  private void pairs(List<Placed> records, boolean samePerson) {
    int count = Math.min(records.size(), RECORDS_MAX);
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        Placed one = records.get(i);
        Placed other = records.get(j);
        if (samePerson) {
          note(one, other, new Share(1, one.cluster().equals(other.cluster()) ? 0 : 1, 0));
        } else if (!one.truth().personId().equals(other.truth().personId())) {
          note(one, other, new Share(0, 0, 1));
        }
      }
    }
  }

  private void note(Placed one, Placed other, Share share) {
    boolean inOrder = one.truth().feed().compareTo(other.truth().feed()) <= 0;
    String first = (inOrder ? one : other).truth().feed().source();
    String second = (inOrder ? other : one).truth().feed().source();
    bySources.merge(first + "-" + second, share, Share::plus);
    Set<String> labels = new LinkedHashSet<>(one.truth().labels());
    labels.addAll(other.truth().labels());
    if (labels.isEmpty()) {
      labels.add("plain");
    }
    labels.forEach(label -> byDifficulty.merge(label, share, Share::plus));
  }

  /** Pairs by the names of both sources, such as {@code police-health}. */
  public Map<String, Share> bySources() {
    return Map.copyOf(bySources);
  }

  /** Pairs by label of the truth file. */
  public Map<String, Share> byDifficulty() {
    return Map.copyOf(byDifficulty);
  }

  /** Records that the hub linked to nobody (quarantined or in review), by source. */
  public Map<String, Long> unlinked() {
    return Map.copyOf(unlinked);
  }

  /** A table for people, the worst first. */
  public String table() {
    StringBuilder table = new StringBuilder();
    append(table, "pairs by sources", bySources);
    append(table, "pairs by difficulty", byDifficulty);
    table.append("records linked to nobody: ").append(unlinked).append('\n');
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
          double recall = share.actual() == 0 ? 1 : 1 - (double) share.missed() / share.actual();
          table.append(
              "%-24s%10d%10d%10d%9.4f%n"
                  .formatted(
                      entry.getKey(), share.actual(), share.missed(), share.wrong(), recall));
        });
  }
}

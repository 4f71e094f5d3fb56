package io.guiyi.matching.city;

import io.guiyi.matching.Decision;
import io.guiyi.matching.Invented;
import io.guiyi.matching.Matcher;
import io.guiyi.matching.TestRegister;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.normalize.Profile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lets the engine decide about rows in their order and compares with the truth. As in the hub, a
 * record in review stands in no person and is no candidate.
 */
final class Trial {
  private static final int PAGE = 1000;
  private static final int MISSES_SHOWN = 40;

  private final List<Row> rows;
  private final List<Profile> profiles = new ArrayList<>();
  private final long[] persons;
  private final Decision[] decisions;
  private final long nanos;
  private long waiting;
  private long decidedAgain;

  private Trial(List<Row> rows, Path folder) {
    this.rows = rows;
    this.persons = new long[rows.size()];
    this.decisions = new Decision[rows.size()];
    for (Row row : rows) {
      profiles.add(Invented.profile(row.claim()));
    }
    KeptModel model = CityRecords.model();
    long start = cpuNanos();
    run(folder, model);
    this.nanos = cpuNanos() - start;
  }

  static Trial of(List<Row> rows, Path folder) {
    return new Trial(rows, folder);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void run(Path folder, KeptModel model) {
    try (Matcher matcher = Matcher.open(folder, model, Invented.key("trial"))) {
      TestRegister register = new TestRegister(matcher);
      for (int i = 0; i < rows.size(); i++) {
        decisions[i] = register.arrive(i + 1L, profiles.get(i));
        if (i % PAGE == PAGE - 1) {
          register.nextPage();
        }
      }
      for (int i = 0; i < rows.size(); i++) {
        persons[i] = register.cluster(i + 1L);
      }
      waiting = Arrays.stream(persons).filter(person -> person < 0).count();
      decidedAgain = register.decidedAgain();
    }
  }

  long person(int row) {
    return persons[row];
  }

  Profile profile(int row) {
    return profiles.get(row);
  }

  double precision() {
    return (double) pairs(true, true) / pairs(true, false);
  }

  double recall() {
    return (double) pairs(true, true) / pairs(false, true);
  }

  /** Pairs of rows that have the same person by the engine, by the truth, or by both. */
  private long pairs(boolean found, boolean truth) {
    Map<String, Long> sizes = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String key = (found ? persons[i] : 0) + "/" + (truth ? rows.get(i).citizen().number() : 0);
      sizes.merge(key, 1L, Long::sum);
    }
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  /** True persons that share an engine's person with another one. */
  Set<Citizen> wronglyMerged() {
    Map<Long, Set<Citizen>> inside = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      inside.computeIfAbsent(persons[i], _ -> new HashSet<>()).add(rows.get(i).citizen());
    }
    Set<Citizen> merged = new HashSet<>();
    inside.values().stream().filter(set -> set.size() > 1).forEach(merged::addAll);
    return merged;
  }

  /** Records that wait for a steward in the end. */
  long reviews() {
    return waiting;
  }

  private double microsPerRow() {
    return nanos / 1e3 / rows.size();
  }

  /** What stands in the way, the most frequent first: outcome, trigger and faults of each row. */
  private String misses() {
    Map<Integer, Map<Long, Integer>> sizes = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      sizes
          .computeIfAbsent(rows.get(i).citizen().number(), _ -> new TreeMap<>())
          .merge(persons[i], 1, Integer::sum);
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<Long, Integer> parts = sizes.getOrDefault(rows.get(i).citizen().number(), Map.of());
      long largest =
          parts.entrySet().stream()
              .max(
                  Map.Entry.<Long, Integer>comparingByValue()
                      .thenComparing(Map.Entry::getKey, Comparator.comparing(Trial::earliest)))
              .map(Map.Entry::getKey)
              .orElse(0L);
      if (persons[i] != largest) {
        counts.merge(label(i), 1, Integer::sum);
      }
    }
    StringBuilder text = new StringBuilder();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MISSES_SHOWN)
        .forEach(e -> text.append("%5d %s%n".formatted(e.getValue(), e.getKey())));
    return text.toString();
  }

  /** Of two parts of a size the one begun first counts as the person; one in review never does. */
  private static long earliest(long person) {
    return person > 0 ? -person : Long.MIN_VALUE;
  }

  private String label(int row) {
    String outcome =
        switch (decisions[row]) {
          case Decision.LinkTo _ -> "LINKED ELSEWHERE";
          case Decision.NewPerson _ -> "NEW";
          case Decision.Review review -> review.trigger().name();
        };
    Row it = rows.get(row);
    String age = it.citizen().isChild() ? "child" : "adult";
    return outcome + " " + it.department() + " " + age + " " + it.faults();
  }

  @Override
  public String toString() {
    return ("%d rows: precision %.5f, recall %.4f, %d wrongly merged, %d reviews, "
            + "%.0f µs a row, %d decided again%n%s")
        .formatted(
            rows.size(),
            precision(),
            recall(),
            wronglyMerged().size(),
            reviews(),
            microsPerRow(),
            decidedAgain,
            misses());
  }
}

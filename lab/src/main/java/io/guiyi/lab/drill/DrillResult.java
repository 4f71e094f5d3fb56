package io.guiyi.lab.drill;

import io.guiyi.lab.drill.KillPlan.Victims;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a kill drill showed.
 *
 * @param kills what was done, in order
 * @param rows how many rows there were to read
 * @param findings what the oracle found
 * @param resumeWithin the bound on each resume
 * @param seconds the whole drill, the undisturbed run included
 */
public record DrillResult(
    List<Survived> kills,
    long rows,
    Oracle.Findings findings,
    Duration resumeWithin,
    double seconds) {

  /** Copies the list. */
  public DrillResult {
    kills = List.copyOf(kills);
  }

  /**
   * A kill and the life after it.
   *
   * @param victims who was killed
   * @param atRows how many rows were applied when it happened
   * @param resume from the start of the same command to the first page applied after it, or to the
   *     proof that nothing is left to read
   */
  public record Survived(Victims victims, long atRows, Duration resume) {}

  /** The figures by the names of the command line. */
  public Map<String, Object> figures() {
    List<Double> resumes =
        kills.stream().map(kill -> kill.resume().toMillis() / 1e3).sorted().toList();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("kills", kills.size());
    figures.put("kills_of_the_hub", count(Victims.HUB));
    figures.put("kills_of_hub_and_database", count(Victims.HUB_AND_DATABASE));
    figures.put("kills_before_the_last_row", beforeTheLastRow());
    figures.put("rows", rows);
    figures.put("records", findings.records());
    figures.put("persons", findings.persons());
    figures.put("lost", findings.lost());
    figures.put("feed_entries", findings.feedEntries());
    figures.put("effects", findings.effects());
    figures.put("applied_twice", findings.appliedTwice());
    figures.put("resume_seconds_median", resumes.get(resumes.size() / 2));
    figures.put("resume_seconds_max", resumes.getLast());
    figures.put("seconds", Math.floor(seconds * 10) / 10);
    figures.put("bounds_broken", brokenBounds().size());
    return figures;
  }

  private long beforeTheLastRow() {
    return kills.stream().filter(kill -> kill.atRows() < rows).count();
  }

  private long count(Victims victims) {
    return kills.stream().filter(kill -> kill.victims() == victims).count();
  }

  /** Every bound that does not hold, a sentence each; empty if the hub survived as it must. */
  public List<String> brokenBounds() {
    List<String> broken = new ArrayList<>(findings.wrong());
    kills.stream()
        .filter(kill -> kill.resume().compareTo(resumeWithin) > 0)
        .forEach(kill ->
            broken.add(
                "after a kill at row %d it took %d s to resume, longer than %d s"
                    .formatted(
                        kill.atRows(), kill.resume().toSeconds(), resumeWithin.toSeconds())));
    return broken;
  }
}

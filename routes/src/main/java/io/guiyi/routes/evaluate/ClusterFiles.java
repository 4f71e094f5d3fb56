package io.guiyi.routes.evaluate;

import io.guiyi.matching.evaluate.Placements;
import io.guiyi.routes.config.ConfigFaults;
import io.guiyi.routes.config.ConfigRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clustering and the truth about its records, as files.
 *
 * @param clusters which record is held to be whom: {@code source,record_id,person_id}
 * @param truth whom each record is really about: the same columns
 * @param difficulty what makes each record difficult, labels joined by {@code +}: {@code
 *     source,record_id,difficulty}; null if nobody knows
 */
public record ClusterFiles(Path clusters, Path truth, @Nullable Path difficulty) {

  private static final String PERSON = "person_id";
  private static final String PLAIN = "plain";

  /**
   * Reads the files. Records that only one of them knows are left out and counted.
   *
   * @throws ConfigRefused with the faults of the files: line, value, remedy
   */
  public MeasuredClusters read() {
    ConfigFaults faults = new ConfigFaults();
    Truths truths = new Truths();
    new RecordColumn(truth, PERSON, faults).read(truths::addPerson);
    if (difficulty != null) {
      new RecordColumn(difficulty, "difficulty", faults).read(truths::addDifficulty);
    }
    Placements.Builder placements = Placements.builder();
    Placed placed = new Placed(truths, placements);
    new RecordColumn(clusters, PERSON, faults).read(placed::add);
    faults.refuseIfAny();
    return new MeasuredClusters(
        placements.build(), placed.withoutTruth, truths.count() - placed.seen.cardinality());
  }

  /** Records are named by source and number; no source has this character in its name. */
  private static String named(String source, String recordId) {
    return source + '\n' + recordId;
  }

  /** What is known of each record, by a number of its own. */
  private static final class Truths {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> persons = new ArrayList<>();
    private final Map<String, String> samePersons = new HashMap<>();
    private final Map<Integer, List<String>> labels = new HashMap<>();
    private final Map<String, List<String>> sameLabels = new HashMap<>();

    boolean addPerson(String source, String recordId, String person) {
      if (numbers.putIfAbsent(named(source, recordId), persons.size()) != null) {
        return false;
      }
      persons.add(samePersons.computeIfAbsent(person, same -> same));
      return true;
    }

    boolean addDifficulty(String source, String recordId, String difficulty) {
      Integer number = numbers.get(named(source, recordId));
      if (number == null || difficulty.equals(PLAIN)) {
        return true;
      }
      List<String> own = sameLabels.computeIfAbsent(difficulty, all -> List.of(all.split("\\+")));
      return labels.put(number, own) == null;
    }

    int count() {
      return persons.size();
    }
  }

  /** Puts clusters beside the truth. */
  private static final class Placed {
    private final Truths truths;
    private final Placements.Builder placements;
    private final BitSet seen = new BitSet();
    private long withoutTruth;

    Placed(Truths truths, Placements.Builder placements) {
      this.truths = truths;
      this.placements = placements;
    }

    boolean add(String source, String recordId, String cluster) {
      Integer number = truths.numbers.get(named(source, recordId));
      if (number == null) {
        withoutTruth++;
        return true;
      }
      if (seen.get(number)) {
        return false;
      }
      seen.set(number);
      placements.add(
          source,
          cluster,
          truths.persons.get(number),
          truths.labels.getOrDefault(number, List.of()));
      return true;
    }
  }
}

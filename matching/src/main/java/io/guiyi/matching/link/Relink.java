package io.guiyi.matching.link;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.column.RecordTableBuilder;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.pair.ModelQuestions;
import io.guiyi.matching.pair.RecordReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Links all records of a register anew, as if they had come together: the partition that does not
 * depend on the order in which they came. Values, population and facts are those by which records
 * are decided about one by one.
 */
public final class Relink {
  private Relink() {}

  /**
   * The person of every record, by any numbers: records with the same number are one person.
   *
   * @param model by which to weigh
   * @param records their values as they are compared
   * @param facts what holds whatever they weigh; one about a record that is not there says nothing
   * @param threads how many may work at once, at least 1; the result is the same with any number
   * @throws InterruptedException if the thread is interrupted; nothing is left behind
   */
  public static SortedMap<RecordRef, Integer> partition(
      KeptModel model,
      SortedMap<RecordRef, Profile> records,
      Collection<PairFact> facts,
      int threads)
      throws InterruptedException {
    SortedMap<RecordRef, Integer> partition = new TreeMap<>();
    if (records.isEmpty()) {
      return partition;
    }
    Set<RecordRef> named = new HashSet<>();
    facts.forEach(fact -> {
      named.add(fact.a());
      named.add(fact.b());
    });
    RecordReader reader = new RecordReader(ModelQuestions.of(model.trained().description()));
    RecordTableBuilder builder = new RecordTableBuilder(model.trained().description());
    Map<RecordRef, Integer> places = new HashMap<>();
    records.forEach((record, profile) -> {
      int place = builder.add(reader.read(profile)::value);
      places.put(record, place);
      if (named.contains(record)) {
        builder.keepApart(place, record.number());
      }
    });
    RecordTable table = builder.build();
    long population = model.trained().figures().population(table.records());
    LinkResult result =
        new BatchLinker(table, model.trained(), population, known(facts, places, table), threads)
            .link();
    places.forEach((record, place) -> partition.put(record, result.clusterOf()[place]));
    return partition;
  }

  private static UnitFacts known(
      Collection<PairFact> facts, Map<RecordRef, Integer> places, RecordTable table) {
    UnitFacts known = new UnitFacts();
    for (PairFact fact : facts) {
      Integer a = places.get(fact.a());
      Integer b = places.get(fact.b());
      if (a != null && b != null) {
        switch (fact.kind()) {
          case NEVER_LINK -> known.never(table.unitOf(a), table.unitOf(b));
          case ALWAYS_LINK -> known.always(table.unitOf(a), table.unitOf(b));
        }
      }
    }
    return known;
  }
}

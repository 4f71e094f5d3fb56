package io.guiyi.registry.relink;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.RecordRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a plan rests on besides the persons that stand: what every record said, and what stewards
 * had said about it.
 *
 * @param versions the version in force of every record
 * @param facts the facts about a record, if there are any
 */
record Basis(Map<RecordRef, Integer> versions, Map<RecordRef, Set<PairFact>> facts) {

  /** Puts the facts with the records they are about. */
  static Basis of(Map<RecordRef, Integer> versions, Collection<PairFact> facts) {
    Map<RecordRef, Set<PairFact>> about = new HashMap<>();
    for (PairFact fact : facts) {
      about.computeIfAbsent(fact.a(), _ -> new HashSet<>()).add(fact);
      about.computeIfAbsent(fact.b(), _ -> new HashSet<>()).add(fact);
    }
    return new Basis(versions, about);
  }

  /** Whether the record says the same in both, and stewards said the same about it. */
  boolean agrees(Basis other, RecordRef record) {
    return Objects.equals(versions.get(record), other.versions.get(record))
        && facts.getOrDefault(record, Set.of()).equals(other.facts.getOrDefault(record, Set.of()));
  }
}

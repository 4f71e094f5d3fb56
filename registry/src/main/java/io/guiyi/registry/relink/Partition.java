package io.guiyi.registry.relink;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.normalize.Profile;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/** Clusters all records of the register together. */
@FunctionalInterface
interface Partition {
  /**
   * The cluster of every record, by any numbers: records of one cluster are one person.
   *
   * @param records their values as they are compared
   * @param facts what stewards said about pairs of them
   */
  Map<RecordRef, Integer> of(SortedMap<RecordRef, Profile> records, Collection<PairFact> facts);
}

package io.guiyi.registry.relink;

import io.guiyi.matching.Matcher;
import io.guiyi.matching.PairFact;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.link.Relink;
import io.guiyi.matching.normalize.Profile;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Clusters by the kernel, under the model that the online engine decides by. */
@Component
class KernelPartition implements Partition {
  private final Matcher matcher;

  KernelPartition(Matcher matcher) {
    this.matcher = matcher;
  }

  @Override
  public Map<RecordRef, Integer> of(
      SortedMap<RecordRef, Profile> records, Collection<PairFact> facts) {
    int threads = Runtime.getRuntime().availableProcessors();
    try {
      return Relink.partition(matcher.model(), records, facts, threads);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("linking anew was interrupted; nothing was changed", stopped);
    }
  }
}

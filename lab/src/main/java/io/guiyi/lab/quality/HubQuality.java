package io.guiyi.lab.quality;

import io.guiyi.matching.evaluate.Breakdown;
import io.guiyi.matching.evaluate.ClusterQuality;
import java.util.Map;

/**
 * How well a hub told people apart.
 *
 * @param clusters the verdict
 * @param pairs which kinds of pairs got lost
 * @param unlinked records that the hub linked to nobody (quarantined or in review), by source
 */
public record HubQuality(ClusterQuality clusters, Breakdown pairs, Map<String, Long> unlinked) {

  /** A table for people, the worst first. */
  public String table() {
    return pairs.table() + "records linked to nobody: " + unlinked + '\n';
  }
}

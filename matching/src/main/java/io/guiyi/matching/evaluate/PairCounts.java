package io.guiyi.matching.evaluate;

import java.util.Arrays;

/**
 * Pairs within groups of records, by their two sources and by what makes one of them difficult.
 * They follow from how many records of each kind a group has: pairs with a difficulty are all pairs
 * less those among the records without it.
 */
final class PairCounts {

  private final Placements placements;
  private final int sourceCount;
  private final long[] bySources;
  private final long[] byLabel;
  private long plain;

  private final long[] recordsOfSource;
  private final long[] recordsOfLabel;

  PairCounts(Placements placements) {
    this.placements = placements;
    this.sourceCount = placements.sourceNames().size();
    this.bySources = new long[sourceCount * sourceCount];
    this.byLabel = new long[placements.labelNames().size()];
    this.recordsOfSource = new long[sourceCount];
    this.recordsOfLabel = new long[byLabel.length];
  }

  /** Adds the pairs of a group: the records of this stretch of {@code order}. */
  void add(int[] order, int from, int to) {
    if (to - from < 2) {
      return;
    }
    Arrays.fill(recordsOfSource, 0);
    Arrays.fill(recordsOfLabel, 0);
    long plainRecords = 0;
    for (int at = from; at < to; at++) {
      recordsOfSource[placements.source(order[at])]++;
      long labels = placements.labels(order[at]);
      plainRecords += labels == 0 ? 1 : 0;
      for (long left = labels; left != 0; left &= left - 1) {
        recordsOfLabel[Long.numberOfTrailingZeros(left)]++;
      }
    }
    long count = to - from;
    for (int label = 0; label < byLabel.length; label++) {
      byLabel[label] +=
          ClusterQuality.pairs(count) - ClusterQuality.pairs(count - recordsOfLabel[label]);
    }
    plain += ClusterQuality.pairs(plainRecords);
    for (int one = 0; one < sourceCount; one++) {
      bySources[one * sourceCount + one] += ClusterQuality.pairs(recordsOfSource[one]);
      for (int other = one + 1; other < sourceCount; other++) {
        bySources[one * sourceCount + other] += recordsOfSource[one] * recordsOfSource[other];
      }
    }
  }

  /** Pairs of a record of one source and one of the other, which has no smaller number. */
  long ofSources(int one, int other) {
    return bySources[one * sourceCount + other];
  }

  /** Pairs of which at least one record has the label. */
  long ofLabel(int label) {
    return byLabel[label];
  }

  /** Pairs of which neither record has a label. */
  long plain() {
    return plain;
  }
}

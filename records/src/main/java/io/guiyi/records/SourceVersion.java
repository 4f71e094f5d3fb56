package io.guiyi.records;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which of two versions of a row is newer, in the source's own reckoning.
 *
 * @param changedAt when the source says it last changed the row
 * @param sequence the source's own running number, to order versions of one instant; 0 if it has
 *     none
 */
public record SourceVersion(Instant changedAt, long sequence) implements Comparable<SourceVersion> {
  private static final Comparator<SourceVersion> ORDER =
      Comparator.comparing(SourceVersion::changedAt).thenComparingLong(SourceVersion::sequence);

  /** True if this version is older than {@code other}. */
  public boolean isOlderThan(SourceVersion other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(SourceVersion other) {
    return ORDER.compare(this, other);
  }
}

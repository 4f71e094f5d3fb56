package io.guiyi.matching;

/**
 * The register's number of a source record.
 *
 * @param number from 1
 */
public record RecordRef(long number) implements Comparable<RecordRef> {
  @Override
  public int compareTo(RecordRef other) {
    return Long.compare(number, other.number);
  }
}

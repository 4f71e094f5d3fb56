package io.guiyi.matching;

/**
 * The register's number of a person; never shown outside, where a {@link
 * io.guiyi.records.person.PersonId} stands.
 *
 * @param number from 1
 */
public record PersonRef(long number) implements Comparable<PersonRef> {
  @Override
  public int compareTo(PersonRef other) {
    return Long.compare(number, other.number);
  }
}

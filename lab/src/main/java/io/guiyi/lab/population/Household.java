package io.guiyi.lab.population;

import java.util.List;

/**
 * People who came and live together.
 *
 * @param number its number in the city, from 0
 * @param members one to six; the head comes first
 */
public record Household(long number, List<Resident> members) {

  /** The members who are not children. */
  public List<Resident> adults() {
    return members.stream().filter(member -> !member.role().isChild()).toList();
  }
}

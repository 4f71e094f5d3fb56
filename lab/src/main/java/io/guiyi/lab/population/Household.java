package io.guiyi.lab.population;

import io.guiyi.lab.population.Resident.Role;
import io.guiyi.lab.population.books.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Who answers for the children: parents first, then grandparents. */
  public List<Guardian> guardians() {
    List<Guardian> guardians = new ArrayList<>();
    for (Resident adult : adults()) {
      Guardian.Relation relation =
          switch (adult.role()) {
            case HEAD, SPOUSE ->
                adult.sex() == Sex.MALE ? Guardian.Relation.FATHER : Guardian.Relation.MOTHER;
            case GRANDPARENT -> Guardian.Relation.GRANDPARENT;
            case CHILD, TWIN -> throw new IllegalStateException(adult + " is no adult");
          };
      guardians.add(new Guardian(adult, relation));
    }
    return List.copyOf(guardians);
  }

  /** The one she is married to, or empty. */
  public Optional<Resident> spouseOf(Resident resident) {
    Role other =
        switch (resident.role()) {
          case HEAD -> Role.SPOUSE;
          case SPOUSE -> Role.HEAD;
          case CHILD, TWIN, GRANDPARENT -> resident.role();
        };
    return other == resident.role()
        ? Optional.empty()
        : members.stream().filter(member -> member.role() == other).findFirst();
  }
}

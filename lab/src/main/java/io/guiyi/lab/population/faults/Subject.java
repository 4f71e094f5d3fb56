package io.guiyi.lab.population.faults;

import io.guiyi.lab.population.Document;
import io.guiyi.lab.population.Dwelling;
import io.guiyi.lab.population.Employer;
import io.guiyi.lab.population.Guardian;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.PhoneBook;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person in front of the clerk, with those around her.
 *
 * @param resident the person
 * @param household her household
 * @param dwelling where she lives, null if the row does not say
 * @param employer whom she works for, null if nobody
 * @param phones everybody's phones
 * @param people how many residents the city has
 * @param day when she is written down
 */
public record Subject(
    Resident resident,
    Household household,
    @Nullable Dwelling dwelling,
    @Nullable Employer employer,
    PhoneBook phones,
    int people,
    LocalDate day) {

  /** Whether she has not reached this age, in full years. */
  boolean isYoungerThan(int years) {
    return resident.born().plusYears(years).isAfter(day);
  }

  /** The other adults of the household who have a citizen number. */
  List<Resident> relativesWithNumber() {
    return household.adults().stream()
        .filter(adult -> adult.number() != resident.number())
        .filter(adult -> adult.document().kind() == Document.Kind.CITIZEN)
        .toList();
  }

  /** Whether the citizen number is written and still as it should be. */
  boolean hasTrueNumber(Written written) {
    return resident.document().kind() == Document.Kind.CITIZEN
        && resident.document().number().equals(written.number());
  }

  /** Whether the name is written as it should be. */
  boolean hasTrueName(Written written) {
    return resident.name().equals(written.name());
  }

  /** What a clinic files a child as that has no name yet: after its mother, or after nobody. */
  public String placeholder(Dice dice) {
    String surname = resident.name().substring(0, resident.name().offsetByCodePoints(0, 1));
    String child = resident.sex() == Sex.MALE ? "之子" : "之女";
    String mother =
        household.guardians().stream()
            .filter(guardian -> guardian.relation() == Guardian.Relation.MOTHER)
            .map(guardian -> guardian.adult().name())
            .findFirst()
            .orElse(surname + "某");
    return switch (dice.below(4)) {
      case 0 -> surname + "某" + child;
      case 1 -> surname + "婴";
      default -> mother + child;
    };
  }
}

package io.guiyi.lab.population.faults;

import io.guiyi.lab.population.Dwelling;
import io.guiyi.lab.population.Employer;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.WrittenDates;
import io.guiyi.lab.population.books.Dice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Slips in birth date, sex and phone. */
final class PersonSlips {

  private PersonSlips() {}

  static List<Slip> all() {
    return List.of(new WrongBirthDate(), new OppositeSex(), new SomeoneElsesPhone());
  }

  /** The lunar date, the first of January, month and day swapped, or a year too many or too few. */
  private record WrongBirthDate() implements Slip {

    @Override
    public String label() {
      return "birth-date";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return true;
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      LocalDate born = subject.resident().born();
      LocalDate wrong =
          switch (dice.below(4)) {
            case 0 -> born.minusDays(dice.between(20, 50));
            case 1 -> LocalDate.of(born.getYear(), 1, 1);
            case 2 -> swapped(born);
            default -> born.plusYears(dice.chance(50) ? 1 : -1);
          };
      wrong = wrong.equals(born) ? born.minusYears(1) : wrong;
      return written.withBorn(WrittenDates.compact(wrong));
    }

    private static LocalDate swapped(LocalDate born) {
      return born.getDayOfMonth() > 12
          ? born.minusYears(1)
          : LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    }
  }

  /** Contradicts the parity of the number. */
  private record OppositeSex() implements Slip {

    @Override
    public String label() {
      return "opposite-sex";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return true;
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      return written.withSex(written.sex().opposite());
    }
  }

  /** A phone recycled from a stranger, shared in the family, the employer's or the landlord's. */
  private record SomeoneElsesPhone() implements Slip {

    @Override
    public String label() {
      return "shared-phone";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return true;
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      List<String> phones = new ArrayList<>();
      phones.add(subject.phones().ofResident(dice.between(2, subject.people() + 1)));
      for (Resident member : subject.household().members()) {
        if (!member.phone().equals(written.phone())) {
          phones.add(member.phone());
        }
      }
      Employer employer = subject.employer();
      if (employer != null) {
        phones.add(employer.phone());
      }
      Dwelling dwelling = subject.dwelling();
      if (dwelling != null) {
        phones.add(dwelling.landlordPhone());
      }
      return written.withPhone(dice.pick(phones));
    }
  }
}

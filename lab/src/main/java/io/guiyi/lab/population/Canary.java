package io.guiyi.lab.population;

import io.guiyi.lab.population.Resident.Role;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.NameBook;
import io.guiyi.lab.population.books.Sex;
import java.time.LocalDate;
import java.util.List;

/**
 * One invented person whose name, number and phone occur nowhere else, so that a search through
 * bytes tells whether anything kept her in clear. Her rows are never wrong; she is the first
 * resident of every city.
 *
 * @param personId her identifier in the truth file
 * @param name her name
 * @param idNumber her citizen number
 * @param phone her phone
 */
public record Canary(String personId, String name, String idNumber, String phone) {

  private static final int NUMBER = 1;
  private static final String NAME = "淳于鸑鷟";
  private static final String PHONE = "17090817263";
  private static final LocalDate BORN = LocalDate.of(1977, 3, 19);
  private static final String REGION_AT_BIRTH = "342127";

  /** The canary; the same in every city. */
  static Canary known() {
    String number = CitizenNumbers.compose(REGION_AT_BIRTH, BORN, 738);
    return new Canary("P" + WrittenDates.padded(NUMBER, 8), NAME, number, PHONE);
  }

  /** Her household: she lives and works in the city since 2019 and never moved. */
  static Household household(PopulationSettings settings) {
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.HOUSEHOLD, 0);
    City city = new City(settings, new PhoneBook(settings.seed()), NameBook.load());
    LocalDate came = settings.referenceDay().minusYears(7);
    Canary canary = known();
    Job job = new Job(city.employer(dice), came, null, true, null, null);
    Resident resident =
        new Resident(
            NUMBER,
            Role.HEAD,
            canary.name(),
            null,
            Sex.FEMALE,
            BORN,
            "01",
            new Document(Document.Kind.CITIZEN, canary.idNumber()),
            "341225",
            "安徽省阜阳市阜南县城关镇李庄村3组",
            canary.phone(),
            List.of(new Residence(city.rented(dice), came, null)),
            null,
            List.of(job),
            null);
    return new Household(0, List.of(resident));
  }

  /** Nothing of her. */
  @Override
  public String toString() {
    return personId;
  }
}

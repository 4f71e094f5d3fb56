package io.guiyi.lab.population;

import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.NameBook;
import io.guiyi.lab.population.books.PlaceBook;
import io.guiyi.lab.population.books.PlaceBook.Town;
import io.guiyi.lab.population.books.Sex;
import io.guiyi.lab.population.books.TradeBook;
import io.guiyi.lab.population.books.TradeBook.Trade;

/** The firms and houses of the city; each is a function of the seed and its number alone. */
final class City {

  /** Region code of Cixi since 1990. */
  static final String REGION = "330282";

  private static final int PEOPLE_PER_EMPLOYER = 30;
  private static final int PEOPLE_PER_HOUSE = 5;
  private static final String ORGANIZATION_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private final long seed;
  private final int employerCount;
  private final int houseCount;
  private final PhoneBook phones;
  private final NameBook names;
  private final PlaceBook places = PlaceBook.load();
  private final TradeBook trades;

  City(PopulationSettings settings, PhoneBook phones, NameBook names) {
    this.seed = settings.seed();
    this.employerCount = Math.max(20, settings.people() / PEOPLE_PER_EMPLOYER);
    this.houseCount = Math.max(20, settings.people() / PEOPLE_PER_HOUSE);
    this.trades = TradeBook.load(settings.profile().percent("secondary-industry"));
    this.phones = phones;
    this.names = names;
  }

  /** A firm; a few big ones employ most people. */
  Employer employer(Dice dice) {
    int number = (int) (employerCount * Math.pow(dice.unit(), 2.2));
    return employer(number);
  }

  private Employer employer(int number) {
    Dice dice = Dice.of(seed, Dice.Purpose.EMPLOYER, number);
    Trade trade = trades.trade(dice);
    String place = dice.chance(70) ? "慈溪市" : "宁波";
    String name = place + trades.word(dice) + trade.word() + "有限公司";
    StringBuilder organization = new StringBuilder("MA2");
    for (int i = 0; i < 5; i++) {
      organization.append(dice.pickCharacter(ORGANIZATION_LETTERS));
    }
    return new Employer(
        number,
        name,
        CreditCodes.compose(REGION, organization.toString()),
        Integer.toString(33_000_000 + number),
        trade,
        phones.ofEmployer(number));
  }

  /** A room or shed in a rented house. */
  Dwelling rented(Dice dice) {
    int number = dice.below(houseCount);
    Dice house = Dice.of(seed, Dice.Purpose.HOUSE, number);
    Town town = places.town(house);
    String landlord = names.surname(house) + names.given(Sex.MALE, 1950 + house.below(30), house);
    return new Dwelling(
        dice.chance(4) ? Dwelling.Kind.SHED : Dwelling.Kind.RENTED,
        town,
        house.pick(town.villages()),
        house.between(1, 380),
        house.between(1, 3),
        room(dice),
        landlord,
        phones.ofLandlord(number),
        "H" + REGION + WrittenDates.padded(number, 8));
  }

  /** A bed in a firm's dormitory. */
  Dwelling dormitory(Employer employer, Dice dice) {
    Dice house = Dice.of(seed, Dice.Purpose.EMPLOYER, employer.number());
    Town town = places.town(house);
    return new Dwelling(
        Dwelling.Kind.DORMITORY,
        town,
        house.pick(town.villages()),
        house.between(400, 900),
        dice.between(1, 4),
        room(dice),
        employer.name(),
        employer.phone(),
        "D" + REGION + WrittenDates.padded(employer.number(), 8));
  }

  private static int room(Dice dice) {
    return dice.between(1, 5) * 100 + dice.between(1, 12);
  }
}

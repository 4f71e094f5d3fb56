package io.guiyi.lab.population;

import io.guiyi.lab.population.books.Dice;
import java.util.List;

/** Gives every resident, landlord and firm a mobile number of its own. */
public final class PhoneBook {

  private static final List<String> PREFIXES =
      List.of(
          "130", "131", "132", "135", "136", "137", "138", "139", "150", "151", "152", "157", "158",
          "159", "173", "177", "182", "183", "187", "188", "189");

  private static final int LANDLORDS_FROM = 40_000_000;
  private static final int EMPLOYERS_FROM = 80_000_000;
  private static final long SPREAD = 48_271_003L;
  private static final long NUMBERS = 100_000_000L;

  private final long seed;

  /** The book of a city with this seed. */
  public PhoneBook(long seed) {
    this.seed = seed;
  }

  /** Phone of a resident. */
  public String ofResident(int number) {
    return of(number);
  }

  /** Phone of the landlord of a house. */
  public String ofLandlord(int house) {
    return of(LANDLORDS_FROM + house);
  }

  /** Office phone of a firm. */
  public String ofEmployer(int employer) {
    return of(EMPLOYERS_FROM + employer);
  }

  /** Multiplying by a number prime to a hundred million permutes the last eight digits. */
  private String of(int subject) {
    String prefix = Dice.of(seed, Dice.Purpose.PHONE, subject).pick(PREFIXES);
    long last = Math.floorMod(subject * SPREAD + Math.floorMod(seed, NUMBERS), NUMBERS);
    String digits = Long.toString(NUMBERS + last);
    return prefix + digits.substring(1);
  }
}

package io.guiyi.lab.population;

/** Numbers that schools and vaccination clinics give to children. */
public final class SchoolNumbers {

  /** Prime to a hundred million: its multiples spread over all last digits. */
  private static final long SPREAD = 48_271_003L;

  private static final int CLINICS = 20;
  private static final int SERIALS = 10_000;

  private SchoolNumbers() {}

  /** The student number of someone whose ID number is known: G and the number. */
  public static String ofIdNumber(String idNumber) {
    return "G" + idNumber;
  }

  /**
   * The student number made up for someone without ID number: J, region, birth date, serial.
   *
   * @param copy 0 for the first school that makes one up, 1 for the second
   */
  public static String generated(Resident pupil, int copy) {
    int serial = (int) ((pupil.number() * SPREAD + 500L * copy) % 1000);
    return "J" + CitizenNumbers.compose(City.REGION, pupil.born(), serial);
  }

  /** The temporary student number: L, region, birth date and four digits without a check. */
  public static String temporary(Resident pupil) {
    long serial = pupil.number() * SPREAD % SERIALS;
    return "L" + City.REGION + WrittenDates.compact(pupil.born()) + WrittenDates.padded(serial, 4);
  }

  /** The code of a child in the vaccination programme: clinic, birth year, serial. */
  public static String childCode(Resident child) {
    long place = child.number() * SPREAD % ((long) CLINICS * SERIALS);
    return City.REGION
        + WrittenDates.padded(101 + place / SERIALS, 4)
        + child.born().getYear()
        + WrittenDates.padded(place % SERIALS, 4);
  }
}

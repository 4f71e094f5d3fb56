package io.guiyi.lab.population;

import io.guiyi.lab.population.books.PlaceBook.Town;
import io.guiyi.lab.population.books.PlaceBook.Village;

/**
 * A place to live in Cixi, exact to the room.
 *
 * @param kind rented room, firm's dormitory or shed
 * @param town town
 * @param village village
 * @param houseNumber number in the village
 * @param building building of the compound, 1 or more
 * @param room floor and room, such as 203
 * @param landlord name of the landlord, or of the firm for a dormitory
 * @param landlordPhone phone of the landlord
 * @param houseCode code of the house in the police's register, the same for all its rooms
 */
public record Dwelling(
    Kind kind,
    Town town,
    Village village,
    int houseNumber,
    int building,
    int room,
    String landlord,
    String landlordPhone,
    String houseCode) {

  /** Kinds of dwellings. */
  public enum Kind {
    RENTED,
    DORMITORY,
    SHED
  }

  /** The code of the room in the standard-address library. */
  public String addressCode() {
    return town.code() + houseCode.substring(houseCode.length() - 8) + WrittenDates.padded(room, 4);
  }

  @Override
  public String toString() {
    return kind + " in " + town.name();
  }
}

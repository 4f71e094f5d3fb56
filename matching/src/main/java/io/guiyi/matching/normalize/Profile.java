package io.guiyi.matching.normalize;

import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row's values as they are compared.
 *
 * @param name the name
 * @param formerName 曾用名, if given
 * @param numbers what its number columns hold, most trusted first
 * @param sex as the row says; if it does not, as its valid number says
 * @param birthDate as the row says; if it does not, as its valid number says
 * @param numberBirthDate the date in its valid number, unless {@code contradictsItself}
 * @param contradictsItself true if birth date or sex of the row and of its valid number belong to
 *     two different people: a parent's number, a borrowed one
 * @param phones digits
 * @param residence where the person lives
 * @param employer the core of the employer's name, empty if unknown
 */
public record Profile(
    NameForm name,
    @Nullable NameForm formerName,
    List<NumberClaim> numbers,
    Sex sex,
    @Nullable PartialDate birthDate,
    @Nullable PartialDate numberBirthDate,
    boolean contradictsItself,
    List<String> phones,
    @Nullable AddressTokens residence,
    String employer) {

  /** Copies the lists. */
  public Profile {
    numbers = List.copyOf(numbers);
    phones = List.copyOf(phones);
  }

  /** The valid numbers whose check character was there and fits. */
  public List<IdNumber> checkedNumbers() {
    return numbers.stream()
        .filter(n -> n instanceof NumberClaim.Valid v && !v.upgraded())
        .map(n -> ((NumberClaim.Valid) n).number())
        .toList();
  }

  /** True if at least one number is valid, checked or upgraded from 15 digits. */
  public boolean hasValidNumber() {
    for (NumberClaim claim : numbers) {
      if (claim instanceof NumberClaim.Valid) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "Profile[" + name + ", " + numbers.size() + " numbers]";
  }
}

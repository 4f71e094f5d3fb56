package io.guiyi.matching.normalize;

import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row's values as they are compared.
 *
 * @param name the name
 * @param formerName 曾用名, if given
 * @param numbers what its number columns hold, most trusted first; without those that are certainly
 *     somebody else's, which stand in {@code kin}
 * @param title how good its claim to its valid number is
 * @param codes the numbers of a child's files
 * @param sex as the row says; if it does not, as its valid number says
 * @param birthDate as the row says; null if it does not
 * @param numberBirthDate the date in its valid number, unless that is contested
 * @param phones digits; the guardians' behind the person's own
 * @param residence where the person lives
 * @param employer the core of the employer's name, empty if unknown
 * @param kin guardians, spouse, and whoever else's number stands in the row
 */
public record Profile(
    NameForm name,
    @Nullable NameForm formerName,
    List<NumberClaim> numbers,
    NumberTitle title,
    List<FileCode> codes,
    Sex sex,
    @Nullable PartialDate birthDate,
    @Nullable PartialDate numberBirthDate,
    List<String> phones,
    @Nullable AddressTokens residence,
    String employer,
    List<Kin> kin) {

  /** Copies the lists. */
  public Profile {
    numbers = List.copyOf(numbers);
    codes = List.copyOf(codes);
    phones = List.copyOf(phones);
    kin = List.copyOf(kin);
  }

  /** The valid numbers that are the person's own, as far as the row alone can tell. */
  public List<IdNumber> ownNumbers() {
    List<IdNumber> own = new ArrayList<>(numbers.size());
    for (NumberClaim claim : numbers) {
      if (claim instanceof NumberClaim.Valid valid && valid.isOwn()) {
        own.add(valid.number());
      }
    }
    return own;
  }

  /** The first valid number that is not contested. */
  public Optional<IdNumber> firstNumber() {
    for (NumberClaim claim : numbers) {
      if (claim instanceof NumberClaim.Valid(var number, var witness)
          && witness != NumberClaim.Witness.NOBODY) {
        return Optional.of(number);
      }
    }
    return Optional.empty();
  }

  /** True if at least one number is valid and not contested. */
  public boolean hasValidNumber() {
    return firstNumber().isPresent();
  }

  @Override
  public String toString() {
    return "Profile[" + name + ", " + numbers.size() + " numbers]";
  }
}

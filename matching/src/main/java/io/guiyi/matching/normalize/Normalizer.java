package io.guiyi.matching.normalize;

import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns claims into profiles. Pure; safe for use by many threads. */
public final class Normalizer {
  /** A year further apart than this is no slip of the pen. */
  private static final int YEARS_OF_A_SLIP = 1;

  private Normalizer() {}

  /** The values of {@code claim} as they are compared. */
  public static Profile profile(IdentityClaim claim) {
    List<NumberClaim> numbers = numbers(claim.documents());
    Optional<IdNumber> valid = firstValid(numbers);
    Optional<PartialDate> inNumber = valid.flatMap(IdNumber::birthDate).map(PartialDate::of);
    boolean contradiction = contradiction(claim, valid, inNumber);
    PartialDate stated = claim.birthDate();
    return new Profile(
        NameReader.read(claim.name().written()),
        claim.formerName() == null ? null : NameReader.read(claim.formerName().written()),
        numbers,
        claim.sex().isStated() ? claim.sex() : valid.flatMap(IdNumber::sex).orElse(Sex.UNKNOWN),
        stated == null ? inNumber.orElse(null) : stated,
        contradiction ? null : inNumber.orElse(null),
        contradiction,
        phones(claim.phones()),
        claim.residence() == null ? null : AddressTokens.of(claim.residence()),
        employer(claim.employer()));
  }

  private static List<NumberClaim> numbers(List<IdDocument> documents) {
    Set<NumberClaim> numbers = new LinkedHashSet<>();
    documents.forEach(d -> NumberClaim.read(d).ifPresent(numbers::add));
    return List.copyOf(numbers);
  }

  private static Optional<IdNumber> firstValid(List<NumberClaim> numbers) {
    for (NumberClaim claim : numbers) {
      if (claim instanceof NumberClaim.Valid valid) {
        return Optional.of(valid.number());
      }
    }
    return Optional.empty();
  }

  /**
   * Years apart, or another date and another sex. A date that differs a little is a slip in the
   * row, and a lone wrong sex is one too.
   */
  private static boolean contradiction(
      IdentityClaim claim, Optional<IdNumber> valid, Optional<PartialDate> inNumber) {
    PartialDate stated = claim.birthDate();
    if (stated == null || inNumber.isEmpty()) {
      return false;
    }
    boolean otherSex =
        claim.sex().isStated()
            && valid.flatMap(IdNumber::sex).filter(s -> s != claim.sex()).isPresent();
    boolean otherDate = stated.isWhole() && !stated.equals(inNumber.get());
    return Math.abs(stated.year() - inNumber.get().year()) > YEARS_OF_A_SLIP
        || (otherSex && otherDate);
  }

  private static List<String> phones(List<Phone> phones) {
    return phones.stream().map(Phone::digits).distinct().toList();
  }

  private static String employer(@Nullable String written) {
    return written == null ? "" : EmployerCore.of(written);
  }
}

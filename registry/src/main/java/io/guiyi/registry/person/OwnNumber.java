package io.guiyi.registry.person;

import io.guiyi.records.Parsed;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.Statement;
import io.guiyi.registry.person.Survivorship.Offer;
import io.guiyi.registry.record.HeldRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which ID number is a person's own. Not one of which a row shows that it is somebody else's:
 *
 * <ul>
 *   <li>a row whose own birth date or sex is not the number's carries another person's number;
 *   <li>a number that any row of the person gives as a guardian's or spouse's is theirs, unless a
 *       row says that the person was born on the number's day.
 * </ul>
 *
 * <p>Of the others the one that most rows carry, then the one of the most believed row. Only where
 * no row carries any, the number inside a 学籍号 that begins with G is taken, and only from a row
 * whose birth date is the number's: such a number is not renewed when the ID number is.
 */
final class OwnNumber {
  private OwnNumber() {}

  /**
   * The number that survives, and the most believed row that offers it.
   *
   * @param believed the rows, most believed first
   */
  static Optional<Offer<IdNumber>> among(List<HeldRecord> believed) {
    Set<IdNumber> others = ofOthers(believed);
    Map<IdNumber, Integer> votes = new HashMap<>();
    Map<IdNumber, Offer<IdNumber>> offers = new HashMap<>();
    for (HeldRecord record : believed) {
      IdentityClaim claim = record.content().who();
      for (IdNumber number : numbers(claim)) {
        if (!contradicts(claim, number) && !others.contains(number)) {
          votes.merge(number, 1, Integer::sum);
          offers.putIfAbsent(number, new Offer<>(record, number));
        }
      }
    }
    Comparator<Offer<IdNumber>> best =
        Comparator.<Offer<IdNumber>>comparingInt(offer -> -votes.getOrDefault(offer.value(), 0))
            .thenComparingInt(offer -> believed.indexOf(offer.record()))
            .thenComparing(offer -> offer.value().text());
    return offers.values().stream().min(best).or(() -> ofPupil(believed, others));
  }

  /** The numbers of relatives, apart from those whose birth date a row gives as the person's. */
  private static Set<IdNumber> ofOthers(List<HeldRecord> records) {
    Set<IdNumber> others = new HashSet<>();
    for (HeldRecord record : records) {
      record.content().who().guardians().forEach(guardian -> add(others, guardian));
      for (Statement statement : record.content().what()) {
        if (statement instanceof Guardianship guardianship) {
          add(others, guardianship.guardian());
        }
      }
    }
    others.removeIf(
        number -> records.stream().anyMatch(record -> isBornOn(record.content().who(), number)));
    return others;
  }

  private static void add(Set<IdNumber> numbers, GuardianClaim guardian) {
    guardian.documentGiven().flatMap(d -> d.number().toOptional()).ifPresent(numbers::add);
  }

  private static Set<IdNumber> numbers(IdentityClaim claim) {
    Set<IdNumber> numbers = new LinkedHashSet<>();
    for (IdDocument document : claim.documents()) {
      if (document.number() instanceof Parsed.Ok<IdNumber>(IdNumber number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static Optional<Offer<IdNumber>> ofPupil(
      List<HeldRecord> believed, Set<IdNumber> others) {
    for (HeldRecord record : believed) {
      IdentityClaim claim = record.content().who();
      Optional<IdNumber> number =
          claim.documents().stream()
              .flatMap(OwnNumber::inside)
              .filter(inside -> isBornOn(claim, inside))
              .filter(inside -> !isOtherSex(claim, inside) && !others.contains(inside))
              .findFirst();
      if (number.isPresent()) {
        return number.map(inside -> new Offer<>(record, inside));
      }
    }
    return Optional.empty();
  }

  private static Stream<IdNumber> inside(IdDocument document) {
    return document.type() == DocumentType.STUDENT_NUMBER && document.written().startsWith("G")
        ? IdNumber.parse(document.written().substring(1)).toOptional().stream()
        : Stream.empty();
  }

  private static boolean isBornOn(IdentityClaim claim, IdNumber number) {
    Optional<LocalDate> said = Optional.ofNullable(claim.birthDate()).flatMap(PartialDate::whole);
    return said.isPresent() && said.equals(number.birthDate());
  }

  private static boolean contradicts(IdentityClaim claim, IdNumber number) {
    Optional<LocalDate> said = Optional.ofNullable(claim.birthDate()).flatMap(PartialDate::whole);
    boolean otherBirth =
        said.isPresent() && number.birthDate().isPresent() && !number.birthDate().equals(said);
    return otherBirth && (isOtherSex(claim, number) || isAnotherYear(claim, number));
  }

  private static boolean isOtherSex(IdentityClaim claim, IdNumber number) {
    Sex sex = claim.sex();
    return sex.isStated() && number.sex().filter(s -> s != sex).isPresent();
  }

  /**
   * A day or a month wrong by a slip still is the person's own number; a year is somebody else's.
   */
  private static boolean isAnotherYear(IdentityClaim claim, IdNumber number) {
    PartialDate said = claim.birthDate();
    return said != null
        && number.birthDate().filter(day -> day.getYear() != said.year()).isPresent();
  }
}

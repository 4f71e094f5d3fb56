package io.guiyi.matching.normalize;

import io.guiyi.matching.normalize.NumberClaim.Valid;
import io.guiyi.matching.normalize.NumberClaim.Witness;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns claims into profiles. Pure; safe for use by many threads. */
public final class Normalizer {
  private Normalizer() {}

  /** The values of {@code claim} as they are compared. */
  public static Profile profile(IdentityClaim claim) {
    NameForm name = NameReader.read(claim.name().written());
    List<NumberClaim> own = new ArrayList<>();
    Set<FileCode> codes = new LinkedHashSet<>();
    Set<Kin> kin = new LinkedHashSet<>();
    Set<String> phones = new LinkedHashSet<>();
    claim.phones().forEach(phone -> phones.add(phone.digits()));
    claim.guardians().forEach(guardian -> addGuardian(guardian, kin, phones));
    addParentNamed(claim.name().written(), name, kin);
    for (IdDocument document : claim.documents()) {
      FileCode.read(document).ifPresent(codes::add);
      NumberClaim.read(document).forEach(number -> addNumber(number, claim, own, kin));
    }
    Optional<IdNumber> valid = firstValid(own);
    Optional<PartialDate> inNumber = valid.flatMap(IdNumber::birthDate).map(PartialDate::of);
    NumberTitle title = Titles.of(claim, valid);
    boolean contested = title == NumberTitle.CONTESTED;
    PartialDate stated = claim.birthDate();
    return new Profile(
        name,
        claim.formerName() == null ? null : NameReader.read(claim.formerName().written()),
        contested ? unvouched(own) : own,
        title,
        List.copyOf(codes),
        claim.sex().isStated() ? claim.sex() : valid.flatMap(IdNumber::sex).orElse(Sex.UNKNOWN),
        stated == null ? inNumber.orElse(null) : stated,
        contested ? null : inNumber.orElse(null),
        List.copyOf(phones),
        claim.residence() == null ? null : AddressTokens.of(claim.residence()),
        employer(claim.employer()),
        List.copyOf(kin));
  }

  /** A number that is certainly not the person's own tells the family and nothing else. */
  private static void addNumber(
      NumberClaim number, IdentityClaim claim, List<NumberClaim> own, Set<Kin> kin) {
    String text = number instanceof Valid valid ? valid.number().text() : "";
    if (Titles.isSomebodyElses(number, claim) || isKins(text, kin)) {
      if (!text.isEmpty() && !isKins(text, kin)) {
        kin.add(new Kin("", text, ""));
      }
    } else if (!own.contains(number)) {
      own.add(number);
    }
  }

  private static boolean isKins(String number, Set<Kin> kin) {
    return !number.isEmpty() && kin.stream().anyMatch(k -> k.number().equals(number));
  }

  private static void addGuardian(GuardianClaim guardian, Set<Kin> kin, Set<String> phones) {
    Phone phone = guardian.phone();
    Kin read =
        new Kin(
            NameReader.read(guardian.name().written()).letters(),
            guardian
                .documentGiven()
                .flatMap(document -> document.number().toOptional())
                .map(IdNumber::text)
                .orElse(""),
            phone == null ? "" : phone.digits());
    if (!read.isNobody()) {
      kin.add(read);
    }
    if (phone != null) {
      phones.add(phone.digits());
    }
  }

  /** 李秀英之女 names her mother. */
  private static void addParentNamed(String written, NameForm name, Set<Kin> kin) {
    if (name.kind() == NameForm.Kind.PLACEHOLDER) {
      NameReader.parentNamed(written)
          .map(parent -> new Kin(NameReader.read(parent).letters(), "", ""))
          .filter(parent -> kin.stream().noneMatch(k -> k.letters().equals(parent.letters())))
          .ifPresent(kin::add);
    }
  }

  private static List<NumberClaim> unvouched(List<NumberClaim> numbers) {
    return numbers.stream()
        .map(claim ->
            claim instanceof Valid(IdNumber number, Witness _)
                ? new Valid(number, Witness.NOBODY)
                : claim)
        .toList();
  }

  private static Optional<IdNumber> firstValid(List<NumberClaim> numbers) {
    for (NumberClaim claim : numbers) {
      if (claim instanceof Valid valid) {
        return Optional.of(valid.number());
      }
    }
    return Optional.empty();
  }

  private static String employer(@Nullable String written) {
    return written == null ? "" : EmployerCore.of(written);
  }
}

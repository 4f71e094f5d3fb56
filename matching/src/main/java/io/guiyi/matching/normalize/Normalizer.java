package io.guiyi.matching.normalize;

import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Phone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns claims into profiles. Pure; safe for use by many threads. */
public final class Normalizer {
  private Normalizer() {}

  /** The values of {@code claim} as they are compared. */
  public static Profile profile(IdentityClaim claim) {
    NameForm name = NameReader.read(claim.name().written());
    Set<FileCode> codes = new LinkedHashSet<>();
    Set<Kin> kin = new LinkedHashSet<>();
    Set<String> phones = new LinkedHashSet<>();
    claim.phones().forEach(phone -> phones.add(phone.digits()));
    claim.guardians().forEach(guardian -> addGuardian(guardian, kin, phones));
    addParentNamed(claim.name().written(), name, kin);
    claim.documents().forEach(document -> FileCode.read(document).ifPresent(codes::add));
    PartialDate stated = claim.birthDate();
    RowNumbers numbers =
        RowNumbers.read(claim.documents(), stated, claim.sex(), text -> isKins(text, kin));
    numbers.others().forEach(number -> kin.add(new Kin("", number, "")));
    return new Profile(
        name,
        claim.formerName() == null ? null : NameReader.read(claim.formerName().written()),
        numbers.own(),
        numbers.title(),
        List.copyOf(codes),
        numbers.sexOr(claim.sex()),
        stated,
        numbers.vouchedBirthDate(),
        List.copyOf(phones),
        claim.residence() == null ? null : AddressTokens.of(claim.residence()),
        employer(claim.employer()),
        List.copyOf(kin));
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

  private static String employer(@Nullable String written) {
    return written == null ? "" : EmployerCore.of(written);
  }
}

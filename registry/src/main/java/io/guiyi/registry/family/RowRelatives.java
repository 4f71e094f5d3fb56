package io.guiyi.registry.family;

import io.guiyi.records.Parsed;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.Statement;
import io.guiyi.registry.person.LookUpKeys;
import io.guiyi.registry.record.FindingKeys;
import io.guiyi.registry.record.RecordContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes from a row whom it names as relatives, and by what its own person is found when others name
 * that person. Pure; for any thread.
 *
 * <p>A relative's number counts only if it can be the relative's own: its sex is a father's or a
 * mother's as stated, a parent or grandparent is at least {@value #YEARS_OLDER} years older than
 * the person of the row, and nobody else named has the number of the row's own person.
 */
@Component
public class RowRelatives {
  /** The most relatives that are taken from one row. */
  public static final int RELATIVES_MAX = 8;

  /** Nobody is a parent younger than this. */
  static final int YEARS_OLDER = 12;

  private final LookUpKeys keys;

  RowRelatives(LookUpKeys keys) {
    this.keys = keys;
  }

  /** By what the person of a row is found; by nothing if it is withdrawn. */
  public FindingKeys finding(RecordContent row) {
    if (row.presence() == Presence.WITHDRAWN) {
      return FindingKeys.NONE;
    }
    IdentityClaim who = row.who();
    return new FindingKeys(
        keys.sound(who.name()).orElse(null),
        phone(who).map(phone -> keys.contact(who.name(), phone)).orElse(null));
  }

  private static Optional<Phone> phone(IdentityClaim who) {
    return who.phones().stream()
        .filter(Phone::isMobile)
        .findFirst()
        .or(() -> who.phones().stream().findFirst());
  }

  /** Whom a row names, in its order; nobody if it is withdrawn. */
  public List<StatedRelative> named(RecordContent row) {
    if (row.presence() == Presence.WITHDRAWN) {
      return List.of();
    }
    Map<GuardianClaim, @Nullable LocalDate> stated = new LinkedHashMap<>();
    for (Statement statement : row.what()) {
      if (statement instanceof Guardianship guardianship && guardianship.period().isOpen()) {
        stated.putIfAbsent(guardianship.guardian(), guardianship.period().from());
      }
    }
    row.who().guardians().forEach(guardian -> stated.putIfAbsent(guardian, null));
    List<StatedRelative> relatives = new ArrayList<>();
    stated.forEach((guardian, since) -> {
      if (relatives.size() < RELATIVES_MAX) {
        relative(row.who(), guardian, since).ifPresent(relatives::add);
      }
    });
    return relatives;
  }

  private Optional<StatedRelative> relative(
      IdentityClaim who, GuardianClaim guardian, @Nullable LocalDate since) {
    return keys.sound(guardian.name())
        .map(sound ->
            new StatedRelative(
                guardian.relation(),
                since,
                number(who, guardian).map(keys::number).orElse(null),
                sound,
                guardian.phone() == null ? null : keys.contact(guardian.name(), guardian.phone())));
  }

  private static Optional<IdNumber> number(IdentityClaim who, GuardianClaim guardian) {
    return guardian
        .documentGiven()
        .flatMap(document -> document.number().toOptional())
        .filter(number -> isPossible(who, guardian.relation(), number));
  }

  private static boolean isPossible(
      IdentityClaim who, GuardianClaim.Relation relation, IdNumber number) {
    return switch (relation) {
      case FATHER -> isOf(Sex.MALE, number) && isOlder(who, number);
      case MOTHER -> isOf(Sex.FEMALE, number) && isOlder(who, number);
      case GRANDPARENT -> isOlder(who, number);
      case SPOUSE, OTHER -> !isOwn(who, number);
    };
  }

  private static boolean isOf(Sex sex, IdNumber number) {
    return number.sex().filter(s -> s != sex).isEmpty();
  }

  private static boolean isOlder(IdentityClaim who, IdNumber number) {
    PartialDate born = who.birthDate();
    return born == null
        || number.birthDate().filter(day -> day.getYear() + YEARS_OLDER > born.year()).isEmpty();
  }

  private static boolean isOwn(IdentityClaim who, IdNumber number) {
    boolean carried =
        who.documents().stream()
            .map(IdDocument::number)
            .anyMatch(
                read -> read instanceof Parsed.Ok<IdNumber>(IdNumber own) && own.equals(number));
    PartialDate born = who.birthDate();
    return carried
        && (born == null
            || number.birthDate().filter(day -> day.getYear() != born.year()).isEmpty());
  }
}

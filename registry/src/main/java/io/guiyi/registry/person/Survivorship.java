package io.guiyi.registry.person;

import io.guiyi.records.Parsed;
import io.guiyi.records.Provenance;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.EthnicGroup;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.records.place.Address;
import io.guiyi.records.place.RegionCode;
import io.guiyi.registry.record.HeldRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses each value of a person among those its linked records offer. A pure function: the same
 * records in any order give the same values.
 *
 * <table>
 * <caption>Who wins</caption>
 * <tr><td>name, former name, sex, birth date, ethnic group, household region</td><td>the source
 *     trusted for identity, then the newest; a whole birth date before a partial one</td></tr>
 * <tr><td>ID number</td><td>the valid number that most records carry without contradicting
 *     themselves: a row whose own birth date or sex is not the number's carries somebody else's
 *     </td></tr>
 * <tr><td>phone</td><td>the newest; mobile before fixed line</td></tr>
 * <tr><td>residence, permit, employment, insurance, skill, qualification</td><td>{@link
 *     StatementSurvivorship}</td></tr>
 * </table>
 *
 * <p>Ties fall to the newest change, then the source's name, then the lower record number.
 *
 * @param trusted the source that identity is believed from first: the police keep the identity file
 */
public record Survivorship(SourceId trusted) {
  /** Newest first; the ties of every rule. */
  static final Comparator<HeldRecord> NEWEST =
      Comparator.comparing(HeldRecord::changedAt)
          .reversed()
          .thenComparing(HeldRecord::source)
          .thenComparing(HeldRecord::record);

  /**
   * The values that survive.
   *
   * @param records the records in force that are linked to the person, opened; withdrawn ones give
   *     nothing and are left out by the caller
   */
  public Map<PersonField, SurvivingValue> choose(List<HeldRecord> records) {
    List<HeldRecord> newest = records.stream().sorted(NEWEST).toList();
    List<HeldRecord> believed =
        newest.stream()
            .sorted(Comparator.comparing(record -> !record.source().equals(trusted)))
            .toList();
    Map<PersonField, SurvivingValue> chosen = new EnumMap<>(PersonField.class);
    identity(chosen, believed);
    phone(newest).ifPresent(value -> chosen.put(PersonField.PHONE, value));
    StatementSurvivorship.choose(chosen, newest);
    return chosen;
  }

  private static void identity(Map<PersonField, SurvivingValue> chosen, List<HeldRecord> believed) {
    Optional<Offer<IdNumber>> own = ownNumber(believed);
    keep(chosen, PersonField.NAME, first(believed, c -> c.name().written()));
    keep(chosen, PersonField.FORMER_NAME, first(believed, c -> written(c.formerName())));
    keep(chosen, PersonField.ID_NUMBER, own.map(offer -> offer.survives(offer.value().text())));
    keep(chosen, PersonField.SEX, sex(believed, own));
    keep(chosen, PersonField.BIRTH_DATE, birthDate(believed, own));
    keep(chosen, PersonField.ETHNIC_GROUP, first(believed, c -> code(c.ethnicGroup())));
    keep(chosen, PersonField.HUKOU_REGION, first(believed, c -> code(c.hukouRegion())));
  }

  /** A value and the record that offers it. */
  record Offer<T>(HeldRecord record, T value) {
    SurvivingValue survives(String text) {
      return new SurvivingValue(text, provenance(record));
    }
  }

  static Provenance provenance(HeldRecord record) {
    return new Provenance(
        record.source(), record.record().number(), record.version(), record.changedAt());
  }

  static void keep(
      Map<PersonField, SurvivingValue> chosen, PersonField field, Optional<SurvivingValue> value) {
    value.filter(v -> !v.value().isBlank()).ifPresent(v -> chosen.put(field, v));
  }

  /** The first value that the records, in this order, give for a field. */
  static Optional<SurvivingValue> first(
      List<HeldRecord> ordered, Function<IdentityClaim, @Nullable String> field) {
    for (HeldRecord record : ordered) {
      String value = field.apply(record.content().who());
      if (value != null && !value.isBlank()) {
        return Optional.of(new SurvivingValue(value, provenance(record)));
      }
    }
    return Optional.empty();
  }

  private static Optional<SurvivingValue> sex(
      List<HeldRecord> believed, Optional<Offer<IdNumber>> own) {
    return first(believed, c -> c.sex().isStated() ? c.sex().code() : null)
        .or(() -> own.flatMap(offer -> offer.value().sex().map(sex -> offer.survives(sex.code()))));
  }

  private static Optional<SurvivingValue> birthDate(
      List<HeldRecord> believed, Optional<Offer<IdNumber>> own) {
    return first(believed, c -> date(c.birthDate(), true))
        .or(() ->
            own.flatMap(
                offer -> offer.value().birthDate().map(day -> offer.survives(day.toString()))))
        .or(() -> first(believed, c -> date(c.birthDate(), false)));
  }

  private static @Nullable String date(@Nullable PartialDate date, boolean wholeOnly) {
    return date == null || (wholeOnly && !date.isWhole()) ? null : date.iso();
  }

  /** The number that most records carry as their own; offered by the most believed of them. */
  private static Optional<Offer<IdNumber>> ownNumber(List<HeldRecord> believed) {
    Map<IdNumber, Integer> votes = new HashMap<>();
    Map<IdNumber, Offer<IdNumber>> offers = new HashMap<>();
    for (HeldRecord record : believed) {
      for (IdNumber number : ownNumbers(record.content().who())) {
        votes.merge(number, 1, Integer::sum);
        offers.putIfAbsent(number, new Offer<>(record, number));
      }
    }
    Comparator<Offer<IdNumber>> best =
        Comparator.<Offer<IdNumber>>comparingInt(offer -> -votes.getOrDefault(offer.value(), 0))
            .thenComparingInt(offer -> believed.indexOf(offer.record()))
            .thenComparing(offer -> offer.value().text());
    return offers.values().stream().min(best);
  }

  /** The valid numbers of a claim that its own birth date and sex do not contradict. */
  private static Set<IdNumber> ownNumbers(IdentityClaim claim) {
    Set<IdNumber> numbers = new HashSet<>();
    for (var document : claim.documents()) {
      if (document.number() instanceof Parsed.Ok<IdNumber>(IdNumber number)
          && !contradicts(claim, number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static boolean contradicts(IdentityClaim claim, IdNumber number) {
    Optional<LocalDate> said = Optional.ofNullable(claim.birthDate()).flatMap(PartialDate::whole);
    boolean otherBirth =
        said.isPresent() && number.birthDate().isPresent() && !number.birthDate().equals(said);
    Sex sex = claim.sex();
    boolean otherSex = sex.isStated() && number.sex().filter(s -> s != sex).isPresent();
    return otherBirth && (otherSex || isAnotherYear(claim, number));
  }

  /**
   * A day or a month wrong by a slip still is the person's own number; a year is somebody else's.
   */
  private static boolean isAnotherYear(IdentityClaim claim, IdNumber number) {
    PartialDate said = claim.birthDate();
    return said != null
        && number.birthDate().filter(day -> day.getYear() != said.year()).isPresent();
  }

  private static Optional<SurvivingValue> phone(List<HeldRecord> newest) {
    return first(newest, c -> phone(c, true)).or(() -> first(newest, c -> phone(c, false)));
  }

  private static @Nullable String phone(IdentityClaim claim, boolean mobileOnly) {
    Stream<Phone> phones = claim.phones().stream().filter(p -> !mobileOnly || p.isMobile());
    return phones.findFirst().map(Phone::digits).orElse(null);
  }

  private static @Nullable String written(@Nullable PersonName name) {
    return name == null ? null : name.written();
  }

  static @Nullable String written(@Nullable Address address) {
    return address == null ? null : address.written();
  }

  private static @Nullable String code(@Nullable EthnicGroup group) {
    return group == null ? null : group.code();
  }

  private static @Nullable String code(@Nullable RegionCode region) {
    return region == null ? null : region.code();
  }
}

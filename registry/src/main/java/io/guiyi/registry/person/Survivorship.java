package io.guiyi.registry.person;

import io.guiyi.matching.normalize.NameForm;
import io.guiyi.matching.normalize.Normalizer;
import io.guiyi.records.Provenance;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.EthnicGroup;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.records.place.Address;
import io.guiyi.records.place.RegionCode;
import io.guiyi.registry.record.HeldRecord;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 *     trusted for identity, then the newest; a whole birth date before a partial one, a name before
 *     one that names nobody yet, such as 王某之女</td></tr>
 * <tr><td>ID number</td><td>the valid number that most records carry without contradicting
 *     themselves: {@link OwnNumber}</td></tr>
 * <tr><td>phone</td><td>the newest; mobile before fixed line</td></tr>
 * <tr><td>whatever is stated: residence, employment, enrolment and the rest</td><td>{@link
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
    Optional<Offer<IdNumber>> own = OwnNumber.among(believed);
    keep(
        chosen,
        PersonField.NAME,
        first(believed, Survivorship::realName).or(() -> first(believed, c -> c.name().written())));
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

  private static @Nullable String realName(IdentityClaim claim) {
    NameForm form = Normalizer.profile(IdentityClaim.named(claim.name())).name();
    return form.kind() == NameForm.Kind.PLACEHOLDER ? null : claim.name().written();
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

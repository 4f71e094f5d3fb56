package io.guiyi.records.identity;

import io.guiyi.records.place.Address;
import io.guiyi.records.place.RegionCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom one row says it is about. All of it is a claim: nothing here is known to be true.
 *
 * @param name the name
 * @param formerName 曾用名, if the row gives one
 * @param documents what stands in the row's number columns, most trusted first; at most 6
 * @param sex as the row says, which may contradict the number
 * @param birthDate as the row says, which may contradict the number
 * @param ethnicGroup kept for entitlements, never compared
 * @param hukouRegion county of household registration today; may differ from the number's region
 * @param hukouAddress its address text
 * @param phones at most 6
 * @param residence where the person lives, as far as this row knows
 * @param employer the employer's name as written
 * @param guardians for children; at most 4
 */
public record IdentityClaim(
    PersonName name,
    @Nullable PersonName formerName,
    List<IdDocument> documents,
    Sex sex,
    @Nullable PartialDate birthDate,
    @Nullable EthnicGroup ethnicGroup,
    @Nullable RegionCode hukouRegion,
    @Nullable Address hukouAddress,
    List<Phone> phones,
    @Nullable Address residence,
    @Nullable String employer,
    List<GuardianClaim> guardians) {

  /** Copies the lists and checks their bounds. */
  public IdentityClaim {
    documents = bounded(documents, 6, "documents");
    phones = bounded(phones, 6, "phones");
    guardians = bounded(guardians, 4, "guardians");
  }

  /** A claim that knows a name and nothing else; the {@code with} methods add to it. */
  public static IdentityClaim named(PersonName name) {
    return new IdentityClaim(
        name,
        null,
        List.of(),
        Sex.UNSTATED,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        List.of());
  }

  /** The same claim with these documents. */
  public IdentityClaim withDocuments(List<IdDocument> given) {
    return new IdentityClaim(
        name,
        formerName,
        given,
        sex,
        birthDate,
        ethnicGroup,
        hukouRegion,
        hukouAddress,
        phones,
        residence,
        employer,
        guardians);
  }

  /** The same claim with this sex and birth date. */
  public IdentityClaim withBirth(Sex givenSex, @Nullable PartialDate givenDate) {
    return new IdentityClaim(
        name,
        formerName,
        documents,
        givenSex,
        givenDate,
        ethnicGroup,
        hukouRegion,
        hukouAddress,
        phones,
        residence,
        employer,
        guardians);
  }

  /** The same claim with these contacts. */
  public IdentityClaim withContacts(
      List<Phone> givenPhones, @Nullable Address givenResidence, @Nullable String givenEmployer) {
    return new IdentityClaim(
        name,
        formerName,
        documents,
        sex,
        birthDate,
        ethnicGroup,
        hukouRegion,
        hukouAddress,
        givenPhones,
        givenResidence,
        givenEmployer,
        guardians);
  }

  /** The same claim with this household registration, former name and ethnic group. */
  public IdentityClaim withOrigin(
      @Nullable PersonName givenFormerName,
      @Nullable EthnicGroup givenGroup,
      @Nullable RegionCode givenRegion,
      @Nullable Address givenAddress) {
    return new IdentityClaim(
        name,
        givenFormerName,
        documents,
        sex,
        birthDate,
        givenGroup,
        givenRegion,
        givenAddress,
        phones,
        residence,
        employer,
        guardians);
  }

  /** The same claim with these guardians. */
  public IdentityClaim withGuardians(List<GuardianClaim> given) {
    return new IdentityClaim(
        name,
        formerName,
        documents,
        sex,
        birthDate,
        ethnicGroup,
        hukouRegion,
        hukouAddress,
        phones,
        residence,
        employer,
        given);
  }

  private static <T> List<T> bounded(List<T> list, int most, String what) {
    if (list.size() > most) {
      throw new IllegalArgumentException(
          "a claim holds at most %d %s, this one holds %d".formatted(most, what, list.size()));
    }
    return List.copyOf(list);
  }

  @Override
  public String toString() {
    return "IdentityClaim[" + name + ", " + documents + "]";
  }
}

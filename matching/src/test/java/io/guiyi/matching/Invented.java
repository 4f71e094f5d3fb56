package io.guiyi.matching;

import io.guiyi.matching.normalize.Normalizer;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows about people who do not exist. */
public final class Invented {
  private Invented() {}

  /** A row that gives a name and nothing else; the {@code with} methods of the claim add to it. */
  public static IdentityClaim named(String name) {
    return IdentityClaim.named(PersonName.parse(name).orElseThrow());
  }

  /** A row with name, number, sex and birth date; an empty text leaves the value out. */
  public static IdentityClaim row(String name, String number, String sex, String born) {
    return named(name)
        .withDocuments(
            number.isEmpty()
                ? List.of()
                : List.of(new IdDocument(DocumentType.RESIDENT_ID, number)))
        .withBirth(
            Sex.parse(sex).orElseThrow(),
            born.isEmpty() ? null : PartialDate.parse(born).orElseThrow());
  }

  /** A row with contacts as well; an empty text leaves the value out. */
  public static IdentityClaim row(
      String name,
      String number,
      String sex,
      String born,
      String phone,
      String address,
      String employer) {
    return row(name, number, sex, born)
        .withContacts(
            phone.isEmpty() ? List.of() : List.of(Phone.parse(phone).orElseThrow()),
            address.isEmpty() ? null : Address.of(address),
            employer.isEmpty() ? null : employer);
  }

  /** The claim with one guardian more; an empty text leaves the value out. */
  public static IdentityClaim withGuardian(
      IdentityClaim claim, String name, String number, String phone) {
    List<GuardianClaim> guardians = new ArrayList<>(claim.guardians());
    guardians.add(
        new GuardianClaim(
            PersonName.parse(name).orElseThrow(),
            GuardianClaim.Relation.MOTHER,
            number.isEmpty() ? null : new IdDocument(DocumentType.RESIDENT_ID, number),
            phone.isEmpty() ? null : Phone.parse(phone).orElseThrow()));
    return claim.withGuardians(guardians);
  }

  /** The claim with one document more. */
  public static IdentityClaim withDocument(IdentityClaim claim, DocumentType type, String written) {
    List<IdDocument> documents = new ArrayList<>(claim.documents());
    documents.add(new IdDocument(type, written));
    return claim.withDocuments(documents);
  }

  /** A valid number made of region, birth date and sequence. */
  public static String number(String region, String born, String sequence) {
    String digits = region + born + sequence;
    return digits + IdNumber.checkCharacter(digits);
  }

  /** The values as they are compared. */
  public static Profile profile(IdentityClaim claim) {
    return Normalizer.profile(claim);
  }

  /** A key for tests: FNV-1a with a secret in front. */
  public static TermKey key(String secret) {
    return text -> {
      long hash = 0xcbf29ce484222325L;
      for (byte b : (secret + text).getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ b) * 0x100000001b3L;
      }
      return hash ^ (hash >>> 31);
    };
  }
}

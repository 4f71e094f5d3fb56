package io.guiyi.connectors.health;

import io.guiyi.connectors.ClaimParts;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.EthnicGroup;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a Patient is about. Everything is kept as it came: a newborn filed as 某某之女, and a child's
 * file with the mother's ID number, are evidence for matching and not for us to put right.
 */
final class HealthClaim {
  /** CV02.01.101. */
  static final Map<String, DocumentType> DOCUMENT_TYPES =
      Map.of(
          "01", DocumentType.RESIDENT_ID,
          "02", DocumentType.HOUSEHOLD_BOOK,
          "03", DocumentType.PASSPORT,
          "99", DocumentType.OTHER);

  private static final Map<String, Sex> SEXES =
      Map.of("male", Sex.MALE, "female", Sex.FEMALE, "unknown", Sex.UNKNOWN, "other", Sex.UNKNOWN);

  private static final int MOST_NAMES = 20;
  private static final int MOST_ADDRESSES = 20;
  private static final int MOST_DOCUMENTS = 6;
  private static final int MOST_PHONES = 6;

  private HealthClaim() {}

  static IdentityClaim of(RowFields patient) throws RowFault {
    return IdentityClaim.named(name(patient))
        .withDocuments(documents(patient))
        .withBirth(sex(patient), patient.date("birthDate").orElse(null))
        .withContacts(phones(patient), address(patient), null)
        .withOrigin(formerName(patient), ethnicGroup(patient), null, null);
  }

  /** The official name, or the first that is not a former one. */
  private static PersonName name(RowFields patient) throws RowFault {
    Optional<RowFields> chosen = Optional.empty();
    for (RowFields name : patient.objects("name", MOST_NAMES)) {
      String use = name.textOrEmpty("use", 40);
      if (use.equals("official")) {
        return ClaimParts.name(name, "text");
      }
      if (chosen.isEmpty() && !use.equals("old")) {
        chosen = Optional.of(name);
      }
    }
    return ClaimParts.name(chosen.orElseThrow(() -> patient.missing("name")), "text");
  }

  private static @Nullable PersonName formerName(RowFields patient) throws RowFault {
    for (RowFields name : patient.objects("name", MOST_NAMES)) {
      if (name.textOrEmpty("use", 40).equals("old")) {
        return ClaimParts.otherName(name, "text");
      }
    }
    return null;
  }

  private static Sex sex(RowFields patient) throws RowFault {
    return patient
        .text("gender", 40)
        .map(code -> SEXES.getOrDefault(code, Sex.UNKNOWN))
        .orElse(Sex.UNSTATED);
  }

  private static List<Phone> phones(RowFields patient) throws RowFault {
    return FhirParts.phones(patient).stream().limit(MOST_PHONES).toList();
  }

  private static @Nullable Address address(RowFields patient) throws RowFault {
    for (RowFields address : patient.objects("address", MOST_ADDRESSES)) {
      return ClaimParts.address(address, "text");
    }
    return null;
  }

  private static @Nullable EthnicGroup ethnicGroup(RowFields patient) throws RowFault {
    Optional<RowFields> stated = FhirParts.extension(patient, FhirParts.ETHNIC_GROUP);
    return stated.isEmpty()
        ? null
        : stated
            .get()
            .text("valueCode", 40)
            .flatMap(code -> EthnicGroup.parse(code).toOptional())
            .orElse(null);
  }

  /** The identity documents first, then child code and birth certificate. */
  private static List<IdDocument> documents(RowFields patient) throws RowFault {
    List<IdDocument> documents = identityDocuments(patient);
    add(documents, patient, FhirParts.CHILD_CODE, DocumentType.CHILD_CODE);
    add(documents, patient, FhirParts.BIRTH_CERTIFICATE, DocumentType.BIRTH_CERTIFICATE);
    if (documents.size() > MOST_DOCUMENTS) {
      throw patient.fault(
          QuarantineReason.VALUE_INVALID,
          "identifier",
          "holds %d documents, at most %d are taken".formatted(documents.size(), MOST_DOCUMENTS));
    }
    return documents;
  }

  /** The identity documents of a Patient or RelatedPerson, the same number once. */
  static List<IdDocument> identityDocuments(RowFields resource) throws RowFault {
    List<IdDocument> documents = new ArrayList<>();
    for (RowFields identifier : FhirParts.identifiers(resource, FhirParts.IDENTITY_DOCUMENT)) {
      Optional<String> written = identifier.text("value", IdDocument.MAX_LENGTH);
      if (written.isPresent()
          && documents.stream().noneMatch(known -> known.written().equals(written.get()))) {
        documents.add(
            new IdDocument(
                ClaimParts.documentType(written.get(), given(identifier)), written.get()));
      }
    }
    return documents;
  }

  private static DocumentType given(RowFields identifier) throws RowFault {
    Optional<RowFields> type = identifier.object("type");
    Optional<RowFields> coding = type.isEmpty() ? Optional.empty() : FhirParts.coding(type.get());
    return coding.isEmpty()
        ? DocumentType.RESIDENT_ID
        : coding
            .get()
            .text("code", 40)
            .map(code -> DOCUMENT_TYPES.getOrDefault(code, DocumentType.OTHER))
            .orElse(DocumentType.RESIDENT_ID);
  }

  private static void add(
      List<IdDocument> documents, RowFields patient, String system, DocumentType type)
      throws RowFault {
    for (RowFields identifier : FhirParts.identifiers(patient, system)) {
      identifier
          .text("value", IdDocument.MAX_LENGTH)
          .ifPresent(written -> documents.add(new IdDocument(type, written)));
    }
  }
}

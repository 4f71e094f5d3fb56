package io.guiyi.connectors.health;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.ShanghaiTime;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.identity.Phone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of which FHIR resources are made, as far as the agreement with the department goes. */
final class FhirParts {
  /** 健康档案号, 儿童编码, 出生医学证明, identity document. */
  static final String FILE_NUMBER = "http://wjw.example/dah";

  static final String CHILD_CODE = "http://wjw.example/etbm";
  static final String BIRTH_CERTIFICATE = "http://wjw.example/csyxzm";
  static final String IDENTITY_DOCUMENT = "http://wjw.example/sfzj";

  /** 建档日期, 在册/迁出/失访, 民族. */
  static final String OPENED_ON = "http://wjw.example/jdrq";

  static final String STANDING = "http://wjw.example/jzzt";
  static final String ETHNIC_GROUP = "http://wjw.example/mz";

  private static final int MOST = 40;
  private static final int LONGEST_URL = 400;
  private static final int LONGEST_CODE = 64;

  private FhirParts() {}

  /** Every identifier of a system. */
  static List<RowFields> identifiers(RowFields resource, String system) throws RowFault {
    List<RowFields> found = new ArrayList<>();
    for (RowFields identifier : resource.objects("identifier", MOST)) {
      if (identifier.textOrEmpty("system", LONGEST_URL).equals(system)) {
        found.add(identifier);
      }
    }
    return found;
  }

  /** The first extension under this address. */
  static Optional<RowFields> extension(RowFields resource, String url) throws RowFault {
    for (RowFields extension : resource.objects("extension", MOST)) {
      if (extension.textOrEmpty("url", LONGEST_URL).equals(url)) {
        return Optional.of(extension);
      }
    }
    return Optional.empty();
  }

  /** The first coding of a concept. */
  static Optional<RowFields> coding(RowFields concept) throws RowFault {
    return concept.objects("coding", MOST).stream().findFirst();
  }

  /** The phones; what cannot be one is left out. */
  static List<Phone> phones(RowFields resource) throws RowFault {
    List<Phone> phones = new ArrayList<>();
    for (RowFields contact : resource.objects("telecom", MOST)) {
      if (contact.textOrEmpty("system", LONGEST_CODE).equals("phone")) {
        contact
            .text("value", LONGEST_CODE)
            .flatMap(text -> Phone.parse(text).toOptional())
            .filter(phone -> !phones.contains(phone))
            .ifPresent(phones::add);
      }
    }
    return phones;
  }

  /** The id of the organization a reference points to; empty if it points to none. */
  static String organization(Optional<RowFields> reference) throws RowFault {
    return reference.isEmpty()
        ? ""
        : FhirEntry.target(
            reference.get().textOrEmpty("reference", LONGEST_URL), FhirEntry.ORGANIZATION);
  }

  /** The day in Shanghai of a FHIR dateTime, which must be given to the day at least. */
  static LocalDate neededDay(RowFields resource, String field) throws RowFault {
    String written = resource.needed(field, LONGEST_CODE);
    if (!written.contains("T")) {
      return resource.neededDay(field);
    }
    try {
      LocalDate day = ShanghaiTime.local(OffsetDateTime.parse(written).toInstant()).toLocalDate();
      if (day.getYear() >= 1870 && day.getYear() <= 2100) {
        return day;
      }
    } catch (DateTimeException e) {
      // Falls through to the one answer for every time that cannot be.
    }
    throw resource.fault(
        QuarantineReason.DATE_INVALID,
        field,
        "must be a day, or a time with its zone, in the years 1870 to 2100");
  }
}

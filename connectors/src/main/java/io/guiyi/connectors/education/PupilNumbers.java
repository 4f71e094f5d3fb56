package io.guiyi.connectors.education;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers on a pupil's row: what stands in SFZJH, the student number, and, where it says more,
 * the ID number inside a student number that begins with G.
 *
 * <p>That inner number is the ID number of the day on which the student number was made; it stays
 * when a wrong ID number is corrected. So it is taken as the pupil's only where SFZJH holds no
 * number that can exist (blank, rounded by a spreadsheet, cut, another kind of number), or one
 * whose birth date contradicts the row while the inner one agrees with it: then SFZJH is a
 * parent's.
 */
final class PupilNumbers {
  /** SFZJLX. */
  static final Map<String, DocumentType> TYPES =
      Map.of(
          "1", DocumentType.RESIDENT_ID,
          "A", DocumentType.HK_MACAO_TRAVEL_PERMIT,
          "B", DocumentType.TAIWAN_TRAVEL_PERMIT,
          "Z", DocumentType.OTHER);

  private static final String WITH_ID_NUMBER = "G";

  private PupilNumbers() {}

  /**
   * The documents, most trusted first.
   *
   * @param key the student number
   * @param birth as the row says
   */
  static List<IdDocument> of(RowFields row, String key, @Nullable PartialDate birth)
      throws RowFault {
    Optional<IdDocument> given = given(row);
    Optional<IdDocument> inner = inner(key);
    List<IdDocument> documents = new ArrayList<>();
    if (inner.isPresent() && saysMore(inner.get(), given, birth)) {
      documents.add(inner.get());
    }
    given.ifPresent(documents::add);
    IdDocument student = new IdDocument(DocumentType.STUDENT_NUMBER, key);
    if (!documents.contains(student)) {
      documents.add(student);
    }
    return documents;
  }

  /** A guardian's number. */
  static Optional<IdDocument> guardian(RowFields row, String field) throws RowFault {
    return row.text(field, IdDocument.MAX_LENGTH)
        .map(written -> new IdDocument(typeOf(written, DocumentType.RESIDENT_ID), written));
  }

  private static Optional<IdDocument> given(RowFields row) throws RowFault {
    Optional<DocumentType> type = row.code("SFZJLX", TYPES);
    return row.text("SFZJH", IdDocument.MAX_LENGTH)
        .map(written ->
            new IdDocument(typeOf(written, type.orElse(DocumentType.RESIDENT_ID)), written));
  }

  private static Optional<IdDocument> inner(String key) {
    return key.startsWith(WITH_ID_NUMBER)
        ? Optional.of(new IdDocument(DocumentType.RESIDENT_ID, key.substring(1)))
            .filter(document -> document.number().toOptional().isPresent())
        : Optional.empty();
  }

  private static boolean saysMore(
      IdDocument inner, Optional<IdDocument> given, @Nullable PartialDate birth) {
    Optional<IdNumber> number = given.flatMap(document -> document.number().toOptional());
    if (number.isEmpty()) {
      return given.isEmpty() || isOfResidents(given.get().type());
    }
    return !agrees(number, birth) && agrees(inner.number().toOptional(), birth);
  }

  /** A traveller's permit is a number in its own right and needs no other. */
  private static boolean isOfResidents(DocumentType type) {
    return switch (type) {
      case RESIDENT_ID, HOUSEHOLD_BOOK, STUDENT_NUMBER, CHILD_CODE -> true;
      case HMT_RESIDENCE_PERMIT,
          HK_MACAO_TRAVEL_PERMIT,
          TAIWAN_TRAVEL_PERMIT,
          FOREIGN_PERMANENT_RESIDENT,
          PASSPORT,
          BIRTH_CERTIFICATE,
          OTHER ->
          false;
    };
  }

  private static boolean agrees(Optional<IdNumber> number, @Nullable PartialDate birth) {
    return birth != null
        && number
            .flatMap(IdNumber::birthDate)
            .map(day -> PartialDate.of(day).equals(birth))
            .orElse(false);
  }

  /** The number's own arithmetic knows better than the column that it stands in. */
  private static DocumentType typeOf(String written, DocumentType given) {
    return switch (IdNumber.parse(written)) {
      case Parsed.Ok<IdNumber>(IdNumber number) ->
          switch (number.kind()) {
            case RESIDENT -> DocumentType.RESIDENT_ID;
            case HMT_RESIDENT -> DocumentType.HMT_RESIDENCE_PERMIT;
            case FOREIGN_PERMANENT, FOREIGN_PERMANENT_OLD ->
                DocumentType.FOREIGN_PERMANENT_RESIDENT;
          };
      case Parsed.Refused<IdNumber> refused when given == DocumentType.RESIDENT_ID ->
          refused.reason() == RefusalReason.STUDENT_NUMBER
              ? DocumentType.STUDENT_NUMBER
              : refused.reason() == RefusalReason.CHILD_CODE ? DocumentType.CHILD_CODE : given;
      case Parsed.Refused<IdNumber> _ -> given;
    };
  }
}

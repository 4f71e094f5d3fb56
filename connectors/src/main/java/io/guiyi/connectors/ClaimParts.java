package io.guiyi.connectors;

import io.guiyi.records.Parsed;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import io.guiyi.records.statement.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an identity claim that every department writes in much the same way. Dirt is kept: a
 * number with a slip, a sex that contradicts the number, a wrong birth day are evidence for
 * matching. Only what names nobody or breaks the agreed form puts a row aside.
 */
public final class ClaimParts {
  private ClaimParts() {}

  /** The name, without which nobody can be identified. */
  public static PersonName name(RowFields row, String field) throws RowFault {
    return name(row, field, row.textOrEmpty(field, RowJson.LONGEST_ROW));
  }

  /** The name {@code written} in this field. */
  public static PersonName name(RowFields row, String field, String written) throws RowFault {
    return switch (PersonName.parse(written)) {
      case Parsed.Ok<PersonName>(PersonName name) -> name;
      case Parsed.Refused<PersonName> refused ->
          throw row.fault(
              switch (refused.reason()) {
                case BLANK -> QuarantineReason.FIELD_MISSING;
                case LENGTH -> QuarantineReason.FIELD_TOO_LONG;
                case CHARACTER,
                    CHECK_DIGIT,
                    DATE,
                    REGION,
                    FILLER,
                    MASKED,
                    SCIENTIFIC,
                    CHILD_CODE,
                    STUDENT_NUMBER,
                    UNKNOWN_CODE ->
                    QuarantineReason.VALUE_INVALID;
              },
              field,
              "cannot be a name: " + refused.detail());
    };
  }

  /** Another name of the person; what cannot be a name is left out. */
  public static @Nullable PersonName otherName(RowFields row, String field) throws RowFault {
    return row.text(field, PersonName.MAX_LENGTH)
        .flatMap(text -> PersonName.parse(text).toOptional())
        .orElse(null);
  }

  /** Sex; a code in no list counts as not known. */
  public static Sex sex(RowFields row, String field) throws RowFault {
    return switch (Sex.parse(row.textOrEmpty(field, 40))) {
      case Parsed.Ok<Sex>(Sex sex) -> sex;
      case Parsed.Refused<Sex> _ -> Sex.UNKNOWN;
    };
  }

  /** The phone; what cannot be one is left out. */
  public static List<Phone> phones(RowFields row, String field) throws RowFault {
    return row.text(field, 40).flatMap(text -> Phone.parse(text).toOptional()).stream().toList();
  }

  /** An address that is only text. */
  public static @Nullable Address address(RowFields row, String field) throws RowFault {
    return row.text(field, Address.MAX_LENGTH).map(Address::of).orElse(null);
  }

  /**
   * What stands in two number columns, as it came; the same number in both counts once.
   *
   * @param document the column whose type another column gives
   * @param typeField that other column
   * @param types the department's list; a code that is not in it means {@link DocumentType#OTHER}
   * @param idNumber the column that is always the person's ID number
   * @param idFirst true if {@code idNumber} is the more trusted column
   */
  public static List<IdDocument> documents(
      RowFields row,
      String document,
      String typeField,
      Map<String, DocumentType> types,
      String idNumber,
      boolean idFirst)
      throws RowFault {
    Optional<String> typed = row.text(document, IdDocument.MAX_LENGTH);
    Optional<String> number = row.text(idNumber, IdDocument.MAX_LENGTH);
    Optional<String> code = row.text(typeField, 40);
    List<IdDocument> documents = new ArrayList<>();
    if (typed.isPresent()) {
      DocumentType given =
          code.map(c -> types.getOrDefault(c, DocumentType.OTHER)).orElse(DocumentType.RESIDENT_ID);
      documents.add(new IdDocument(documentType(typed.get(), given), typed.get()));
    }
    if (number.isPresent() && !number.equals(typed)) {
      documents.add(
          idFirst ? 0 : documents.size(),
          new IdDocument(documentType(number.get(), DocumentType.RESIDENT_ID), number.get()));
    }
    return documents;
  }

  /** A span of days. */
  public static Period period(
      RowFields row, @Nullable LocalDate from, @Nullable LocalDate to, String endField)
      throws RowFault {
    if (from != null && to != null && to.isBefore(from)) {
      throw row.fault(
          QuarantineReason.PERIOD_INVERTED,
          endField,
          "ends the period %d days before it starts".formatted(ChronoUnit.DAYS.between(to, from)));
    }
    return new Period(from, to);
  }

  /**
   * What a number is: its own arithmetic knows better than a code list that puts two permits in one
   * code.
   *
   * @param given what the code list says
   */
  public static DocumentType documentType(String written, DocumentType given) {
    return switch (IdNumber.parse(written)) {
      case Parsed.Ok<IdNumber>(IdNumber number) ->
          switch (number.kind()) {
            case RESIDENT ->
                given == DocumentType.HOUSEHOLD_BOOK ? given : DocumentType.RESIDENT_ID;
            case HMT_RESIDENT -> DocumentType.HMT_RESIDENCE_PERMIT;
            case FOREIGN_PERMANENT, FOREIGN_PERMANENT_OLD ->
                DocumentType.FOREIGN_PERMANENT_RESIDENT;
          };
      case Parsed.Refused<IdNumber> _ -> given;
    };
  }
}

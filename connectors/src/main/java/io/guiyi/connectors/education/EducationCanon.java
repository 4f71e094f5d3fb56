package io.guiyi.connectors.education;

import io.guiyi.connectors.ClaimParts;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.table.TablePayload;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.EthnicGroup;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.GuardianClaim.Relation;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.place.Address;
import io.guiyi.records.place.RegionCode;
import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.Enrolment.Place;
import io.guiyi.records.statement.Enrolment.Stage;
import io.guiyi.records.statement.Enrolment.Standing;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Statement;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pupil's row in our own terms: who the pupil is, the place at school, and who the
 * guardians are. The row gives the month of entering only: that somebody has left is said by the
 * standing, and the period stays open because nobody says when.
 */
final class EducationCanon {
  private static final Map<String, Place> PLACES =
      Map.of("1", Place.PUBLIC, "2", Place.BOUGHT, "3", Place.PRIVATE);
  private static final Map<String, Stage> STAGES =
      Map.of(
          "1", Stage.KINDERGARTEN,
          "2", Stage.PRIMARY,
          "3", Stage.JUNIOR_HIGH,
          "4", Stage.HIGH,
          "5", Stage.VOCATIONAL);
  private static final Map<String, Standing> STANDINGS =
      Map.of(
          "1", Standing.ENROLLED,
          "2", Standing.ON_LEAVE,
          "3", Standing.MOVED_AWAY,
          "4", Standing.GRADUATED);
  private static final Map<String, Relation> RELATIONS =
      Map.of("1", Relation.FATHER, "2", Relation.MOTHER, "3", Relation.GRANDPARENT);
  private static final List<String> GUARDIANS = List.of("JHR1", "JHR2");

  /** Day 0 of spreadsheets, as they count from March 1900 on. */
  private static final LocalDate SPREADSHEET_DAY_0 = LocalDate.of(1899, 12, 30);

  /** No date lies after it. */
  private static final LocalDate SPREADSHEET_LAST = LocalDate.of(2100, 12, 31);

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_CODE = 32;

  Canonicalized read(SourceRecord origin) {
    try {
      RowFields row = TablePayload.read(origin.payload());
      List<GuardianClaim> guardians = guardians(row);
      IdentityClaim who = who(row, origin.key().key()).withGuardians(guardians);
      List<Statement> what = origin.isWithdrawn() ? List.of() : statements(row, guardians);
      return new CanonicalRecord(origin, who, what);
    } catch (RowFault fault) {
      return fault.quarantine(origin);
    }
  }

  private static IdentityClaim who(RowFields row, String key) throws RowFault {
    PartialDate birth = birth(row).orElse(null);
    Optional<String> origin = row.text("HKSZD", Address.MAX_LENGTH);
    return IdentityClaim.named(name(row))
        .withDocuments(PupilNumbers.of(row, key, birth))
        .withBirth(ClaimParts.sex(row, "XBM"), birth)
        .withContacts(
            // The family gives the first guardian's phone as the pupil's.
            ClaimParts.phones(row, "JHR1DH"), ClaimParts.address(row, "XZZ"), null)
        .withOrigin(
            ClaimParts.otherName(row, "CYM"),
            row.text("MZM", 40)
                .map(code -> code.matches("\\d") ? "0" + code : code)
                .flatMap(code -> EthnicGroup.parse(code).toOptional())
                .orElse(null),
            origin
                .filter(text -> text.matches("\\d{6}.*"))
                .flatMap(text -> RegionCode.parse(text.substring(0, 6)).toOptional())
                .orElse(null),
            origin
                .map(text -> text.replaceFirst("^\\d{6}", "").strip())
                .filter(text -> !text.isEmpty())
                .map(Address::of)
                .orElse(null));
  }

  private static PersonName name(RowFields row) throws RowFault {
    PersonName written = ClaimParts.name(row, "XM");
    String pinyin = row.textOrEmpty("XMPY", LONGEST_NAME);
    return PersonName.parse(PupilName.heard(written.written(), pinyin))
        .toOptional()
        .orElse(written);
  }

  private static Optional<PartialDate> birth(RowFields row) throws RowFault {
    Optional<String> serial =
        row.text("CSRQ", 20)
            .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
            .map(text -> text.replaceFirst("\\.0+$", ""))
            .filter(text -> text.matches("[1-9]\\d{4}"));
    if (serial.isEmpty()) {
      return row.date("CSRQ");
    }
    LocalDate day = SPREADSHEET_DAY_0.plusDays(Integer.parseInt(serial.get()));
    if (day.isAfter(SPREADSHEET_LAST)) {
      throw row.fault(
          QuarantineReason.DATE_INVALID, "CSRQ", "is a spreadsheet's day after the year 2100");
    }
    return Optional.of(PartialDate.of(day));
  }

  private static List<GuardianClaim> guardians(RowFields row) throws RowFault {
    List<GuardianClaim> guardians = new ArrayList<>();
    for (String column : GUARDIANS) {
      Optional<PersonName> name = Optional.ofNullable(ClaimParts.otherName(row, column + "XM"));
      if (name.isPresent()) {
        guardians.add(
            new GuardianClaim(
                name.get(),
                row.text(column + "GX", 40)
                    .map(code -> RELATIONS.getOrDefault(code, Relation.OTHER))
                    .orElse(Relation.OTHER),
                PupilNumbers.guardian(row, column + "SFZH").orElse(null),
                ClaimParts.phones(row, column + "DH").stream().findFirst().orElse(null)));
      }
    }
    return guardians;
  }

  private static List<Statement> statements(RowFields row, List<GuardianClaim> guardians)
      throws RowFault {
    Period since = new Period(entered(row), null);
    List<Statement> statements = new ArrayList<>();
    statements.add(
        new Enrolment(
            since,
            row.needed("XXBSM", LONGEST_CODE),
            row.textOrEmpty("XXMC", LONGEST_NAME),
            row.neededCode("XXXZ", PLACES),
            row.neededCode("XD", STAGES),
            grade(row),
            row.neededCode("XJZT", STANDINGS)));
    guardians.forEach(guardian -> statements.add(new Guardianship(since, guardian)));
    return statements;
  }

  private static @Nullable LocalDate entered(RowFields row) throws RowFault {
    Optional<PartialDate> month = row.date("RXNY");
    if (month.isEmpty()) {
      return null;
    }
    if (month.get().month() == 0) {
      throw row.fault(QuarantineReason.DATE_INVALID, "RXNY", "must be a month written yyyyMM");
    }
    return LocalDate.of(month.get().year(), month.get().month(), 1);
  }

  private static int grade(RowFields row) throws RowFault {
    Optional<String> grade = row.text("NJ", 40);
    if (grade.isEmpty()) {
      return 0;
    }
    if (!grade.get().matches("0?[1-9]")) {
      throw row.fault(QuarantineReason.VALUE_INVALID, "NJ", "must be a grade from 1 to 9");
    }
    return Integer.parseInt(grade.get());
  }
}

package io.guiyi.connectors.health;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.Shape;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.GuardianClaim.Relation;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.HealthFile;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Statement;
import io.guiyi.records.statement.Vaccination;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a health file in our own terms: that the file exists, each dose that was given, and who is
 * stated as parent, guardian or spouse. What was entered in error or not done states nothing.
 *
 * <p>A file is read without the doses that cannot be understood. They are its {@linkplain
 * #remainder remainder}: the file once more, at a position of its own, where it is understood only
 * when all of it is. So the rest of the file need not wait, and what is missing is held and counted
 * and can be replayed.
 */
final class HealthCanon {
  /** The codes of HL7 v3 RoleCode that were agreed. */
  static final Map<String, Relation> RELATIONS =
      Map.of(
          "MTH", Relation.MOTHER,
          "FTH", Relation.FATHER,
          "GRPRN", Relation.GRANDPARENT,
          "GUARD", Relation.OTHER,
          "SPS", Relation.SPOUSE);

  /** JZZT; the page's profile counts codes that are none of these. */
  private static final Map<String, HealthFile.Standing> STANDINGS =
      Map.of(
          "1", HealthFile.Standing.REGISTERED,
          "2", HealthFile.Standing.MOVED_AWAY,
          "3", HealthFile.Standing.LOST_TRACK);

  /** Ends the position of a remainder. */
  private static final String DOSES = " doses";

  private static final Map<String, Boolean> GIVEN =
      Map.of("completed", true, "not-done", false, "entered-in-error", false);

  /** Names of vaccines that hold no digit, as the national programme abbreviates them. */
  private static final Set<String> PROGRAMME =
      Set.of(
          "BCG",
          "HepB",
          "HepA",
          "HepA-L",
          "HepA-I",
          "HepE",
          "IPV",
          "OPV",
          "bOPV",
          "tOPV",
          "sIPV",
          "DTP",
          "DTaP",
          "DTaP-IPV/Hib",
          "DT",
          "Td",
          "MMR",
          "MR",
          "MV",
          "MuV",
          "RV",
          "JE",
          "JE-L",
          "JE-I",
          "MPSV-A",
          "MPSV-AC",
          "MPCV-AC",
          "MPSV-ACYW",
          "Hib",
          "Var",
          "VarV",
          "Flu",
          "Rab",
          "HFRS",
          "HPV",
          "PPV",
          "PCV",
          "COVID");

  /** A code with a digit; too short to be a phone or an ID number, and no name has digits. */
  private static final String CODE = "(?=.*\\d)[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,4})?";

  private static final int LONGEST_CODE = 20;
  private static final int LONGEST_FILE_NUMBER = 40;
  private static final int LONGEST_TEXT = 200;
  private static final int MOST_DOSE_NUMBER = 20;
  private static final int MOST_NAMES = 20;
  private static final int MOST_GUARDIANS = 4;

  Canonicalized read(SourceRecord origin) {
    try {
      RowFields file = HealthRows.fields(origin.payload());
      RowFields patient = file.object("patient").orElseThrow(() -> file.missing("patient"));
      List<GuardianClaim> guardians = guardians(file);
      List<Statement> what =
          origin.isWithdrawn()
              ? List.of()
              : statements(file, patient, guardians, isRemainder(origin));
      return new CanonicalRecord(
          origin,
          HealthClaim.of(patient).withGuardians(guardians.stream().limit(MOST_GUARDIANS).toList()),
          what);
    } catch (RowFault fault) {
      return fault.quarantine(origin);
    }
  }

  /**
   * The doses of an understood file that cannot be understood, held aside under its key; empty if
   * there are none.
   */
  Optional<Quarantined> remainder(SourceRecord file) {
    SourceRecord doses =
        new SourceRecord(
            file.key(),
            file.version(),
            file.presence(),
            file.payload(),
            new Position(file.position().text() + DOSES));
    return read(doses) instanceof Quarantined aside && read(file) instanceof CanonicalRecord
        ? Optional.of(aside)
        : Optional.empty();
  }

  private static List<Statement> statements(
      RowFields file, RowFields patient, List<GuardianClaim> guardians, boolean whole)
      throws RowFault {
    List<Statement> statements = new ArrayList<>();
    healthFile(file, patient).ifPresent(statements::add);
    for (RowFields dose : file.objects("immunizations", HealthRows.MOST_DOSES)) {
      try {
        if (dose.neededCode("status", GIVEN)) {
          statements.add(vaccination(file, dose));
        }
      } catch (RowFault unreadable) {
        if (whole) {
          throw unreadable;
        }
      }
    }
    guardians.forEach(guardian -> statements.add(new Guardianship(Period.UNKNOWN, guardian)));
    return statements;
  }

  private static boolean isRemainder(SourceRecord row) {
    return row.position().text().endsWith(DOSES);
  }

  private static Optional<HealthFile> healthFile(RowFields file, RowFields patient)
      throws RowFault {
    List<RowFields> numbers = FhirParts.identifiers(patient, FhirParts.FILE_NUMBER);
    Optional<RowFields> opened = FhirParts.extension(patient, FhirParts.OPENED_ON);
    String number =
        numbers.isEmpty() ? "" : numbers.getFirst().textOrEmpty("value", LONGEST_FILE_NUMBER);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Period since =
        opened.isEmpty()
            ? Period.UNKNOWN
            : new Period(opened.get().day("valueDate").orElse(null), null);
    return Optional.of(
        new HealthFile(
            since, number, unit(file, patient.object("managingOrganization")), standing(patient)));
  }

  private static HealthFile.Standing standing(RowFields patient) throws RowFault {
    Optional<RowFields> given = FhirParts.extension(patient, FhirParts.STANDING);
    return given.isEmpty()
        ? HealthFile.Standing.UNSTATED
        : STANDINGS.getOrDefault(
            given.get().textOrEmpty("valueCode", LONGEST_CODE), HealthFile.Standing.UNSTATED);
  }

  private static Vaccination vaccination(RowFields file, RowFields dose) throws RowFault {
    RowFields series =
        dose.objects("protocolApplied", MOST_DOSE_NUMBER).stream()
            .findFirst()
            .orElseThrow(() -> dose.missing("protocolApplied"));
    int number =
        series
            .number("doseNumberPositiveInt", 1, MOST_DOSE_NUMBER)
            .orElseThrow(() -> series.missing("doseNumberPositiveInt"));
    Optional<RowFields> performer =
        dose.objects("performer", MOST_DOSE_NUMBER).stream().findFirst();
    Optional<RowFields> actor =
        performer.isEmpty() ? Optional.empty() : performer.get().object("actor");
    return new Vaccination(
        vaccine(dose), number, FhirParts.neededDay(dose, "occurrenceDateTime"), unit(file, actor));
  }

  /** The code stands in clear in the register, so that a name or number may not pass for one. */
  private static String vaccine(RowFields dose) throws RowFault {
    RowFields concept = dose.object("vaccineCode").orElseThrow(() -> dose.missing("vaccineCode"));
    RowFields coding = FhirParts.coding(concept).orElseThrow(() -> concept.missing("coding"));
    String code = coding.needed("code", LONGEST_CODE);
    if (!code.matches(CODE) && !PROGRAMME.contains(code)) {
      throw coding.fault(
          QuarantineReason.VALUE_INVALID,
          "code",
          "(shaped '%s') must be a vaccine code of up to 8 letters and digits, or an abbreviation"
                  .formatted(Shape.of(code))
              + " of the national programme");
    }
    return code;
  }

  /** The clinic's name where it is known, else its id. */
  private static String unit(RowFields file, Optional<RowFields> reference) throws RowFault {
    String id = FhirParts.organization(reference);
    Optional<RowFields> names = file.object("units");
    if (id.isEmpty() || names.isEmpty()) {
      return id;
    }
    return names.get().text(id, HealthUnits.LONGEST_NAME).orElse(id);
  }

  /** Who is stated, parents first; somebody without a name cannot be stated. */
  private static List<GuardianClaim> guardians(RowFields file) throws RowFault {
    List<GuardianClaim> guardians = new ArrayList<>();
    for (RowFields person : file.objects("related", HealthRows.MOST_RELATED)) {
      if (person.flag("active").orElse(true)) {
        guardian(person).ifPresent(guardians::add);
      }
    }
    guardians.sort(Comparator.comparing(GuardianClaim::relation));
    return guardians;
  }

  private static Optional<GuardianClaim> guardian(RowFields person) throws RowFault {
    Relation relation = relation(person);
    Optional<PersonName> name = Optional.empty();
    for (RowFields given : person.objects("name", MOST_NAMES)) {
      if (name.isEmpty()) {
        name =
            given.text("text", LONGEST_TEXT).flatMap(text -> PersonName.parse(text).toOptional());
      }
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new GuardianClaim(
            name.get(),
            relation,
            HealthClaim.identityDocuments(person).stream().findFirst().orElse(null),
            FhirParts.phones(person).stream().findFirst().orElse(null)));
  }

  private static Relation relation(RowFields person) throws RowFault {
    List<RowFields> stated = person.objects("relationship", MOST_NAMES);
    if (stated.isEmpty()) {
      return Relation.OTHER;
    }
    Optional<RowFields> coding = FhirParts.coding(stated.getFirst());
    return coding.isEmpty()
        ? Relation.OTHER
        : coding.get().code("code", RELATIONS).orElse(Relation.OTHER);
  }
}

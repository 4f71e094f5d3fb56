package io.guiyi.connectors.labour;

import io.guiyi.connectors.ClaimParts;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.RowJson;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.EthnicGroup;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.statement.Contract;
import io.guiyi.records.statement.CreditCode;
import io.guiyi.records.statement.Employer;
import io.guiyi.records.statement.Employment;
import io.guiyi.records.statement.Insurance;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Qualification;
import io.guiyi.records.statement.Skill;
import io.guiyi.records.statement.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads a labour row in our own terms. Business JY states a job, its contract and its insurance
 * months; business JN states a skill certificate, the highest qualification, or both.
 */
final class LabourCanon {
  /** AAC058. */
  static final Map<String, DocumentType> DOCUMENT_TYPES =
      Map.of(
          "01", DocumentType.RESIDENT_ID,
          "02", DocumentType.HK_MACAO_TRAVEL_PERMIT,
          "03", DocumentType.TAIWAN_TRAVEL_PERMIT,
          "04", DocumentType.FOREIGN_PERMANENT_RESIDENT,
          "05", DocumentType.PASSPORT);

  private static final Map<String, Business> BUSINESSES =
      Map.of("JY", Business.EMPLOYMENT, "JN", Business.SKILL);
  private static final Map<String, Integer> SKILL_LEVELS =
      Map.of("1", 1, "2", 2, "3", 3, "4", 4, "5", 5);
  private static final Set<String> INSURANCES = Set.of("110", "210", "310", "410", "510");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_CODE = 32;

  private enum Business {
    EMPLOYMENT,
    SKILL
  }

  Canonicalized read(SourceRecord origin) {
    try {
      RowFields row = RowJson.read(origin.payload());
      return new CanonicalRecord(
          origin, who(row), origin.isWithdrawn() ? List.of() : statements(row));
    } catch (RowFault fault) {
      return fault.quarantine(origin);
    }
  }

  private static IdentityClaim who(RowFields row) throws RowFault {
    return IdentityClaim.named(ClaimParts.name(row, "aac003"))
        .withDocuments(
            ClaimParts.documents(row, "aac147", "aac058", DOCUMENT_TYPES, "aac002", false))
        .withBirth(ClaimParts.sex(row, "aac004"), row.date("aac006").orElse(null))
        .withContacts(
            ClaimParts.phones(row, "aac067"),
            ClaimParts.address(row, "aae006"),
            row.text("aab004", LONGEST_NAME).orElse(null))
        .withOrigin(
            null,
            row.text("aac005", 40)
                .flatMap(code -> EthnicGroup.parse(code).toOptional())
                .orElse(null),
            null,
            ClaimParts.address(row, "aac010"));
  }

  private static List<Statement> statements(RowFields row) throws RowFault {
    return switch (row.neededCode("ywlx", BUSINESSES)) {
      case EMPLOYMENT -> job(row);
      case SKILL -> abilities(row);
    };
  }

  private static List<Statement> job(RowFields row) throws RowFault {
    Employer employer =
        new Employer(
            row.needed("aab004", LONGEST_NAME),
            row.text("aab003", LONGEST_CODE)
                .flatMap(code -> CreditCode.parse(code).toOptional())
                .orElse(null),
            row.text("aab001", LONGEST_CODE).orElse(null));
    List<Statement> statements = new ArrayList<>();
    LocalDate start = row.neededDay("jyksrq");
    statements.add(
        new Employment(
            ClaimParts.period(row, start, row.day("jyjsrq").orElse(null), "jyjsrq"),
            employer,
            row.textOrEmpty("aca111", LONGEST_CODE),
            row.textOrEmpty("hydm", LONGEST_CODE)));
    contract(row, employer).ifPresent(statements::add);
    insurance(row, employer).ifPresent(statements::add);
    return statements;
  }

  private static Optional<Contract> contract(RowFields row, Employer employer) throws RowFault {
    Optional<LocalDate> from = row.day("htksrq");
    Optional<LocalDate> to = row.day("htjsrq");
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    Period term = ClaimParts.period(row, from.orElse(null), to.orElse(null), "htjsrq");
    return Optional.of(new Contract(term, employer));
  }

  private static Optional<Insurance> insurance(RowFields row, Employer employer) throws RowFault {
    Optional<YearMonth> first = month(row, "aae041");
    Optional<YearMonth> last = month(row, "aae042");
    if (first.isEmpty() && last.isEmpty()) {
      return Optional.empty();
    }
    if (first.isEmpty()) {
      throw row.missing("aae041");
    }
    if (last.isPresent() && last.get().isBefore(first.get())) {
      throw row.fault(
          QuarantineReason.PERIOD_INVERTED, "aae042", "ends the payments before they start");
    }
    return Optional.of(
        new Insurance(insuranceTypes(row), first.get(), last.orElse(null), employer));
  }

  private static SortedSet<String> insuranceTypes(RowFields row) throws RowFault {
    SortedSet<String> types = new TreeSet<>();
    for (String type : row.needed("aae140", 60).split("[,，]", -1)) {
      if (!type.isBlank() && !INSURANCES.contains(type.strip())) {
        throw row.fault(
            QuarantineReason.CODE_UNKNOWN,
            "aae140",
            "holds a type in no list we know; each must be one of "
                + INSURANCES.stream().sorted().toList());
      }
      if (!type.isBlank()) {
        types.add(type.strip());
      }
    }
    if (types.isEmpty()) {
      throw row.missing("aae140");
    }
    return types;
  }

  private static Optional<YearMonth> month(RowFields row, String field) throws RowFault {
    Optional<String> written = row.text(field, LONGEST_CODE);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      YearMonth month = YearMonth.parse(written.get(), MONTH);
      if (month.getYear() >= 1950 && month.getYear() <= 2100) {
        return Optional.of(month);
      }
    } catch (DateTimeException e) {
      // Falls through to the one answer for every month that cannot be.
    }
    throw row.fault(
        QuarantineReason.DATE_INVALID,
        field,
        "must be a month written yyyyMM in the years 1950 to 2100");
  }

  private static List<Statement> abilities(RowFields row) throws RowFault {
    List<Statement> statements = new ArrayList<>();
    Optional<Integer> level = row.code("jnzsdj", SKILL_LEVELS);
    if (level.isPresent()) {
      statements.add(
          new Skill(
              level.get(),
              row.needed("jnzsmc", LONGEST_NAME),
              row.textOrEmpty("jnfzjg", LONGEST_NAME),
              row.neededDay("jnfzrq")));
    }
    Optional<String> qualification = row.text("aac011", LONGEST_CODE);
    if (qualification.isPresent()) {
      if (!qualification.get().matches("[1-9]\\d")) {
        throw row.fault(QuarantineReason.CODE_UNKNOWN, "aac011", "must be two digits of GB/T 4658");
      }
      statements.add(new Qualification(qualification.get(), Period.UNKNOWN));
    }
    if (statements.isEmpty()) {
      throw row.missing("jnzsdj");
    }
    return statements;
  }
}

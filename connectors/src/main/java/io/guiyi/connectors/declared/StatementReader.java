package io.guiyi.connectors.declared;

import io.guiyi.connectors.ClaimParts;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.declared.StatementMapping.EmployerFrom;
import io.guiyi.connectors.declared.StatementMapping.OfContract;
import io.guiyi.connectors.declared.StatementMapping.OfEmployment;
import io.guiyi.connectors.declared.StatementMapping.OfEnrolment;
import io.guiyi.connectors.declared.StatementMapping.OfHealthFile;
import io.guiyi.connectors.declared.StatementMapping.OfInsurance;
import io.guiyi.connectors.declared.StatementMapping.OfMembership;
import io.guiyi.connectors.declared.StatementMapping.OfQualification;
import io.guiyi.connectors.declared.StatementMapping.OfResidence;
import io.guiyi.connectors.declared.StatementMapping.OfSkill;
import io.guiyi.connectors.declared.StatementMapping.Span;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.place.Address;
import io.guiyi.records.statement.Contract;
import io.guiyi.records.statement.CreditCode;
import io.guiyi.records.statement.Employer;
import io.guiyi.records.statement.Employment;
import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.HealthFile;
import io.guiyi.records.statement.Insurance;
import io.guiyi.records.statement.Membership;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Qualification;
import io.guiyi.records.statement.Residence;
import io.guiyi.records.statement.Skill;
import io.guiyi.records.statement.Statement;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what one row states, as its declaration says. */
final class StatementReader {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_CODE = 64;

  private final CellReader cells;

  StatementReader(CellReader cells) {
    this.cells = cells;
  }

  /** The statement, or empty if this row does not make it. */
  Optional<Statement> read(StatementMapping mapping) throws RowFault {
    return holds(mapping.when()) ? Optional.of(statement(mapping)) : Optional.empty();
  }

  private boolean holds(Condition condition) throws RowFault {
    return switch (condition) {
      case Condition.Always _ -> true;
      case Condition.Given(String column) ->
          cells.text(TextFrom.column(column), Check.LONGEST_VALUE).isPresent();
      case Condition.OneOf one ->
          cells
              .text(TextFrom.column(one.column()), LONGEST_NAME)
              .filter(one.codes()::contains)
              .isPresent();
    };
  }

  private Statement statement(StatementMapping mapping) throws RowFault {
    return switch (mapping) {
      case OfResidence residence -> residence(residence);
      case OfEmployment job ->
          new Employment(
              period(job.span()),
              employer(job.employer()),
              cells.textOrEmpty(job.occupation(), LONGEST_CODE),
              cells.textOrEmpty(job.industry(), LONGEST_CODE));
      case OfContract contract ->
          new Contract(period(contract.span()), employer(contract.employer()));
      case OfInsurance insurance -> insurance(insurance);
      case OfSkill skill ->
          new Skill(
              cells.neededCode(skill.level()),
              cells.needed(skill.title(), LONGEST_NAME),
              cells.textOrEmpty(skill.issuer(), LONGEST_NAME),
              cells.neededDay(skill.issuedOn()));
      case OfQualification qualification ->
          new Qualification(cells.neededCode(qualification.level()), period(qualification.span()));
      case OfEnrolment enrolment -> enrolment(enrolment);
      case OfHealthFile file ->
          new HealthFile(
              period(file.span()),
              cells.needed(file.fileNumber(), LONGEST_CODE),
              cells.textOrEmpty(file.unit(), LONGEST_NAME));
      case OfMembership membership ->
          new Membership(
              period(membership.span()),
              cells.needed(membership.organisation(), LONGEST_NAME),
              cells.textOrEmpty(membership.number(), LONGEST_CODE),
              cells.neededCode(membership.standing()));
    };
  }

  private Residence residence(OfResidence residence) throws RowFault {
    Optional<Address> address = address(residence.address());
    if (address.isEmpty()) {
      throw cells.row().missing(residence.address().written().field());
    }
    return new Residence(
        period(residence.span()),
        cells.day(residence.registeredOn()),
        address.get(),
        cells.textOrEmpty(residence.placeKind(), LONGEST_CODE),
        cells.textOrEmpty(residence.reason(), LONGEST_CODE));
  }

  /** The address, or empty if the row gives none. */
  Optional<Address> address(PersonMapping.Place place) throws RowFault {
    Optional<String> written = cells.text(place.written(), Address.MAX_LENGTH);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Address(
            written.get(),
            cells.text(place.standardCode(), LONGEST_CODE).orElse(null),
            cells.text(place.houseCode(), LONGEST_CODE).orElse(null),
            cells.text(place.room(), LONGEST_CODE).orElse(null)));
  }

  private Insurance insurance(OfInsurance insurance) throws RowFault {
    YearMonth first = cells.month(insurance.firstMonth());
    YearMonth last = cells.month(insurance.lastMonth());
    if (first == null) {
      throw cells.row().missing(insurance.firstMonth().column());
    }
    if (last != null && last.isBefore(first)) {
      throw cells
          .row()
          .fault(
              QuarantineReason.PERIOD_INVERTED,
              insurance.lastMonth() == null ? "" : insurance.lastMonth().column(),
              "ends the payments before they start");
    }
    EmployerFrom payer = insurance.employer();
    boolean named = payer != null && cells.text(payer.name(), LONGEST_NAME).isPresent();
    return new Insurance(
        types(insurance.types()), first, last, payer != null && named ? employer(payer) : null);
  }

  private SortedSet<String> types(TextFrom from) throws RowFault {
    SortedSet<String> types = new TreeSet<>();
    for (String type : cells.needed(from, LONGEST_NAME).split("[,，、;；]", -1)) {
      if (type.strip().matches("[1-9]10")) {
        types.add(type.strip());
      } else if (!type.isBlank()) {
        throw cells.unlisted(from.field(), type, "110, 210, 310, 410, 510");
      }
    }
    if (types.isEmpty()) {
      throw cells.row().missing(from.field());
    }
    return types;
  }

  private Enrolment enrolment(OfEnrolment enrolment) throws RowFault {
    String grade = cells.textOrEmpty(enrolment.grade(), LONGEST_CODE);
    if (!grade.matches("[0-9]?")) {
      throw cells
          .row()
          .fault(
              QuarantineReason.VALUE_INVALID,
              enrolment.grade() == null ? "" : enrolment.grade().field(),
              "must be a grade from 1 to 9");
    }
    return new Enrolment(
        period(enrolment.span()),
        cells.textOrEmpty(enrolment.schoolCode(), LONGEST_CODE),
        cells.needed(enrolment.schoolName(), LONGEST_NAME),
        cells.neededCode(enrolment.place()),
        cells.neededCode(enrolment.stage()),
        grade.isEmpty() ? 0 : Integer.parseInt(grade),
        cells.neededCode(enrolment.standing()));
  }

  private Employer employer(EmployerFrom from) throws RowFault {
    return new Employer(
        cells.needed(from.name(), LONGEST_NAME),
        cells
            .text(from.creditCode(), LONGEST_CODE)
            .flatMap(code -> CreditCode.parse(code).toOptional())
            .orElse(null),
        cells.text(from.localNumber(), LONGEST_CODE).orElse(null));
  }

  private Period period(Span span) throws RowFault {
    String end = span.to() == null ? "" : span.to().column();
    return ClaimParts.period(cells.row(), cells.day(span.from()), cells.day(span.to()), end);
  }
}

package io.guiyi.records.statement;

/** One thing that one department states about one person, for a time. */
public sealed interface Statement
    permits Residence,
        PermitEvent,
        Employment,
        Contract,
        Insurance,
        Skill,
        Qualification,
        Enrolment,
        Guardianship,
        Vaccination,
        HealthFile,
        Membership {

  /** The time for which it is stated (valid time), in days of Asia/Shanghai. */
  Period period();

  /**
   * The code that facts and statistics may read without opening the record: an event, a level, an
   * insurance list. It stands in clear in the register, so that text which only pretends to be a
   * code (a name in a shifted column) is left out; empty if the kind has none.
   */
  String code();

  /** Which kind it is. */
  default StatementKind kind() {
    return switch (this) {
      case Residence _ -> StatementKind.RESIDENCE;
      case PermitEvent _ -> StatementKind.PERMIT_EVENT;
      case Employment _ -> StatementKind.EMPLOYMENT;
      case Contract _ -> StatementKind.CONTRACT;
      case Insurance _ -> StatementKind.INSURANCE;
      case Skill _ -> StatementKind.SKILL;
      case Qualification _ -> StatementKind.QUALIFICATION;
      case Enrolment _ -> StatementKind.ENROLMENT;
      case Guardianship _ -> StatementKind.GUARDIANSHIP;
      case Vaccination _ -> StatementKind.VACCINATION;
      case HealthFile _ -> StatementKind.HEALTH_FILE;
      case Membership _ -> StatementKind.MEMBERSHIP;
    };
  }
}

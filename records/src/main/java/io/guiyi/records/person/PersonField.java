package io.guiyi.records.person;

import java.util.Arrays;
import java.util.Optional;

/**
 * The fields of a consolidated record, by the names that sharing policies and published entries
 * use.
 */
public enum PersonField {
  /** Name. */
  NAME("name", Sensitivity.IDENTITY),
  /** 曾用名. */
  FORMER_NAME("formerName", Sensitivity.IDENTITY),
  /** The ID number that is the person's own. */
  ID_NUMBER("idNumber", Sensitivity.IDENTITY),
  /** Sex, one digit of GB/T 2261.1. */
  SEX("sex", Sensitivity.IDENTITY),
  /** Birth date, ISO 8601, perhaps partial. */
  BIRTH_DATE("birthDate", Sensitivity.IDENTITY),
  /** Ethnic group, two digits of GB/T 3304; in no feed unless a policy names it. */
  ETHNIC_GROUP("ethnicGroup", Sensitivity.IDENTITY),
  /** County of household registration, six digits. */
  HUKOU_REGION("hukouRegion", Sensitivity.IDENTITY),
  /** Mobile phone. */
  PHONE("phone", Sensitivity.CONTACT),
  /** Where the person lives. */
  RESIDENCE_ADDRESS("residence.address", Sensitivity.CONTACT),
  /** Since when the current stay is registered. */
  RESIDENCE_SINCE("residence.since", Sensitivity.IDENTITY),
  /** Last event of the residence permit, two digits. */
  PERMIT_STATUS("permit.status", Sensitivity.IDENTITY),
  /** Until when the permit is valid. */
  PERMIT_VALID_UNTIL("permit.validUntil", Sensitivity.IDENTITY),
  /** Current employer's name. */
  EMPLOYER("employment.employer", Sensitivity.CONTACT),
  /** Since when employed there. */
  EMPLOYED_SINCE("employment.since", Sensitivity.IDENTITY),
  /** Insurance types paid now. */
  INSURANCE_TYPES("insurance.types", Sensitivity.IDENTITY),
  /** Last month paid for, yyyy-MM; "now" while payment goes on. */
  INSURED_THROUGH("insurance.through", Sensitivity.IDENTITY),
  /** Highest skill level, 1 to 5. */
  SKILL_LEVEL("skill.level", Sensitivity.IDENTITY),
  /** Highest qualification, GB/T 4658. */
  QUALIFICATION("qualification", Sensitivity.IDENTITY),
  /** Name of the school attended. */
  SCHOOL("enrolment.school", Sensitivity.CONTACT),
  /** How far up the school system, a name of Enrolment.Stage. */
  SCHOOL_STAGE("enrolment.stage", Sensitivity.IDENTITY),
  /** Who provides the place at school, a name of Enrolment.Place. */
  SCHOOL_PLACE("enrolment.place", Sensitivity.IDENTITY),
  /** Whether the pupil is there, a name of Enrolment.Standing. */
  ENROLMENT_STANDING("enrolment.standing", Sensitivity.IDENTITY),
  /** Since when there is a health file; nothing of its content. */
  HEALTH_FILE_SINCE("health.fileSince", Sensitivity.IDENTITY),
  /** The organisation the person is a member of, such as a trade union. */
  MEMBER_OF("membership.organisation", Sensitivity.CONTACT),
  /** Since when a member there. */
  MEMBER_SINCE("membership.since", Sensitivity.IDENTITY);

  /** Which envelope of a person's version a field is kept in. */
  public enum Sensitivity {
    /** Who the person is. */
    IDENTITY,
    /** How to reach the person. */
    CONTACT
  }

  private final String label;
  private final Sensitivity sensitivity;

  PersonField(String label, Sensitivity sensitivity) {
    this.label = label;
    this.sensitivity = sensitivity;
  }

  /** The name in policies and published entries. */
  public String label() {
    return label;
  }

  /** Which envelope it is kept in. */
  public Sensitivity sensitivity() {
    return sensitivity;
  }

  /** The field of that name. */
  public static Optional<PersonField> named(String label) {
    return Arrays.stream(values()).filter(field -> field.label.equals(label)).findFirst();
  }
}

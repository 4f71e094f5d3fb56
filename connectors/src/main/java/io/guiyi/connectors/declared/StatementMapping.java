package io.guiyi.connectors.declared;

import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.Membership;
import org.jspecify.annotations.Nullable;

/** Where a row says one thing about its person. */
public sealed interface StatementMapping {
  /** When a row says it at all. */
  Condition when();

  /**
   * For what time.
   *
   * @param from the first day; null if no column says it
   * @param to the last day; null if no column says it
   */
  record Span(@Nullable DateFrom from, @Nullable DateFrom to) {}

  /**
   * With whom.
   *
   * @param name the name, without which nothing is stated
   * @param creditCode 统一社会信用代码
   * @param localNumber the department's own number of the unit
   */
  record EmployerFrom(
      TextFrom name, @Nullable TextFrom creditCode, @Nullable TextFrom localNumber) {}

  /** 居住登记. */
  record OfResidence(
      Condition when,
      Span span,
      @Nullable DateFrom registeredOn,
      PersonMapping.Place address,
      @Nullable TextFrom placeKind,
      @Nullable TextFrom reason)
      implements StatementMapping {}

  /** 就业登记. */
  record OfEmployment(
      Condition when,
      Span span,
      EmployerFrom employer,
      @Nullable TextFrom occupation,
      @Nullable TextFrom industry)
      implements StatementMapping {}

  /** 劳动合同. */
  record OfContract(Condition when, Span span, EmployerFrom employer) implements StatementMapping {}

  /** 社会保险; {@code types} is a list parted by commas. */
  record OfInsurance(
      Condition when,
      TextFrom types,
      DateFrom firstMonth,
      @Nullable DateFrom lastMonth,
      @Nullable EmployerFrom employer)
      implements StatementMapping {}

  /** 职业技能. */
  record OfSkill(
      Condition when,
      CodeFrom<Integer> level,
      TextFrom title,
      @Nullable TextFrom issuer,
      DateFrom issuedOn)
      implements StatementMapping {}

  /** 文化程度. */
  record OfQualification(Condition when, Span span, CodeFrom<String> level)
      implements StatementMapping {}

  /** 学籍. */
  record OfEnrolment(
      Condition when,
      Span span,
      @Nullable TextFrom schoolCode,
      TextFrom schoolName,
      CodeFrom<Enrolment.Place> place,
      CodeFrom<Enrolment.Stage> stage,
      @Nullable TextFrom grade,
      CodeFrom<Enrolment.Standing> standing)
      implements StatementMapping {}

  /** 健康档案. */
  record OfHealthFile(Condition when, Span span, TextFrom fileNumber, @Nullable TextFrom unit)
      implements StatementMapping {}

  /** 会籍. */
  record OfMembership(
      Condition when,
      Span span,
      TextFrom organisation,
      @Nullable TextFrom number,
      CodeFrom<Membership.Standing> standing)
      implements StatementMapping {}
}

package io.guiyi.registry.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.RecordRef;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.records.place.Address;
import io.guiyi.records.statement.Employer;
import io.guiyi.records.statement.Employment;
import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.HealthFile;
import io.guiyi.records.statement.Insurance;
import io.guiyi.records.statement.Membership;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.PermitEvent;
import io.guiyi.records.statement.Qualification;
import io.guiyi.records.statement.Residence;
import io.guiyi.records.statement.Skill;
import io.guiyi.records.statement.Statement;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.record.HeldRecord;
import io.guiyi.registry.record.RecordContent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SurvivorshipTest {
  private static final Survivorship SURVIVORSHIP = new Survivorship(new SourceId("police"));
  private static final LocalDate BIRTH = LocalDate.of(1990, 3, 7);
  private static final String OWN = Rows.number(BIRTH, 22);
  private static final String PARENTS = Rows.number(LocalDate.of(1962, 5, 1), 31);
  private static final Row POLICE = Rows.police("P1", "张惠珍", BIRTH, 22);
  private static final Row LABOUR = Rows.labour("L1", "张慧珍", BIRTH, 22);
  private static final GuardianClaim FATHER =
      Rows.relative(GuardianClaim.Relation.FATHER, "张德富", PARENTS, null);
  private static final Employer FACTORY = new Employer("甲厂", null, null);
  private static final Employer SHOP = new Employer("乙店", null, null);

  static Stream<Arguments> identity() {
    return Stream.of(
        row("the police's name, though older", PersonField.NAME, "张惠珍", POLICE, LABOUR.day(9)),
        row(
            "the newer of two names of the police",
            PersonField.NAME,
            "张蕙珍",
            POLICE,
            POLICE.called("张蕙珍").day(3)),
        row(
            "what only one knows",
            PersonField.PHONE,
            "13900001111",
            POLICE,
            LABOUR.phone("13900001111")),
        row(
            "the newest phone, whoever gives it",
            PersonField.PHONE,
            "13900002222",
            POLICE.phone("13900001111").day(1),
            LABOUR.phone("13900002222").day(2)),
        row(
            "a mobile phone before a newer fixed line",
            PersonField.PHONE,
            "13900001111",
            POLICE.phone("13900001111").day(1),
            LABOUR.phone("057463001122").day(2)),
        row(
            "the number that is valid",
            PersonField.ID_NUMBER,
            OWN,
            POLICE.numbered("330282"),
            LABOUR),
        row(
            "the number of the majority",
            PersonField.ID_NUMBER,
            OWN,
            POLICE.numbered(Rows.number(BIRTH, 24)),
            LABOUR,
            LABOUR.day(1)),
        row(
            "not a parent's number in the person's own row",
            PersonField.ID_NUMBER,
            OWN,
            POLICE.numbered(PARENTS),
            POLICE.numbered(PARENTS).day(1),
            LABOUR),
        row(
            "no number when the only one is a parent's",
            PersonField.ID_NUMBER,
            null,
            POLICE.numbered(PARENTS)),
        row(
            "birth date as the police say",
            PersonField.BIRTH_DATE,
            "1990-03-07",
            POLICE,
            Rows.labour("L1", "张惠珍", LocalDate.of(1990, 7, 3), 22)),
        row("sex as registered", PersonField.SEX, "2", POLICE),
        row(
            "a name, though older and less trusted, before one that names nobody yet",
            PersonField.NAME,
            "张慧珍",
            POLICE.called("张某之女").day(9),
            LABOUR),
        row(
            "a name that names nobody yet when there is no other",
            PersonField.NAME,
            "张某之女",
            POLICE.called("张某之女")),
        row(
            "no number that a row gives as a guardian's",
            PersonField.ID_NUMBER,
            null,
            unborn(POLICE.numbered(PARENTS)),
            unborn(LABOUR.unnumbered()).naming(FATHER)),
        row(
            "the own number, even if a row gives it as a guardian's by mistake",
            PersonField.ID_NUMBER,
            OWN,
            POLICE.naming(Rows.relative(GuardianClaim.Relation.OTHER, "张惠珍", OWN, null))),
        row(
            "the number inside a school number, if it is of the birth date",
            PersonField.ID_NUMBER,
            OWN,
            pupil("G" + OWN)),
        row(
            "no number inside a school number of another day",
            PersonField.ID_NUMBER,
            null,
            pupil("G" + PARENTS)),
        row(
            "a number of its own before one inside a school number",
            PersonField.ID_NUMBER,
            Rows.number(BIRTH, 24),
            pupil("G" + OWN),
            LABOUR.numbered(Rows.number(BIRTH, 24))));
  }

  static Stream<Arguments> statements() {
    return Stream.of(
        row(
            "the stay still open that began last",
            PersonField.RESIDENCE_ADDRESS,
            "新址",
            POLICE.stating(
                stay("旧址", day(2020), day(2021)),
                stay("新址", day(2023), null),
                stay("别处", day(2022), null))),
        row(
            "no address when every stay has ended",
            PersonField.RESIDENCE_ADDRESS,
            null,
            POLICE.living("顺便写的").stating(stay("旧址", day(2020), day(2021)))),
        row(
            "an address in passing when no stay was ever stated",
            PersonField.RESIDENCE_ADDRESS,
            "顺便写的",
            LABOUR.living("顺便写的")),
        row(
            "residence counts from the report",
            PersonField.RESIDENCE_SINCE,
            "2023-02-01",
            POLICE.stating(
                new Residence(
                    Period.since(day(2023)), LocalDate.of(2023, 2, 1), Address.of("新址"), "", ""))),
        row(
            "the permit's last event",
            PersonField.PERMIT_STATUS,
            "05",
            POLICE.stating(
                permit(PermitEvent.Event.ISSUED, 2020, 2021),
                permit(PermitEvent.Event.SUSPENDED, 2022, null))),
        row(
            "the validity that an earlier event stated",
            PersonField.PERMIT_VALID_UNTIL,
            "2021-01-01",
            POLICE.stating(
                permit(PermitEvent.Event.ISSUED, 2020, 2021),
                permit(PermitEvent.Event.SUSPENDED, 2022, null))),
        row(
            "a cancelled permit is valid no longer",
            PersonField.PERMIT_VALID_UNTIL,
            null,
            POLICE.stating(
                permit(PermitEvent.Event.ISSUED, 2020, 2030),
                permit(PermitEvent.Event.CANCELLED, 2022, null))),
        row(
            "the job still open",
            PersonField.EMPLOYER,
            "甲厂",
            LABOUR.stating(job(FACTORY, day(2020), null), job(SHOP, day(2022), day(2023)))),
        row(
            "what is being paid",
            PersonField.INSURANCE_TYPES,
            "110,310",
            LABOUR.stating(insurance(2021, null), insurance(2019, 2020))),
        row(
            "through the last month when nothing is paid",
            PersonField.INSURED_THROUGH,
            "2020-12",
            LABOUR.stating(insurance(2018, 2018), insurance(2019, 2020))),
        row(
            "the highest skill",
            PersonField.SKILL_LEVEL,
            "2",
            LABOUR.stating(new Skill(4, "焊工", "", day(2021)), new Skill(2, "焊工", "", day(2020)))),
        row(
            "the highest qualification",
            PersonField.QUALIFICATION,
            "31",
            LABOUR.stating(
                new Qualification("61", Period.UNKNOWN), new Qualification("31", Period.UNKNOWN))),
        row(
            "the school attended, not the one left",
            PersonField.SCHOOL,
            "新校",
            LABOUR.stating(
                school("旧校", day(2021), day(2023), Enrolment.Standing.MOVED_AWAY),
                school("新校", day(2022), null, Enrolment.Standing.ENROLLED))),
        row(
            "no school when all were left",
            PersonField.SCHOOL,
            null,
            LABOUR.stating(school("旧校", day(2021), day(2023), Enrolment.Standing.GRADUATED))),
        row(
            "how the last school was left",
            PersonField.ENROLMENT_STANDING,
            "GRADUATED",
            LABOUR.stating(
                school("旧校", day(2015), day(2021), Enrolment.Standing.MOVED_AWAY),
                school("新校", day(2021), day(2023), Enrolment.Standing.GRADUATED))),
        row(
            "the earliest day of a health file",
            PersonField.HEALTH_FILE_SINCE,
            "2019-01-01",
            POLICE.stating(
                new HealthFile(Period.UNKNOWN, "1", ""),
                new HealthFile(Period.since(day(2021)), "2", ""),
                new HealthFile(Period.since(day(2019)), "3", ""))),
        row(
            "the organisation one is a member of",
            PersonField.MEMBER_OF,
            "总工会",
            POLICE.stating(
                new Membership(Period.since(day(2020)), "总工会", "", Membership.Standing.MEMBER),
                new Membership(Period.since(day(2022)), "商会", "", Membership.Standing.SUSPENDED))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"identity", "statements"})
  @DisplayName("survives, in whatever order the records come")
  void survives(String rule, PersonField field, String expected, List<HeldRecord> records) {
    long seed = rule.hashCode();
    List<HeldRecord> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, new Random(seed));
    for (List<HeldRecord> order : List.of(records, records.reversed(), shuffled)) {
      SurvivingValue value = SURVIVORSHIP.choose(order).get(field);
      assertThat(value == null ? null : value.value())
          .as("%s, seed %d", rule, seed)
          .isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("each value names the row it comes from")
  void provenance() {
    List<HeldRecord> records = held(POLICE, LABOUR.phone("13900001111").day(4));
    Map<PersonField, SurvivingValue> values = SURVIVORSHIP.choose(records);
    assertThat(values.get(PersonField.NAME).provenance())
        .isEqualTo(Survivorship.provenance(records.getFirst()));
    assertThat(values.get(PersonField.PHONE).provenance())
        .isEqualTo(Survivorship.provenance(records.getLast()));
  }

  private static Arguments row(String rule, PersonField field, String expected, Row... rows) {
    return Arguments.of(rule, field, expected, held(rows));
  }

  private static List<HeldRecord> held(Row... rows) {
    List<HeldRecord> records = new ArrayList<>();
    for (Row row : rows) {
      CanonicalRecord record = row.record();
      records.add(
          new HeldRecord(
              new RecordRef(records.size() + 1),
              record.key().source(),
              1,
              record.origin().version().changedAt(),
              RecordContent.of(record)));
    }
    return records;
  }

  /** The same row without a birth date. */
  private static Row unborn(Row row) {
    return row.who(row.who().withBirth(row.who().sex(), null));
  }

  /** A row of the person with no other number than this of the school. */
  private static Row pupil(String number) {
    return POLICE.who(
        POLICE.who().withDocuments(List.of(new IdDocument(DocumentType.STUDENT_NUMBER, number))));
  }

  private static Statement school(
      String name, LocalDate from, LocalDate to, Enrolment.Standing standing) {
    return new Enrolment(
        new Period(from, to),
        "2133028201",
        name,
        Enrolment.Place.PUBLIC,
        Enrolment.Stage.PRIMARY,
        1,
        standing);
  }

  private static LocalDate day(int year) {
    return LocalDate.of(year, 1, 1);
  }

  private static Statement stay(String address, LocalDate from, LocalDate to) {
    return new Residence(new Period(from, to), null, Address.of(address), "", "");
  }

  private static Statement permit(PermitEvent.Event event, int year, Integer validUntil) {
    return new PermitEvent(event, day(year), "N1", validUntil == null ? null : day(validUntil));
  }

  private static Statement job(Employer employer, LocalDate from, LocalDate to) {
    return new Employment(new Period(from, to), employer, "", "");
  }

  private static Statement insurance(int from, Integer to) {
    return new Insurance(
        new TreeSet<>(List.of("110", "310")),
        YearMonth.of(from, 1),
        to == null ? null : YearMonth.of(to, 12),
        null);
  }
}

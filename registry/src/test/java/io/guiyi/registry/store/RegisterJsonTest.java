package io.guiyi.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.EthnicGroup;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import io.guiyi.records.place.RegionCode;
import io.guiyi.records.statement.Contract;
import io.guiyi.records.statement.Employer;
import io.guiyi.records.statement.Employment;
import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.HealthFile;
import io.guiyi.records.statement.Insurance;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.PermitEvent;
import io.guiyi.records.statement.Qualification;
import io.guiyi.records.statement.Residence;
import io.guiyi.records.statement.Skill;
import io.guiyi.records.statement.Statement;
import io.guiyi.records.statement.Vaccination;
import io.guiyi.registry.record.RecordContent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegisterJsonTest {
  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
  private static final GuardianClaim GUARDIAN =
      new GuardianClaim(
          new PersonName("阿依古丽·买买提"),
          GuardianClaim.Relation.MOTHER,
          new IdDocument(DocumentType.PASSPORT, "E12345678"),
          new Phone("13900001111"));

  private static final List<Statement> EVERY_KIND =
      List.of(
          new Residence(Period.since(DAY), DAY, new Address("浒山", "C1", "H1", "301"), "03", ""),
          new PermitEvent(PermitEvent.Event.ENDORSED, DAY, "330282001", DAY.plusYears(1)),
          new Employment(Period.since(DAY), new Employer("某厂", null, "U1"), "6-20", "C38"),
          new Contract(new Period(DAY, DAY.plusYears(3)), new Employer("某厂", null, null)),
          new Insurance(new TreeSet<>(List.of("110", "310")), YearMonth.of(2024, 1), null, null),
          new Skill(3, "焊工", "", DAY),
          new Qualification("61", Period.UNKNOWN),
          new Enrolment(
              Period.since(DAY),
              "3133028201",
              "某小学",
              Enrolment.Place.PUBLIC,
              Enrolment.Stage.PRIMARY,
              3,
              Enrolment.Standing.ENROLLED),
          new Guardianship(Period.since(DAY), GUARDIAN),
          new Vaccination("0101", 1, DAY, ""),
          new HealthFile(Period.since(DAY), "HF1", ""));

  private static final RecordContent FULL =
      new RecordContent(
          "K1",
          Presence.PRESENT,
          new IdentityClaim(
              new PersonName("张惠珍"),
              new PersonName("张珍珍"),
              List.of(new IdDocument(DocumentType.RESIDENT_ID, "33028219900307****")),
              Sex.FEMALE,
              new PartialDate(1990, 3, 0),
              new EthnicGroup("01"),
              new RegionCode("330282"),
              Address.of("慈溪"),
              List.of(new Phone("13900001111")),
              Address.of("浒山"),
              "某厂",
              List.of(GUARDIAN)),
          EVERY_KIND);

  private static final RecordContent BARE =
      new RecordContent(
          "K2", Presence.WITHDRAWN, IdentityClaim.named(new PersonName("李明")), List.of());

  @Test
  @DisplayName("what is written is read back, every kind of statement and every component")
  void roundTrip() {
    for (RecordContent content : List.of(FULL, BARE)) {
      assertThat(RegisterJson.read(RegisterJson.bytes(content), RecordContent.class))
          .isEqualTo(content);
    }
  }

  @Test
  @DisplayName("equal values give equal bytes")
  void canonical() {
    RecordContent again = RegisterJson.read(RegisterJson.bytes(FULL), RecordContent.class);
    assertThat(RegisterJson.bytes(again)).isEqualTo(RegisterJson.bytes(FULL));
  }

  @Test
  @DisplayName("the stored form stays as it is, or old envelopes become unreadable")
  void storedForm() {
    RecordContent content =
        new RecordContent(
            "K1",
            Presence.PRESENT,
            IdentityClaim.named(new PersonName("李明"))
                .withBirth(Sex.MALE, new PartialDate(1990, 3, 0)),
            List.of(new Qualification("61", Period.since(DAY))));
    assertThat(new String(RegisterJson.bytes(content), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"key\":\"K1\",\"presence\":\"PRESENT\",\"who\":{\"name\":{\"written\":\"李明\"},"
                + "\"documents\":[],\"sex\":\"MALE\",\"birthDate\":{\"year\":1990,\"month\":3,"
                + "\"day\":0},\"phones\":[],\"guardians\":[]},\"what\":[{\"kind\":"
                + "\"QUALIFICATION\",\"level\":\"61\",\"period\":{\"from\":\"2024-02-29\"}}]}");
  }
}

package io.guiyi.registry;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import io.guiyi.records.statement.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of invented people, as a connector hands them in. */
public final class Rows {
  /** When every row was last changed, unless a test says otherwise. */
  public static final Instant CHANGED = Instant.parse("2026-02-01T00:00:00Z");

  private Rows() {}

  /**
   * A row in the making.
   *
   * @param source whose row
   * @param key its key
   */
  public record Row(
      String source,
      String key,
      Instant changedAt,
      Presence presence,
      IdentityClaim who,
      List<Statement> what) {

    /** The same row, changed {@code days} after {@link #CHANGED}. */
    public Row day(int days) {
      Instant when = CHANGED.plusSeconds(86_400L * days);
      return new Row(source, key, when, presence, who, what);
    }

    /** The same row, cancelled. */
    public Row withdrawn() {
      return new Row(source, key, changedAt, Presence.WITHDRAWN, who, what);
    }

    /** The same row of somebody of another name. */
    public Row called(String name) {
      return who(
          new IdentityClaim(
              new PersonName(name),
              who.formerName(),
              who.documents(),
              who.sex(),
              who.birthDate(),
              who.ethnicGroup(),
              who.hukouRegion(),
              who.hukouAddress(),
              who.phones(),
              who.residence(),
              who.employer(),
              who.guardians()));
    }

    /** The same row with another phone. */
    public Row phone(@Nullable String digits) {
      return who(
          who.withContacts(
              digits == null ? List.of() : List.of(Phone.parse(digits).orElseThrow()),
              who.residence(),
              who.employer()));
    }

    /** The same row with an address. */
    public Row living(String address) {
      return who(who.withContacts(who.phones(), Address.of(address), who.employer()));
    }

    /** The same row without any number. */
    public Row unnumbered() {
      return who(who.withDocuments(List.of()));
    }

    /** The same row with this number, valid or not. */
    public Row numbered(String number) {
      return who(who.withDocuments(List.of(new IdDocument(DocumentType.RESIDENT_ID, number))));
    }

    /** The same row naming these as parents, guardians or spouse. */
    public Row naming(GuardianClaim... relatives) {
      return who(who.withGuardians(List.of(relatives)));
    }

    /** The same row of somebody else. */
    public Row who(IdentityClaim other) {
      return new Row(source, key, changedAt, presence, other, what);
    }

    /** The same row stating this. */
    public Row stating(Statement... statements) {
      return new Row(source, key, changedAt, presence, who, List.of(statements));
    }

    /** As a connector hands it in. */
    public CanonicalRecord record() {
      SourceRecord origin =
          new SourceRecord(
              new SourceKey(new SourceId(source), key),
              new SourceVersion(changedAt, 0),
              presence,
              RawBytes.utf8("{\"key\":\"%s\",\"xm\":\"%s\"}".formatted(key, who.name().written())),
              new Position("row " + key));
      return new CanonicalRecord(origin, who, what);
    }
  }

  /** A row of the police about somebody with a valid number made of birth date and sequence. */
  public static Row police(String key, String name, LocalDate birth, int sequence) {
    return row("police", key, name, birth, sequence);
  }

  /** The same of the labour bureau. */
  public static Row labour(String key, String name, LocalDate birth, int sequence) {
    return row("labour", key, name, birth, sequence);
  }

  /** The same of the education bureau. */
  public static Row education(String key, String name, LocalDate birth, int sequence) {
    return row("education", key, name, birth, sequence);
  }

  /** The same of the health bureau. */
  public static Row health(String key, String name, LocalDate birth, int sequence) {
    return row("health", key, name, birth, sequence);
  }

  /** A relative as a row names one; number and phone may be left out. */
  public static GuardianClaim relative(
      GuardianClaim.Relation relation,
      String name,
      @Nullable String number,
      @Nullable String phone) {
    return new GuardianClaim(
        new PersonName(name),
        relation,
        number == null ? null : new IdDocument(DocumentType.RESIDENT_ID, number),
        phone == null ? null : Phone.parse(phone).orElseThrow());
  }

  private static Row row(String source, String key, String name, LocalDate birth, int sequence) {
    IdentityClaim who =
        IdentityClaim.named(new PersonName(name))
            .withBirth(sequence % 2 == 1 ? Sex.MALE : Sex.FEMALE, PartialDate.of(birth))
            .withDocuments(
                List.of(new IdDocument(DocumentType.RESIDENT_ID, number(birth, sequence))));
    return new Row(source, key, CHANGED, Presence.PRESENT, who, List.of());
  }

  /** A valid number of Cixi (330282). */
  public static String number(LocalDate birth, int sequence) {
    String digits =
        "330282%s%03d".formatted(birth.format(DateTimeFormatter.BASIC_ISO_DATE), sequence);
    return digits + IdNumber.checkCharacter(digits);
  }
}

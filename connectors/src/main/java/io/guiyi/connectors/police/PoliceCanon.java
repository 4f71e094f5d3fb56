package io.guiyi.connectors.police;

import io.guiyi.connectors.ClaimParts;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.RowJson;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.EthnicGroup;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.place.Address;
import io.guiyi.records.place.RegionCode;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.PermitEvent;
import io.guiyi.records.statement.PermitEvent.Event;
import io.guiyi.records.statement.Residence;
import io.guiyi.records.statement.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a police row in our own terms: whom it is about, the stay it registers, and every event in
 * the life of the residence permit, not only the last.
 */
final class PoliceCanon {
  /** GA/T 517; 516 and 511 stand for travel permit and residence permit alike. */
  static final Map<String, DocumentType> DOCUMENT_TYPES =
      Map.of(
          "111", DocumentType.RESIDENT_ID,
          "113", DocumentType.HOUSEHOLD_BOOK,
          "414", DocumentType.PASSPORT,
          "511", DocumentType.TAIWAN_TRAVEL_PERMIT,
          "516", DocumentType.HK_MACAO_TRAVEL_PERMIT,
          "553", DocumentType.FOREIGN_PERMANENT_RESIDENT);

  private static final Map<String, Event> EVENTS =
      Arrays.stream(Event.values()).collect(Collectors.toMap(Event::code, Function.identity()));

  private static final int MOST_EVENTS = CanonicalRecord.MAX_STATEMENTS - 1;
  private static final int LONGEST_CODE = 32;
  private static final int LONGEST_EMPLOYER = 120;

  Canonicalized read(SourceRecord origin) {
    try {
      RowFields row = RowJson.read(origin.payload());
      List<Statement> what = origin.isWithdrawn() ? List.of() : statements(row);
      return new CanonicalRecord(origin, who(row), what);
    } catch (RowFault fault) {
      return fault.quarantine(origin);
    }
  }

  private static IdentityClaim who(RowFields row) throws RowFault {
    return IdentityClaim.named(ClaimParts.name(row, "xm"))
        .withDocuments(ClaimParts.documents(row, "zjhm", "zjlx", DOCUMENT_TYPES, "gmsfhm", true))
        .withBirth(ClaimParts.sex(row, "xb"), row.date("csrq").orElse(null))
        .withContacts(
            ClaimParts.phones(row, "lxdh"),
            address(row).orElse(null),
            row.text("fwdw", LONGEST_EMPLOYER).orElse(null))
        .withOrigin(
            ClaimParts.otherName(row, "cym"),
            row.text("mz", 40).flatMap(code -> EthnicGroup.parse(code).toOptional()).orElse(null),
            row.text("hjdqh", 40).flatMap(code -> RegionCode.parse(code).toOptional()).orElse(null),
            ClaimParts.address(row, "hjdxz"));
  }

  private static List<Statement> statements(RowFields row) throws RowFault {
    List<Statement> statements = new ArrayList<>();
    statements.add(residence(row));
    Optional<RowFields> permit = row.object("jzz");
    if (permit.isPresent()) {
      String number = permit.get().textOrEmpty("jzzh", 40);
      for (RowFields event : permit.get().objects("sj", MOST_EVENTS)) {
        statements.add(
            new PermitEvent(
                event.neededCode("lx", EVENTS),
                event.neededDay("rq"),
                number,
                event.day("yxqz").orElse(null)));
      }
    }
    return statements;
  }

  private static Residence residence(RowFields row) throws RowFault {
    Optional<LocalDate> from = row.time("rzsj").map(LocalDateTime::toLocalDate);
    if (from.isEmpty()) {
      throw row.missing("rzsj");
    }
    Optional<Address> address = address(row);
    if (address.isEmpty()) {
      throw row.missing("jzddz");
    }
    LocalDate to = row.time("lksj").map(LocalDateTime::toLocalDate).orElse(null);
    Period period = ClaimParts.period(row, from.get(), to, "lksj");
    return new Residence(
        period,
        row.time("djsj").map(LocalDateTime::toLocalDate).orElse(null),
        address.get(),
        row.textOrEmpty("jzcs", LONGEST_CODE),
        row.textOrEmpty("jzsy", LONGEST_CODE));
  }

  private static Optional<Address> address(RowFields row) throws RowFault {
    Optional<String> written = row.text("jzddz", Address.MAX_LENGTH);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Address(
            written.get(),
            row.text("jzddzbm", LONGEST_CODE).orElse(null),
            row.text("fwbh", LONGEST_CODE).orElse(null),
            row.text("fjh", LONGEST_CODE).orElse(null)));
  }
}

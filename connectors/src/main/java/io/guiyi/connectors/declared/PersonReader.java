package io.guiyi.connectors.declared;

import io.guiyi.connectors.ClaimParts;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowJson;
import io.guiyi.connectors.declared.PersonMapping.Document;
import io.guiyi.connectors.declared.PersonMapping.Relative;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.EthnicGroup;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import io.guiyi.records.place.RegionCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads whom one row is about, as its declaration says. Dirt is kept, as {@link ClaimParts} do. */
final class PersonReader {
  private static final int LONGEST_EMPLOYER = 120;
  private static final int LONGEST_CODE = 40;

  private final CellReader cells;
  private final StatementReader statements;

  PersonReader(CellReader cells, StatementReader statements) {
    this.cells = cells;
    this.statements = statements;
  }

  IdentityClaim read(PersonMapping mapping) throws RowFault {
    return IdentityClaim.named(
            ClaimParts.name(
                cells.row(),
                mapping.name().field(),
                cells.textOrEmpty(mapping.name(), RowJson.LONGEST_ROW)))
        .withDocuments(documents(mapping.documents()))
        .withBirth(
            cells.code(mapping.sex()).orElse(Sex.UNSTATED),
            cells.date(mapping.birthDate()).orElse(null))
        .withContacts(
            phones(mapping.phones()),
            place(mapping.residence()),
            cells.text(mapping.employer(), LONGEST_EMPLOYER).orElse(null))
        .withOrigin(
            otherName(mapping.formerName()),
            cells
                .text(mapping.ethnicGroup(), LONGEST_CODE)
                .flatMap(code -> EthnicGroup.parse(code).toOptional())
                .orElse(null),
            cells
                .text(mapping.hukouRegion(), LONGEST_CODE)
                .flatMap(code -> RegionCode.parse(code).toOptional())
                .orElse(null),
            cells.text(mapping.hukouAddress(), Address.MAX_LENGTH).map(Address::of).orElse(null))
        .withGuardians(relatives(mapping.relatives()));
  }

  /** The same number in two columns counts once, by the more trusted column. */
  private List<IdDocument> documents(List<Document> columns) throws RowFault {
    Map<String, IdDocument> documents = new LinkedHashMap<>();
    for (Document column : columns) {
      Optional<IdDocument> document = document(column);
      if (document.isPresent()) {
        documents.putIfAbsent(document.get().written(), document.get());
      }
    }
    return List.copyOf(documents.values());
  }

  private Optional<IdDocument> document(@Nullable Document from) throws RowFault {
    if (from == null) {
      return Optional.empty();
    }
    Optional<String> number = cells.text(from.number(), IdDocument.MAX_LENGTH);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    DocumentType type = cells.code(from.type()).orElse(DocumentType.RESIDENT_ID);
    return Optional.of(new IdDocument(ClaimParts.documentType(number.get(), type), number.get()));
  }

  private @Nullable PersonName otherName(@Nullable TextFrom from) throws RowFault {
    return cells
        .text(from, PersonName.MAX_LENGTH)
        .flatMap(text -> PersonName.parse(text).toOptional())
        .orElse(null);
  }

  private List<Phone> phones(List<TextFrom> columns) throws RowFault {
    List<Phone> phones = new ArrayList<>();
    for (TextFrom column : columns) {
      Optional<Phone> phone = phone(column);
      if (phone.isPresent() && !phones.contains(phone.get())) {
        phones.add(phone.get());
      }
    }
    return phones;
  }

  private Optional<Phone> phone(@Nullable TextFrom from) throws RowFault {
    return cells.text(from, LONGEST_CODE).flatMap(text -> Phone.parse(text).toOptional());
  }

  private @Nullable Address place(PersonMapping.@Nullable Place place) throws RowFault {
    return place == null ? null : statements.address(place).orElse(null);
  }

  private List<GuardianClaim> relatives(List<Relative> columns) throws RowFault {
    List<GuardianClaim> relatives = new ArrayList<>();
    for (Relative column : columns) {
      PersonName name = otherName(column.name());
      if (name != null) {
        relatives.add(
            new GuardianClaim(
                name,
                cells.code(column.relation()).orElse(GuardianClaim.Relation.OTHER),
                document(column.document()).orElse(null),
                phone(column.phone()).orElse(null)));
      }
    }
    return relatives;
  }
}

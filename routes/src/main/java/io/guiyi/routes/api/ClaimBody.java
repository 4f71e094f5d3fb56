package io.guiyi.routes.api;

import io.guiyi.records.Mask;
import io.guiyi.records.Parsed;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claim of one record: whom it says it is about. Only {@code name} must be there.
 *
 * <pre>{@code
 * {"name": "张伟", "formerName": "...", "idNumber": "...",
 *  "documents": [{"type": "PASSPORT", "number": "..."}],
 *  "sex": "1", "birthDate": "1990-03-07", "ethnicGroup": "01",
 *  "hukouRegion": "330282", "hukouAddress": "...",
 *  "phones": ["..."], "residence": "...", "employer": "...",
 *  "relatives": [{"relation": "MOTHER", "name": "...", "idNumber": "...", "phone": "..."}]}
 * }</pre>
 */
final class ClaimBody {
  /** What a claim may hold. */
  static final Set<String> KEYS =
      Set.of(
          "name",
          "formerName",
          "idNumber",
          "documents",
          "sex",
          "birthDate",
          "ethnicGroup",
          "hukouRegion",
          "hukouAddress",
          "phones",
          "residence",
          "employer",
          "relatives");

  private static final Set<String> DOCUMENT_KEYS = Set.of("type", "number");
  private static final Set<String> RELATIVE_KEYS = Set.of("relation", "name", "idNumber", "phone");
  private static final int DOCUMENTS_MAX = 5;
  private static final int PHONES_MAX = 6;
  private static final int RELATIVES_MAX = 4;
  private static final int EMPLOYER_MAX = 200;

  private ClaimBody() {}

  /**
   * The claim that {@code body} holds.
   *
   * @throws Refusal saying which value is wrong and why, masked
   */
  static IdentityClaim read(StrictBody body) {
    PersonName name =
        value(body, "name", Mask::name, PersonName::parse)
            .orElseThrow(() ->
                Refusal.of(
                    ProblemKind.BAD_CLAIM,
                    "name is missing",
                    "a record is about somebody: name it"));
    return new IdentityClaim(
        name,
        value(body, "formerName", Mask::name, PersonName::parse).orElse(null),
        documents(body),
        value(body, "sex", Mask::all, Sex::parse).orElse(Sex.UNSTATED),
        value(body, "birthDate", Mask::all, PartialDate::parse).orElse(null),
        value(body, "ethnicGroup", Mask::all, EthnicGroup::parse).orElse(null),
        value(body, "hukouRegion", Mask::all, RegionCode::parse).orElse(null),
        address(body, "hukouAddress"),
        body.texts("phones", PHONES_MAX).stream()
            .map(phone -> value("phones", phone, Mask::phone, Phone.parse(phone)))
            .toList(),
        address(body, "residence"),
        text(body, "employer", EMPLOYER_MAX).orElse(null),
        body.inners("relatives", RELATIVES_MAX, RELATIVE_KEYS).stream()
            .map(ClaimBody::relative)
            .toList());
  }

  private static List<IdDocument> documents(StrictBody body) {
    List<IdDocument> documents = new ArrayList<>();
    number(body, "idNumber").ifPresent(documents::add);
    for (StrictBody each : body.inners("documents", DOCUMENTS_MAX, DOCUMENT_KEYS)) {
      DocumentType type =
          named("documents.type", each.text("type").orElse(""), DocumentType.values());
      documents.add(
          text(each, "number", IdDocument.MAX_LENGTH)
              .map(written -> new IdDocument(type, written))
              .orElseThrow(() ->
                  Refusal.of(
                      ProblemKind.BAD_CLAIM,
                      "documents.number is missing",
                      "send what stands on the document, or leave the document out")));
    }
    return documents;
  }

  private static GuardianClaim relative(StrictBody body) {
    PersonName name =
        value(body, "name", Mask::name, PersonName::parse)
            .orElseThrow(() ->
                Refusal.of(
                    ProblemKind.BAD_CLAIM,
                    "relatives.name is missing",
                    "name the relative, or leave the relative out"));
    return new GuardianClaim(
        name,
        named(
            "relatives.relation",
            body.text("relation").orElse("OTHER"),
            GuardianClaim.Relation.values()),
        number(body, "idNumber").orElse(null),
        value(body, "phone", Mask::phone, Phone::parse).orElse(null));
  }

  /** A number as it is written, sound or not: slips are evidence, too. */
  private static Optional<IdDocument> number(StrictBody body, String key) {
    return text(body, key, IdDocument.MAX_LENGTH)
        .map(written -> new IdDocument(DocumentType.RESIDENT_ID, written));
  }

  private static @Nullable Address address(StrictBody body, String key) {
    return text(body, key, Address.MAX_LENGTH).map(Address::of).orElse(null);
  }

  private static Optional<String> text(StrictBody body, String key, int most) {
    Optional<String> text = body.text(key).map(String::strip).filter(said -> !said.isEmpty());
    text.map(said -> said.codePointCount(0, said.length()))
        .filter(length -> length > most)
        .ifPresent(length -> {
          throw Refusal.of(
              ProblemKind.BAD_CLAIM,
              "%s has %d characters, at most %d".formatted(key, length, most),
              "check whether two values stand in one");
        });
    return text;
  }

  private static <E extends Enum<E>> E named(String key, String written, E[] known) {
    return Arrays.stream(known)
        .filter(each -> each.name().equals(written))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.BAD_CLAIM,
                "%s has %d characters that name none".formatted(key, written.length()),
                Arrays.stream(known)
                    .map(Enum::name)
                    .collect(Collectors.joining(", ", "send one of ", ""))));
  }

  private static <T> Optional<T> value(
      StrictBody body, String key, UnaryOperator<String> mask, Function<String, Parsed<T>> parse) {
    return body.text(key)
        .filter(written -> !written.isBlank())
        .map(written -> value(key, written, mask, parse.apply(written)));
  }

  private static <T> T value(
      String key, String written, UnaryOperator<String> mask, Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Ok<T>(T value) -> value;
      case Parsed.Refused<T>(var reason, String detail) ->
          throw Refusal.of(
              ProblemKind.BAD_CLAIM,
              "%s '%s': %s (%s)".formatted(key, mask.apply(written), detail, reason),
              "check it for typing errors, or leave it out");
    };
  }
}

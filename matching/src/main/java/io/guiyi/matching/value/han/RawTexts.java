package io.guiyi.matching.value.han;

import io.guiyi.records.Parsed;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Sex;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Raw texts of columns as the records module understands them. */
final class RawTexts {
  private static final int LONGEST = 200;
  private static final Pattern SERIAL = Pattern.compile("[1-6]\\d{4}(\\.0+)?");
  private static final Pattern WITH_TIME = Pattern.compile("(.{8,}?)[T ]\\d.*");
  private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

  /**
   * The four code lists of the departments in one: GA/T 517 has three digits, the schools' list one
   * character, and of the two-digit lists of labour and health 02 alone means two things, which the
   * number itself tells apart.
   */
  private static final Map<String, DocumentType> TYPES =
      Map.ofEntries(
          Map.entry("111", DocumentType.RESIDENT_ID),
          Map.entry("113", DocumentType.HOUSEHOLD_BOOK),
          Map.entry("414", DocumentType.PASSPORT),
          Map.entry("511", DocumentType.TAIWAN_TRAVEL_PERMIT),
          Map.entry("516", DocumentType.HK_MACAO_TRAVEL_PERMIT),
          Map.entry("553", DocumentType.FOREIGN_PERMANENT_RESIDENT),
          Map.entry("01", DocumentType.RESIDENT_ID),
          Map.entry("02", DocumentType.HOUSEHOLD_BOOK),
          Map.entry("03", DocumentType.PASSPORT),
          Map.entry("04", DocumentType.FOREIGN_PERMANENT_RESIDENT),
          Map.entry("05", DocumentType.PASSPORT),
          Map.entry("99", DocumentType.OTHER),
          Map.entry("1", DocumentType.RESIDENT_ID),
          Map.entry("A", DocumentType.HK_MACAO_TRAVEL_PERMIT),
          Map.entry("B", DocumentType.TAIWAN_TRAVEL_PERMIT),
          Map.entry("Z", DocumentType.OTHER));

  private RawTexts() {}

  /** Without outer blanks, at most 200 characters. */
  static String bounded(String raw) {
    String text = raw.strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** What a number column holds; empty if it is blank or too long for a number. */
  static Optional<IdDocument> document(DocumentType type, String raw) {
    String text = raw.strip();
    return text.isEmpty() || text.length() > IdDocument.MAX_LENGTH
        ? Optional.empty()
        : Optional.of(new IdDocument(type, text));
  }

  /** The same, with the type that a department's code names. */
  static Optional<IdDocument> document(String typeCode, String raw) {
    String code = typeCode.strip();
    DocumentType type =
        code.isEmpty()
            ? DocumentType.RESIDENT_ID
            : TYPES.getOrDefault(code.toUpperCase(Locale.ROOT), DocumentType.OTHER);
    boolean permit =
        type == DocumentType.HOUSEHOLD_BOOK
            && raw.codePoints().limit(1).anyMatch(Character::isLetter);
    return document(permit ? DocumentType.HK_MACAO_TRAVEL_PERMIT : type, raw);
  }

  /** A valid number; empty if it is none. */
  static String validNumber(String raw) {
    return raw.isBlank() ? "" : IdNumber.parse(raw).toOptional().map(IdNumber::text).orElse("");
  }

  /** A date in whatever way an office writes it, a spreadsheet's count of days among them. */
  static @Nullable PartialDate date(String raw) {
    if (raw.isBlank()) {
      return null;
    }
    String text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFKC);
    if (SERIAL.matcher(text).matches()) {
      return PartialDate.of(SPREADSHEET_EPOCH.plusDays(Long.parseLong(text.substring(0, 5))));
    }
    return PartialDate.parse(withoutTime(text)).toOptional().orElse(null);
  }

  private static String withoutTime(String text) {
    return text.indexOf('T') < 0 && text.indexOf(' ') < 0
        ? text
        : WITH_TIME.matcher(text).replaceFirst("$1");
  }

  /** Sex by any of the departments' codes or words; unknown if it is none of them. */
  static Sex sex(String raw) {
    return switch (raw.strip()) {
      case "male" -> Sex.MALE;
      case "female" -> Sex.FEMALE;
      case String text ->
          switch (Sex.parse(text)) {
            case Parsed.Ok<Sex>(Sex sex) -> sex;
            case Parsed.Refused<Sex> _ -> Sex.UNKNOWN;
          };
    };
  }

  /** A list of texts without the blank ones and the repeated. */
  static List<String> distinct(List<String> texts) {
    List<String> kept = new ArrayList<>();
    for (String text : texts) {
      if (!text.isEmpty() && !kept.contains(text)) {
        kept.add(text);
      }
    }
    return List.copyOf(kept);
  }
}

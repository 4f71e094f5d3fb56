package io.guiyi.connectors;

import io.guiyi.records.Parsed;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.identity.PartialDate;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one row by the source's own names. Every method either answers a value that can be
 * relied on, answers empty for a field that is null or blank, or throws the fault that puts the row
 * aside.
 */
public final class RowFields {
  private final ObjectNode row;
  private final String path;

  private RowFields(ObjectNode row, String path) {
    this.row = row;
    this.path = path;
  }

  static RowFields of(ObjectNode row) {
    return new RowFields(row, "");
  }

  /** The field's full name, such as {@code jzz.sj[2].rq}. */
  public String nameOf(String field) {
    return path + field;
  }

  /** The names of all fields of the row. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    row.properties().forEach(field -> names.add(field.getKey()));
    return names;
  }

  /** What stands in a field, whatever it is; null if nothing does. */
  @Nullable String written(String field) {
    JsonNode node = row.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    return node.isString() ? node.stringValue() : node.toString();
  }

  /**
   * A text without its outer blanks.
   *
   * @param most how many characters (code points) the catalogue allows
   */
  public Optional<String> text(String field, int most) throws RowFault {
    JsonNode node = row.get(field);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isString()) {
      throw fault(
          QuarantineReason.VALUE_INVALID,
          field,
          "must be a text or null, not a JSON " + kind(node));
    }
    String text = node.stringValue().replaceAll("[\\t\\r\\n]", " ").strip();
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      throw fault(
          QuarantineReason.FIELD_TOO_LONG,
          field,
          "has %d characters, at most %d are allowed".formatted(length, most));
    }
    checkCharacters(field, text);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A text that must be there. */
  public String needed(String field, int most) throws RowFault {
    Optional<String> text = text(field, most);
    if (text.isEmpty()) {
      throw missing(field);
    }
    return text.get();
  }

  /** A text that is part of a statement and simply empty if it is not given. */
  public String textOrEmpty(String field, int most) throws RowFault {
    return text(field, most).orElse("");
  }

  /** A date of which parts may be unknown. */
  public Optional<PartialDate> date(String field) throws RowFault {
    Optional<String> written = text(field, 20);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return switch (PartialDate.parse(Normalizer.normalize(written.get(), Normalizer.Form.NFKC))) {
      case Parsed.Ok<PartialDate>(PartialDate date) -> Optional.of(date);
      case Parsed.Refused<PartialDate> _ ->
          throw dateFault(field, written.get(), "is no date that can exist, written yyyyMMdd");
    };
  }

  /** A whole day. */
  public Optional<LocalDate> day(String field) throws RowFault {
    Optional<PartialDate> date = date(field);
    if (date.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = date.get().whole();
    if (day.isEmpty()) {
      throw dateFault(field, textOrEmpty(field, 20), "must be a whole day, written yyyyMMdd");
    }
    return day;
  }

  /** A whole day that must be there. */
  public LocalDate neededDay(String field) throws RowFault {
    Optional<LocalDate> day = day(field);
    if (day.isEmpty()) {
      throw missing(field);
    }
    return day.get();
  }

  /** A local time of Asia/Shanghai, written {@code yyyy-MM-dd HH:mm:ss}. */
  public Optional<LocalDateTime> time(String field) throws RowFault {
    Optional<String> written = text(field, 32);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDateTime> time = ShanghaiTime.parse(written.get());
    if (time.isEmpty()) {
      throw dateFault(
          field, written.get(), "is no time that can exist, written yyyy-MM-dd HH:mm:ss");
    }
    return time;
  }

  /** A code out of a list, if given. */
  public <T> Optional<T> code(String field, Map<String, T> list) throws RowFault {
    Optional<String> written = text(field, 40);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    T meaning = list.get(written.get());
    if (meaning == null) {
      throw fault(
          QuarantineReason.CODE_UNKNOWN,
          field,
          "(shaped '%s') is in no list we know; it must be one of %s"
              .formatted(Shape.of(written.get()), list.keySet().stream().sorted().toList()));
    }
    return Optional.of(meaning);
  }

  /** A code out of a list that must be there. */
  public <T> T neededCode(String field, Map<String, T> list) throws RowFault {
    Optional<T> meaning = code(field, list);
    if (meaning.isEmpty()) {
      throw missing(field);
    }
    return meaning.get();
  }

  /** A JSON true or false, if given. */
  public Optional<Boolean> flag(String field) throws RowFault {
    JsonNode node = row.get(field);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isBoolean()) {
      throw fault(
          QuarantineReason.VALUE_INVALID,
          field,
          "must be true, false or null, not a JSON " + kind(node));
    }
    return Optional.of(node.booleanValue());
  }

  /** A whole number written as a JSON number, if given. */
  public Optional<Integer> number(String field, int least, int most) throws RowFault {
    JsonNode node = row.get(field);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
      throw fault(
          QuarantineReason.VALUE_INVALID,
          field,
          "must be a whole number from %d to %d".formatted(least, most));
    }
    return Optional.of(node.intValue());
  }

  /** An object inside the row, if given. */
  public Optional<RowFields> object(String field) throws RowFault {
    JsonNode node = row.get(field);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (node instanceof ObjectNode object) {
      return Optional.of(new RowFields(object, nameOf(field) + "."));
    }
    throw fault(
        QuarantineReason.VALUE_INVALID,
        field,
        "must be a JSON object or null, not a JSON " + kind(node));
  }

  /** A list of objects inside the row; empty if it is not given. */
  public List<RowFields> objects(String field, int most) throws RowFault {
    JsonNode node = row.get(field);
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw fault(
          QuarantineReason.VALUE_INVALID,
          field,
          "must be a JSON list or null, not a JSON " + kind(node));
    }
    if (node.size() > most) {
      throw fault(
          QuarantineReason.VALUE_INVALID,
          field,
          "holds %d entries, at most %d are allowed".formatted(node.size(), most));
    }
    List<RowFields> objects = new ArrayList<>();
    for (JsonNode entry : node) {
      String name = "%s[%d]".formatted(field, objects.size());
      if (!(entry instanceof ObjectNode object)) {
        throw fault(
            QuarantineReason.VALUE_INVALID,
            name,
            "must be a JSON object, not a JSON " + kind(entry));
      }
      objects.add(new RowFields(object, nameOf(name) + "."));
    }
    return objects;
  }

  /** The fault of a field that is not there. */
  public RowFault missing(String field) {
    return fault(QuarantineReason.FIELD_MISSING, field, "is empty, but a row needs it");
  }

  /** A fault of a field; the sentence starts after the field's name. */
  public RowFault fault(QuarantineReason reason, String field, String sentence) {
    return new RowFault(
        reason,
        nameOf(field),
        nameOf(field) + " " + sentence + "; the department must correct the row");
  }

  private RowFault dateFault(String field, String written, String sentence) {
    return fault(
        QuarantineReason.DATE_INVALID,
        field,
        "(shaped '%s') %s".formatted(Shape.of(written), sentence));
  }

  private void checkCharacters(String field, String text) throws RowFault {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw fault(
            QuarantineReason.ENCODING,
            field,
            "holds half a character at place %d".formatted(i + 1));
      }
      if (Character.isISOControl(c)) {
        throw fault(
            QuarantineReason.VALUE_INVALID,
            field,
            "holds the control character U+%04X at place %d".formatted(c, i + 1));
      }
    }
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "list";
      case OBJECT -> "object";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case STRING -> "text";
      case NULL, MISSING -> "null";
      case BINARY, POJO -> "value";
    };
  }
}

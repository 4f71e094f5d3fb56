package io.guiyi.routes.config;

import io.guiyi.connectors.declared.CodeFrom;
import io.guiyi.connectors.declared.CodeList;
import io.guiyi.connectors.declared.Condition;
import io.guiyi.connectors.declared.DateForm;
import io.guiyi.connectors.declared.DateFrom;
import io.guiyi.connectors.declared.PersonMapping;
import io.guiyi.connectors.declared.TextFrom;
import io.guiyi.records.identity.DocumentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the small parts that every mapping is made of: a text, a date, a code, a condition. Each
 * may be written short (the column's name) or as a section.
 */
final class DeclaredParts {
  private static final TextFrom NO_TEXT = new TextFrom.Words("");
  private static final int COLUMNS_SHOWN = 40;

  private final Set<String> columns;
  private final Map<String, CodeTable> lists;
  private final List<DateForm> forms;

  /**
   * Parts over these columns.
   *
   * @param columns what the source delivers, in order; empty if that could not be read
   * @param lists the named code lists
   * @param forms how dates are written unless a date says otherwise
   */
  DeclaredParts(List<String> columns, Map<String, CodeTable> lists, List<DateForm> forms) {
    this.columns = new LinkedHashSet<>(columns);
    this.lists = Map.copyOf(lists);
    this.forms = List.copyOf(forms);
  }

  /** The column under {@code key}; a fault if it is missing or not one of the source's. */
  String column(ConfigNode node, String key) {
    String column = node.requiredText(key);
    checkColumn(node, key, column);
    return column;
  }

  /** The same column; a fault if it is not one of the source's. */
  String known(ConfigNode node, String key, String column) {
    checkColumn(node, key, column);
    return column;
  }

  private void checkColumn(ConfigNode node, String key, String column) {
    if (!column.isEmpty() && !columns.isEmpty() && !columns.contains(column)) {
      node.fault(
          key,
          "%s names the column '%s', which is not among the source's"
              .formatted(node.named(key), column),
          "write one of "
              + columns.stream().limit(COLUMNS_SHOWN).collect(Collectors.joining(", ")));
    }
  }

  /** {@code 姓名}, {@code [姓, 名]}, {@code {columns: [..], between: -}}, {@code {words: ..}}. */
  @Nullable TextFrom text(ConfigNode node, String key) {
    if (!node.given(key)) {
      return null;
    }
    if (node.isList(key)) {
      return joined(node, key, "");
    }
    if (!node.isSection(key)) {
      return TextFrom.column(column(node, key));
    }
    ConfigNode section = node.section(key);
    TextFrom text;
    if (section.has("words")) {
      text = new TextFrom.Words(section.requiredText("words"));
    } else {
      text = joined(section, "columns", section.texts("columns"), section.text("between", ""));
    }
    section.rejectUnknown();
    return text;
  }

  /** The columns in the list under {@code key}, joined. */
  TextFrom joined(ConfigNode node, String key, String between) {
    return joined(node, key, node.texts(key), between);
  }

  private TextFrom joined(ConfigNode node, String key, List<String> names, String between) {
    if (names.isEmpty()) {
      node.fault(
          key,
          node.named(key) + " names no column",
          "write the column's name, or words: for what is the same in every row");
      return NO_TEXT;
    }
    names.forEach(name -> checkColumn(node, key, name));
    return new TextFrom.Columns(names, between);
  }

  /** A text without which the mapping means nothing. */
  TextFrom neededText(ConfigNode node, String key) {
    TextFrom text = text(node, key);
    if (text == null) {
      missing(node, key);
    }
    return text == null ? NO_TEXT : text;
  }

  /** {@code 出生日期}, {@code {column: 出生日期, written: [yyyyMMdd, excel]}}. */
  @Nullable DateFrom date(ConfigNode node, String key) {
    if (!node.given(key)) {
      return null;
    }
    if (!node.isSection(key)) {
      return new DateFrom(column(node, key), forms);
    }
    ConfigNode section = node.section(key);
    DateFrom date = dateOf(section);
    section.rejectUnknown();
    return date;
  }

  /** The date in a section that may hold more. */
  DateFrom dateOf(ConfigNode section) {
    return new DateFrom(
        column(section, "column"), section.given("written") ? forms(section, "written") : forms);
  }

  /** A date without which the mapping means nothing. */
  DateFrom neededDate(ConfigNode node, String key) {
    DateFrom date = date(node, key);
    if (date == null) {
      missing(node, key);
    }
    return date == null ? new DateFrom("", forms) : date;
  }

  /** How dates are written: one form or a list of them. */
  static List<DateForm> forms(ConfigNode node, String key) {
    List<String> written = node.isList(key) ? node.texts(key) : List.of(node.requiredText(key));
    List<DateForm> forms = new ArrayList<>();
    for (String label : written) {
      DateForm.named(label)
          .ifPresentOrElse(
              forms::add,
              () ->
                  node.fault(
                      key,
                      "%s is '%s'".formatted(node.named(key), label),
                      "write one of "
                          + Arrays.stream(DateForm.values())
                              .map(DateForm::label)
                              .collect(Collectors.joining(", "))));
    }
    return forms.isEmpty() ? List.of(DateForm.DASHED) : forms;
  }

  /** {@code {column: 性别, codes: sex}}, or {@code {always: male}}. */
  <T> @Nullable CodeFrom<T> code(ConfigNode node, String key, Meanings<T> meanings) {
    if (!node.given(key)) {
      return null;
    }
    if (!node.isSection(key)) {
      node.fault(
          key,
          node.named(key) + " does not say what the codes mean",
          "write {column: NAME, codes: LIST} or {always: MEANING}");
      return null;
    }
    ConfigNode section = node.section(key);
    CodeFrom<T> code =
        section.has("always")
            ? always(section, meanings)
            : new CodeFrom.Column<>(column(section, "column"), list(section, meanings));
    section.rejectUnknown();
    return code;
  }

  /** A code without which the mapping means nothing. */
  <T> CodeFrom<T> neededCode(ConfigNode node, String key, Meanings<T> meanings) {
    CodeFrom<T> code = code(node, key, meanings);
    if (code == null && !node.has(key)) {
      missing(node, key);
    }
    return code == null ? new CodeFrom.Column<>("", CodeList.of(Map.of())) : code;
  }

  private static <T> @Nullable CodeFrom<T> always(ConfigNode section, Meanings<T> meanings) {
    String word = section.requiredText("always");
    T term = meanings.term(word);
    if (term == null) {
      section.fault(
          "always",
          "%s is '%s'".formatted(section.named("always"), word),
          "write one of " + meanings.allowed());
      return null;
    }
    return new CodeFrom.Always<>(term);
  }

  private <T> CodeList<T> list(ConfigNode section, Meanings<T> meanings) {
    TreeMap<String, T> terms = new TreeMap<>();
    T otherwise = null;
    for (Map.Entry<String, CodeTable.Word> entry : table(section).words().entrySet()) {
      CodeTable.Word word = entry.getValue();
      T term = meanings.term(word.text());
      if (term == null) {
        section
            .faults()
            .add(
                new ConfigFault(
                    word.file(),
                    word.line(),
                    "code %s means '%s', which is none of our terms for %s"
                        .formatted(entry.getKey(), word.text(), section.named("codes")),
                    "write one of " + meanings.allowed()));
      } else if (entry.getKey().equals(CodeList.ANY_OTHER)) {
        otherwise = term;
      } else {
        terms.put(entry.getKey(), term);
      }
    }
    return new CodeList<>(terms, otherwise);
  }

  private CodeTable table(ConfigNode section) {
    if (section.isSection("codes")) {
      return DeclaredCodes.inline(section.section("codes"));
    }
    String name = section.requiredText("codes");
    CodeTable table = lists.get(name);
    if (table == null && !name.isEmpty()) {
      section.fault(
          "codes",
          "%s names the code list '%s', which is not declared"
              .formatted(section.named("codes"), name),
          lists.isEmpty()
              ? "declare it under codes: at the top of the file"
              : "write one of " + String.join(", ", new TreeSet<>(lists.keySet())));
    }
    return table == null ? CodeTable.EMPTY : table;
  }

  /** The codes of a list, or those written here. */
  Set<String> codes(ConfigNode node, String key) {
    if (node.isList(key)) {
      return new HashSet<>(node.texts(key));
    }
    String name = node.requiredText(key);
    CodeTable table = lists.get(name);
    if (table == null && !name.isEmpty()) {
      node.fault(
          key,
          "%s is '%s'".formatted(node.named(key), name),
          "write the codes as a list [A, B], or the name of a declared code list");
    }
    return table == null ? Set.of() : table.words().keySet();
  }

  /** {@code when: 列}, or {@code when: {column: 列, is: [A, B]}}; without it, always. */
  Condition when(ConfigNode node) {
    if (!node.given("when")) {
      return new Condition.Always();
    }
    if (!node.isSection("when")) {
      return new Condition.Given(column(node, "when"));
    }
    ConfigNode section = node.section("when");
    Condition condition = new Condition.OneOf(column(section, "column"), codes(section, "is"));
    section.rejectUnknown();
    return condition;
  }

  /** {@code {number: 身份证号, type: resident-id}}, the type perhaps by a column's code. */
  PersonMapping.Document document(ConfigNode node) {
    TextFrom number = neededText(node, "number");
    CodeFrom<DocumentType> type = new CodeFrom.Always<>(DocumentType.RESIDENT_ID);
    if (node.isSection("type")) {
      type = neededCode(node, "type", Meanings.DOCUMENT);
    } else if (node.given("type")) {
      String word =
          node.choice("type", List.copyOf(Meanings.DOCUMENT.words().keySet()), "resident-id");
      DocumentType term = Meanings.DOCUMENT.term(word);
      type = new CodeFrom.Always<>(term == null ? DocumentType.OTHER : term);
    }
    node.rejectUnknown();
    return new PersonMapping.Document(number, type);
  }

  /** {@code 现住地址}, or a section with the codes that belong to it. */
  PersonMapping.@Nullable Place place(ConfigNode node, String key) {
    if (!node.isSection(key)
        || node.section(key).has("columns")
        || node.section(key).has("words")) {
      TextFrom text = text(node, key);
      return text == null ? null : new PersonMapping.Place(text, null, null, null);
    }
    ConfigNode section = node.section(key);
    PersonMapping.Place place =
        new PersonMapping.Place(
            neededText(section, "text"),
            text(section, "standard-code"),
            text(section, "house-code"),
            text(section, "room"));
    section.rejectUnknown();
    return place;
  }

  static void missing(ConfigNode node, String key) {
    node.fault(key, node.named(key) + " is missing", "add the line '" + key + ": ...'");
  }
}

package io.guiyi.lab.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.Relation;
import io.guiyi.routes.publish.EntryEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("What a page claims to list, it lists whole")
class DictionaryTest {
  private static final Pattern TABLE =
      Pattern.compile("create table (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
  private static final Pattern ADDED =
      Pattern.compile("alter table (\\w+) add column (\\w+) (\\w+)");
  private static final Pattern COLUMN = Pattern.compile("^ {2}([a-z0-9_]+) +([a-z]+)\\b.*");
  private static final Pattern CELLS = Pattern.compile(" *\\| *");
  private static final List<String> NO_COLUMN =
      List.of("constraint", "primary", "foreign", "check", "unique");

  private final SourceTree tree = SourceTree.ofThisBuild();

  /** One column of the schema. */
  record Column(String table, String name, String type) {}

  @Test
  @DisplayName(
      "docs/data-dictionary.md lists every column of the schema with its type, and no other")
  void dictionaryListsEveryColumn() {
    List<Column> schema =
        tree.files("sql").stream()
            .filter(file -> file.name().contains("/src/main/resources/db/migration/"))
            .flatMap(file -> columns(file.text()))
            .toList();
    assertThat(schema).hasSizeGreaterThan(100);
    assertThat(listed(tree.file("docs/data-dictionary.md").lines()))
        .containsExactlyInAnyOrderElementsOf(schema);
  }

  private static Stream<Column> columns(String script) {
    Stream<Column> created =
        TABLE
            .matcher(script)
            .results()
            .flatMap(table ->
                table
                    .group(2)
                    .lines()
                    .map(COLUMN::matcher)
                    .filter(column -> column.matches() && !NO_COLUMN.contains(column.group(1)))
                    .map(column -> new Column(table.group(1), column.group(1), column.group(2))));
    Stream<Column> added =
        ADDED
            .matcher(script)
            .results()
            .map(found -> new Column(found.group(1), found.group(2), found.group(3)));
    return Stream.concat(created, added);
  }

  /** A heading {@code ### table}, then rows {@code | column | type | …}. */
  private static List<Column> listed(List<String> lines) {
    List<Column> listed = new ArrayList<>();
    String table = "";
    for (String line : lines) {
      if (line.startsWith("### ")) {
        table = line.substring(4).replace("`", "");
      } else if (line.startsWith("#")) {
        table = "";
      } else if (!table.isEmpty() && line.startsWith("| `")) {
        List<String> cells = CELLS.splitAsStream(line).toList();
        listed.add(new Column(table, cells.get(1).replace("`", ""), cells.get(2)));
      }
    }
    return listed;
  }

  @Test
  @DisplayName("docs/operating.md knows a remedy for everything that can go wrong")
  void operatingKnowsEveryTrouble() {
    String operating = tree.file("docs/operating.md").text();
    Stream<Enum<?>> troubles =
        Stream.of(
                QuarantineReason.values(), SourceUnavailable.Kind.values(), ReviewTrigger.values())
            .flatMap(Arrays::stream);
    assertThat(troubles).allMatch(trouble -> operating.contains("| `" + trouble.name() + "` |"));
  }

  @Test
  @DisplayName("docs/schemas/person-1.json has every field that can be shared, and no other")
  void schemaHasEveryField() {
    JsonNode schema = JsonMapper.shared().readTree(tree.file("docs/schemas/person-1.json").text());
    assertThat(schema.path("$id").asString()).isEqualTo(EntryEvent.DATA_SCHEMA);
    JsonNode properties = schema.path("properties");
    assertThat(properties.path("fields").path("properties").propertyNames())
        .containsExactlyElementsOf(
            Stream.concat(
                    Arrays.stream(PersonField.values()).map(PersonField::label),
                    Arrays.stream(Relation.Role.values()).map(Relation.Role::label))
                .toList());
    assertThat(properties.path("standing").path("enum").values())
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(
            Arrays.stream(Person.Standing.values()).map(Enum::name).toList());
  }
}

package io.guiyi.routes.config;

import io.guiyi.connectors.declared.CodeFrom;
import io.guiyi.connectors.declared.CodeList;
import io.guiyi.connectors.declared.PersonMapping;
import io.guiyi.connectors.declared.TextFrom;
import io.guiyi.records.identity.GuardianClaim.Relation;
import io.guiyi.records.identity.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code person}: where a row says whom it is about. */
final class DeclaredPerson {
  private static final int MOST_DOCUMENTS = 6;
  private static final int MOST_RELATIVES = 4;

  /** GB/T 2261.1 and the usual words; a slip is kept as not known, as every department's is. */
  private static final CodeList<Sex> USUAL_SEXES = usualSexes();

  private final DeclaredParts parts;

  DeclaredPerson(DeclaredParts parts) {
    this.parts = parts;
  }

  PersonMapping read(ConfigNode node) {
    PersonMapping person =
        new PersonMapping(
            parts.neededText(node, "name"),
            parts.text(node, "former-name"),
            node.sections("documents", MOST_DOCUMENTS).stream().map(parts::document).toList(),
            sex(node),
            parts.date(node, "birth-date"),
            parts.text(node, "ethnic-group"),
            parts.text(node, "hukou-region"),
            parts.text(node, "hukou-address"),
            phones(node),
            parts.place(node, "residence"),
            parts.text(node, "employer"),
            node.sections("relatives", MOST_RELATIVES).stream().map(this::relative).toList());
    node.rejectUnknown();
    return person;
  }

  private @Nullable CodeFrom<Sex> sex(ConfigNode node) {
    return !node.given("sex") || node.isSection("sex")
        ? parts.code(node, "sex", Meanings.SEX)
        : new CodeFrom.Column<>(parts.column(node, "sex"), USUAL_SEXES);
  }

  private static CodeList<Sex> usualSexes() {
    TreeMap<String, Sex> sexes = new TreeMap<>();
    for (String written :
        List.of("0", "1", "2", "9", "男", "女", "男性", "女性", "M", "F", "未知", "未说明")) {
      Sex.parse(written).toOptional().ifPresent(sex -> sexes.put(written, sex));
    }
    return new CodeList<>(sexes, Sex.UNKNOWN);
  }

  private List<TextFrom> phones(ConfigNode node) {
    List<TextFrom> phones = new ArrayList<>();
    for (String column : node.texts("phones")) {
      phones.add(TextFrom.column(parts.known(node, "phones", column)));
    }
    return phones;
  }

  private PersonMapping.Relative relative(ConfigNode node) {
    PersonMapping.Relative relative =
        new PersonMapping.Relative(
            parts.neededText(node, "name"),
            relation(node),
            node.given("document") ? parts.document(node.section("document")) : null,
            parts.text(node, "phone"));
    node.rejectUnknown();
    return relative;
  }

  private CodeFrom<Relation> relation(ConfigNode node) {
    if (node.isSection("relation")) {
      return parts.neededCode(node, "relation", Meanings.RELATION);
    }
    String word = node.choice("relation", List.copyOf(Meanings.RELATION.words().keySet()), "other");
    Relation relation = Meanings.RELATION.term(word);
    return new CodeFrom.Always<>(relation == null ? Relation.OTHER : relation);
  }
}

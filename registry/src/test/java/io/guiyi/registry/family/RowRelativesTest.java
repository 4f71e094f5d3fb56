package io.guiyi.registry.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Statement;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.person.LookUpKeys;
import io.guiyi.registry.record.FindingKeys;
import io.guiyi.registry.record.RecordContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of the relatives that a row names")
class RowRelativesTest {
  private static final LocalDate BORN = LocalDate.of(2015, 5, 5);
  private static final Row CHILD = Rows.health("C1", "王小明", BORN, 11).phone("13900001111");

  private final RowRelatives relatives = RegisterFixture.emptied().get(RowRelatives.class);
  private final LookUpKeys keys = RegisterFixture.emptied().get(LookUpKeys.class);

  @ParameterizedTest(name = "{0} born {1} with number {2}: {3}")
  @DisplayName("a number counts that can be the relative's own, by sex and age")
  @CsvSource({
    "FATHER,      1985-01-01, 101, true",
    "FATHER,      1985-01-01, 102, false",
    "MOTHER,      1985-01-01, 102, true",
    "MOTHER,      1985-01-01, 101, false",
    "GRANDPARENT, 1955-01-01, 101, true",
    "GRANDPARENT, 1955-01-01, 102, true",
    "FATHER,      2003-12-31, 101, true",
    "FATHER,      2004-01-01, 101, false",
    "GRANDPARENT, 2004-01-01, 101, false",
    "OTHER,       2010-01-01, 101, true",
    "SPOUSE,      2015-05-05, 101, true",
    "SPOUSE,      2015-05-05, 11,  false",
    "OTHER,       2015-05-05, 11,  false",
  })
  void numbers(GuardianClaim.Relation relation, LocalDate born, int sequence, boolean counts) {
    String number = Rows.number(born, sequence);
    StatedRelative relative = only(named(CHILD.naming(claim(relation, "王父亲", number))));
    assertThat(relative.number())
        .isEqualTo(counts ? keys.number(IdNumber.parse(number).toOptional().orElseThrow()) : null);
    assertThat(relative.relation()).isEqualTo(relation);
    assertThat(relative.since()).isNull();
  }

  @Test
  @DisplayName("a child's row under a parent's number leaves that number to the parent")
  void parentsNumberOnTheChildsRow() {
    String number = Rows.number(LocalDate.of(1985, 1, 1), 102);
    Row child = CHILD.numbered(number);
    assertThat(
            only(named(child.naming(claim(GuardianClaim.Relation.MOTHER, "李梅芳", number)))).number())
        .isNotNull();
    assertThat(
            only(named(child.naming(claim(GuardianClaim.Relation.OTHER, "李梅芳", number)))).number())
        .as("the row's birth date says that the number is somebody else's")
        .isNotNull();
  }

  @Test
  @DisplayName("statements come before claims, each relative once, and only those still in force")
  void statementsFirst() {
    GuardianClaim mother = claim(GuardianClaim.Relation.MOTHER, "李梅芳", null);
    GuardianClaim father = claim(GuardianClaim.Relation.FATHER, "王大力", null);
    GuardianClaim former = claim(GuardianClaim.Relation.OTHER, "赵建军", null);
    LocalDate day = LocalDate.of(2020, 1, 1);
    Row row =
        CHILD
            .naming(father, mother)
            .stating(
                new Guardianship(Period.since(day), mother),
                new Guardianship(new Period(day, day.plusYears(1)), former));
    assertThat(named(row))
        .extracting(StatedRelative::relation)
        .containsExactly(GuardianClaim.Relation.MOTHER, GuardianClaim.Relation.FATHER);
    assertThat(named(row)).extracting(StatedRelative::since).containsExactly(day, null);
  }

  @Test
  @DisplayName("eight are taken, and nobody who has no name yet")
  void bounded() {
    List<Statement> many = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String name = "赵" + (char) ('\u4e00' + i);
      many.add(new Guardianship(Period.UNKNOWN, claim(GuardianClaim.Relation.OTHER, name, null)));
    }
    assertThat(named(CHILD.stating(many.toArray(Statement[]::new))))
        .hasSize(RowRelatives.RELATIVES_MAX);
    assertThat(named(CHILD.naming(claim(GuardianClaim.Relation.OTHER, "王某之女", null)))).isEmpty();
  }

  @Test
  @DisplayName("nobody is taken from a withdrawn row, and nobody is found by it")
  void withdrawn() {
    Row row = CHILD.naming(claim(GuardianClaim.Relation.MOTHER, "李梅芳", null)).withdrawn();
    assertThat(row.presence()).isEqualTo(Presence.WITHDRAWN);
    assertThat(named(row)).isEmpty();
    assertThat(relatives.finding(content(row))).isEqualTo(FindingKeys.NONE);
  }

  @Test
  @DisplayName("the row's own person is found by name and phone, as others would write them")
  void finding() {
    FindingKeys own = relatives.finding(content(CHILD));
    GuardianClaim asRelative =
        Rows.relative(GuardianClaim.Relation.OTHER, "王小明", null, "13900001111");
    StatedRelative named = only(named(Rows.health("C2", "李四", BORN, 12).naming(asRelative)));
    assertThat(own.sound()).isEqualTo(named.sound());
    assertThat(own.contact()).isNotNull().isEqualTo(named.contact());
    assertThat(relatives.finding(content(CHILD.phone(null))).contact()).isNull();
  }

  private List<StatedRelative> named(Row row) {
    return relatives.named(content(row));
  }

  private static StatedRelative only(List<StatedRelative> relatives) {
    assertThat(relatives).hasSize(1);
    return relatives.getFirst();
  }

  private static RecordContent content(Row row) {
    return RecordContent.of(row.record());
  }

  private static GuardianClaim claim(
      GuardianClaim.Relation relation, String name, @Nullable String number) {
    return Rows.relative(relation, name, number, null);
  }
}

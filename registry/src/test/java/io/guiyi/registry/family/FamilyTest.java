package io.guiyi.registry.family;

import static io.guiyi.records.identity.GuardianClaim.Relation.FATHER;
import static io.guiyi.records.identity.GuardianClaim.Relation.MOTHER;
import static io.guiyi.records.identity.GuardianClaim.Relation.OTHER;
import static io.guiyi.records.identity.GuardianClaim.Relation.SPOUSE;
import static io.guiyi.registry.Rows.relative;
import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.SourceId;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.Relation;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.Period;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.resolve.Resolver;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From rows that name relatives to relations of persons, on a real register. */
class FamilyTest {
  private static final LocalDate FATHER_BORN = LocalDate.of(1985, 4, 12);
  private static final LocalDate MOTHER_BORN = LocalDate.of(1987, 9, 3);
  private static final LocalDate CHILD_BORN = LocalDate.of(2015, 6, 1);
  private static final String PHONE = "13905741234";

  private static final Row LIN = Rows.police("p1", "林大海", FATHER_BORN, 31).phone(PHONE);
  private static final Row WANG = Rows.police("p2", "王秀英", MOTHER_BORN, 42);
  private static final Row CHILD = Rows.education("e1", "林小禾", CHILD_BORN, 51);
  private static final GuardianClaim LIN_BY_NUMBER =
      relative(FATHER, "林大海", Rows.number(FATHER_BORN, 31), null);
  private static final GuardianClaim LIN_BY_PHONE = relative(FATHER, "林大海", null, PHONE);
  private static final GuardianClaim WANG_BY_NUMBER =
      relative(MOTHER, "王秀英", Rows.number(MOTHER_BORN, 42), null);

  private RegisterFixture register;
  private TestFamilies families;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
    families = new TestFamilies(register);
  }

  @Nested
  @DisplayName("A guardian whom a row names")
  class Named {
    @Test
    @DisplayName("is found when known before; both persons have the relation, with its row")
    void guardianFirst() {
      families.apply(LIN);
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER 林大海 [education]");
      assertThat(families.ties("林大海")).containsExactly("CHILD FATHER 林小禾 [education]");
      Relation relation = families.person("林大海").relations().getFirst();
      assertThat(relation.person()).isEqualTo(families.person("林小禾").id());
      assertThat(relation.stated()).singleElement().matches(row -> row.recordVersion() == 1);
    }

    @Test
    @DisplayName("is found when coming later, which is a change of the child and of the guardian")
    void childFirst() {
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER ? [education]");
      families.apply(LIN);
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER 林大海 [education]");
      assertThat(families.person("林小禾").version()).isEqualTo(2);
      assertThat(register.rows("select kind from person_change order by id", String.class))
          .containsExactly("UPSERTED", "UPSERTED", "UPSERTED");
    }

    @Test
    @DisplayName("is found within one page, whoever stands first in it")
    void onePage() {
      Row father =
          new Row("education", "e9", LIN.changedAt(), LIN.presence(), LIN.who(), LIN.what());
      families.apply(CHILD.naming(LIN_BY_NUMBER), father);
      assertThat(families.ties("林大海")).containsExactly("CHILD FATHER 林小禾 [education]");
      assertThat(register.count("person_version")).isEqualTo(2);
    }

    @Test
    @DisplayName("is stated since the day the statement gives")
    void since() {
      Period since = Period.since(LocalDate.of(2022, 9, 1));
      families.apply(LIN);
      families.apply(CHILD.stating(new Guardianship(since, LIN_BY_NUMBER)).naming(LIN_BY_NUMBER));
      assertThat(families.person("林小禾").relations())
          .singleElement()
          .extracting(Relation::since)
          .isEqualTo(LocalDate.of(2022, 9, 1));
    }

    @Test
    @DisplayName("is no relative any more when the statement has ended")
    void ended() {
      Period past = new Period(LocalDate.of(2018, 1, 1), LocalDate.of(2020, 1, 1));
      families.apply(LIN);
      families.apply(CHILD.stating(new Guardianship(past, LIN_BY_NUMBER)));
      assertThat(families.ties()).isEmpty();
    }

    @Test
    @DisplayName("is found by a name that sounds the same, together with the number")
    void homophone() {
      families.apply(LIN);
      families.apply(CHILD.naming(relative(FATHER, "林大孩", Rows.number(FATHER_BORN, 31), null)));
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER 林大海 [education]");
    }

    @Test
    @DisplayName("is found by the exact name with the phone")
    void byPhone() {
      families.apply(CHILD.naming(LIN_BY_PHONE));
      families.apply(LIN);
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER 林大海 [education]");
    }
  }

  @Nested
  @DisplayName("Nobody is found")
  class NotFound {
    @Test
    @DisplayName("by a name alone")
    void nameAlone() {
      families.apply(LIN);
      families.apply(CHILD.naming(relative(FATHER, "林大海", null, null)));
      assertThat(families.ties()).containsExactly("林小禾 GUARDIAN FATHER ? [education]");
    }

    @Test
    @DisplayName("by the number of somebody whose name does not fit")
    void strangersNumber() {
      families.apply(LIN, WANG);
      families.apply(CHILD.naming(relative(OTHER, "赵铁柱", Rows.number(FATHER_BORN, 31), PHONE)));
      assertThat(families.ties()).containsExactly("林小禾 GUARDIAN OTHER ? [education]");
    }

    @Test
    @DisplayName("by name and phone if the numbers are two")
    void otherNumber() {
      families.apply(LIN);
      families.apply(CHILD.naming(relative(FATHER, "林大海", Rows.number(FATHER_BORN, 77), PHONE)));
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER ? [education]");
    }

    @Test
    @DisplayName("by name and phone of two persons; of the one that is left, when the other closes")
    void namesakes() {
      Row namesake = Rows.labour("l7", "林大海", LocalDate.of(1979, 1, 2), 11).phone(PHONE);
      families.apply(CHILD.naming(LIN_BY_PHONE));
      families.apply(LIN);
      families.apply(namesake);
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER ? [education]");
      families.apply(namesake.withdrawn().day(1));
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER 林大海 [education]");
    }

    @Test
    @DisplayName(
        "by a father's number that is a woman's, nor by one that is no older than the child")
    void impossibleNumbers() {
      families.apply(LIN, WANG, Rows.police("p3", "林大山", CHILD_BORN.minusYears(8), 13));
      families.apply(
          CHILD.naming(
              relative(FATHER, "王秀英", Rows.number(MOTHER_BORN, 42), null),
              relative(FATHER, "林大山", Rows.number(CHILD_BORN.minusYears(8), 13), null)));
      assertThat(families.person("林小禾").relations())
          .hasSize(2)
          .allMatch(relation -> relation.person() == null);
    }
  }

  @Nested
  @DisplayName("A family")
  class Kinds {
    @Test
    @DisplayName("has both parents of one row")
    void bothParents() {
      families.apply(LIN, WANG);
      families.apply(CHILD.naming(LIN_BY_NUMBER, WANG_BY_NUMBER));
      assertThat(families.ties("林小禾"))
          .containsExactlyInAnyOrder(
              "GUARDIAN FATHER 林大海 [education]", "GUARDIAN MOTHER 王秀英 [education]");
    }

    @Test
    @DisplayName("has parents that two departments name one by one, and one they agree about once")
    void twoRows() {
      families.apply(LIN, WANG);
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      families.apply(Rows.health("h1", "林小禾", CHILD_BORN, 51).naming(WANG_BY_NUMBER, LIN_BY_PHONE));
      assertThat(families.ties("林小禾"))
          .containsExactlyInAnyOrder(
              "GUARDIAN FATHER 林大海 [education, health]", "GUARDIAN MOTHER 王秀英 [health]");
    }

    @Test
    @DisplayName("has siblings and twins, each with a relation of their own")
    void siblings() {
      families.apply(LIN);
      families.apply(
          CHILD.naming(LIN_BY_NUMBER),
          Rows.education("e2", "林小苗", CHILD_BORN, 53).naming(LIN_BY_NUMBER),
          Rows.education("e3", "林小树", CHILD_BORN.minusYears(3), 15).naming(LIN_BY_PHONE));
      assertThat(families.ties("林大海"))
          .containsExactlyInAnyOrder(
              "CHILD FATHER 林小禾 [education]",
              "CHILD FATHER 林小苗 [education]",
              "CHILD FATHER 林小树 [education]");
    }

    @Test
    @DisplayName("has spouses, whichever of the two names the other")
    void spouses() {
      families.apply(LIN.naming(relative(SPOUSE, "王秀英", Rows.number(MOTHER_BORN, 42), null)), WANG);
      assertThat(families.ties("林大海")).containsExactly("SPOUSE SPOUSE 王秀英 [police]");
      assertThat(families.ties("王秀英")).containsExactly("SPOUSE SPOUSE 林大海 [police]");
    }

    @Test
    @DisplayName("has a child whose row carries the mother's number: the number is not the child's")
    void mothersNumberOnTheChild() {
      String hers = Rows.number(MOTHER_BORN, 42);
      Row child = Rows.health("h2", "王小雨", CHILD_BORN, 62).numbered(hers);
      Row sibling = Rows.health("h3", "王小雪", CHILD_BORN.plusYears(2), 64);
      families.apply(child.naming(WANG_BY_NUMBER), sibling.naming(WANG_BY_NUMBER));
      assertThat(families.ties("王小雪")).containsExactly("GUARDIAN MOTHER ? [health]");
      assertThat(families.person("王小雨").value(PersonField.ID_NUMBER)).isEmpty();
    }

    @Test
    @DisplayName("has a child without birth date in whose row stands the mother's number")
    void mothersNumberWithoutBirthDate() {
      Row child = Rows.health("h2", "王小雨", CHILD_BORN, 62);
      Row blank = child.who(child.who().withBirth(child.who().sex(), null));
      families.apply(blank.numbered(Rows.number(MOTHER_BORN, 42)).naming(WANG_BY_NUMBER));
      families.apply(Rows.health("h3", "王小雪", CHILD_BORN, 64).naming(WANG_BY_NUMBER));
      assertThat(families.person("王小雨").value(PersonField.ID_NUMBER)).isEmpty();
      assertThat(families.ties("王小雪")).containsExactly("GUARDIAN MOTHER ? [health]");
    }
  }

  @Nested
  @DisplayName("Relations follow")
  class Follow {
    @Test
    @DisplayName("a guardian who closes and comes back")
    void closing() {
      families.apply(LIN);
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      families.apply(LIN.withdrawn().day(1));
      assertThat(families.ties()).containsExactly("林小禾 GUARDIAN FATHER ? [education]");
      families.apply(LIN.day(2));
      assertThat(families.ties("林大海")).containsExactly("CHILD FATHER 林小禾 [education]");
    }

    @Test
    @DisplayName("a child's row that is withdrawn: nobody has the relation any more")
    void withdrawnChild() {
      families.apply(LIN);
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      families.apply(CHILD.naming(LIN_BY_NUMBER).withdrawn().day(1));
      assertThat(families.ties()).isEmpty();
      assertThat(register.count("stated_relation")).isZero();
      assertThat(families.person("林大海").version()).isEqualTo(3);
    }

    @Test
    @DisplayName("a child's row that names another guardian")
    void otherGuardian() {
      families.apply(LIN, WANG);
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      families.apply(CHILD.naming(WANG_BY_NUMBER).day(1));
      assertThat(families.ties())
          .containsExactlyInAnyOrder(
              "林小禾 GUARDIAN MOTHER 王秀英 [education]", "王秀英 CHILD MOTHER 林小禾 [education]");
    }

    @Test
    @DisplayName("a guardian who becomes known by number only with a later row")
    void gainedNumber() {
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      families.apply(LIN.unnumbered());
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER ? [education]");
      families.apply(LIN.day(1));
      assertThat(families.ties("林小禾")).containsExactly("GUARDIAN FATHER 林大海 [education]");
    }

    @Test
    @DisplayName("a guardian who is merged: at once by the redirect, then in every new version")
    void merged() {
      families.apply(LIN);
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      Row other = Rows.labour("l1", "林大洋", FATHER_BORN.plusYears(1), 33);
      families.apply(other);
      merge("林大海", "林大洋");
      assertThat(families.person("林小禾").relations())
          .singleElement()
          .extracting(Relation::person)
          .isEqualTo(families.person("林大洋").id());
    }

    private void merge(String from, String to) {
      Person gone = families.person(from);
      Person stays = families.person(to);
      register.sql(
          """
          update person set standing = 'MERGED', number_hash = null, merged_into =
            (select id from person where public_id = '%s') where public_id = '%s'
          """
              .formatted(stays.id(), gone.id()));
    }

    @Test
    @DisplayName("nothing that is read again: no version, no change")
    void readAgain() {
      families.apply(LIN);
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      long versions = register.count("person_version");
      families.apply(LIN);
      families.apply(CHILD.naming(LIN_BY_NUMBER));
      families.apply(CHILD.naming(LIN_BY_NUMBER).day(3));
      families.apply(LIN.day(3));
      assertThat(register.count("person_version")).isEqualTo(versions);
    }
  }

  @Test
  @DisplayName("More children of one key than a page looks up are found when the pull ends")
  void manyChildren() {
    int children = 2 * StatedRelations.AGAIN_MAX + 5;
    families.apply(
        IntStream.range(0, children)
            .mapToObj(i ->
                Rows.education("c" + i, "李" + (char) ('一' + 40 * i), CHILD_BORN.plusDays(i), 71)
                    .naming(LIN_BY_NUMBER))
            .toArray(Row[]::new));
    assertThat(register.count("person")).isEqualTo(children);
    families.apply(LIN);
    assertThat(families.person("林大海").relations()).hasSize(StatedRelations.AGAIN_MAX);
    SourceId police = new SourceId("police");
    long pull = register.get(Pulls.class).begin(police);
    register.get(Resolver.class).settleFamilies(pull, police);
    assertThat(families.person("林大海").relations()).hasSize(children);
    assertThat(families.ties()).noneMatch(tie -> tie.contains("?"));
  }
}

package io.guiyi.registry.steward;

import static io.guiyi.registry.Rows.relative;
import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.feed.FeedEntries;
import io.guiyi.registry.feed.FeedEntry;
import io.guiyi.registry.feed.SharingPolicy;
import io.guiyi.registry.feed.Subscribers;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who follows persons that stewards merge and split: subscribers, and families. */
@DisplayName("When stewards move persons")
class FollowersTest {
  private static final LocalDate FATHER_BORN = LocalDate.of(1985, 4, 12);
  private static final Row FATHER = Rows.police("p1", "林大海", FATHER_BORN, 31);
  private static final Row ABROAD =
      Rows.labour("l1", "陈志强", LocalDate.of(1971, 11, 30), 105).phone("13700003333");
  private static final Row CHILD =
      Rows.education("e1", "林小禾", LocalDate.of(2015, 6, 1), 51)
          .naming(
              relative(GuardianClaim.Relation.FATHER, "林大海", Rows.number(FATHER_BORN, 31), null));

  private RegisterFixture register;
  private City city;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
    city = new City(register);
  }

  @Test
  @DisplayName(
      "a child keeps its guardian, under the id that survives, and after the undo as before")
  void families() {
    city.arrive(ABROAD, FATHER, CHILD);
    PersonId survivor = city.personOf(1);
    PersonId father = city.personOf(2);
    PersonId child = city.personOf(3);
    assertThat(guardian(child)).isEqualTo(father);
    List<String> before = city.conclusions();
    CaseDecision merge = city.merge(survivor, father);
    assertThat(city.personOf(2)).isEqualTo(survivor);
    assertThat(guardian(child)).isEqualTo(survivor);
    assertThat(city.person(survivor).relations())
        .singleElement()
        .returns(Relation.Role.CHILD, Relation::role)
        .returns(child, Relation::person);
    city.undo(merge);
    assertThat(city.conclusions()).isEqualTo(before);
    assertThat(guardian(child)).isEqualTo(father);
    assertThat(city.person(survivor).relations()).isEmpty();
  }

  @Test
  @DisplayName("a child that is merged takes its guardian along")
  void movedChild() {
    city.arrive(ABROAD, FATHER, CHILD);
    PersonId survivor = city.personOf(1);
    PersonId father = city.personOf(2);
    city.merge(survivor, city.personOf(3));
    assertThat(guardian(survivor)).isEqualTo(father);
    assertThat(city.person(father).relations()).singleElement().returns(survivor, Relation::person);
  }

  @Test
  @DisplayName("subscribers learn who became whom, what that one is now, and that it was undone")
  void feeds() {
    register
        .get(Subscribers.class)
        .refresh(
            List.of(
                new SharingPolicy(
                    "labour",
                    "purpose",
                    "basis",
                    EnumSet.of(PersonField.NAME, PersonField.PHONE),
                    Set.of(),
                    null)));
    city.arrive(FATHER, ABROAD);
    PersonId older = city.personOf(1);
    PersonId younger = city.personOf(2);
    city.fanOut();
    CaseDecision merge = city.merge(older, younger);
    city.fanOut();
    FeedEntry gone = last(younger);
    assertThat(gone.kind()).isEqualTo(PersonChange.Kind.MERGED);
    assertThat(gone.standing()).isEqualTo(Person.Standing.MERGED);
    assertThat(gone.mergedInto()).isEqualTo(older);
    assertThat(gone.values()).isEmpty();
    assertThat(last(older).values()).containsEntry(PersonField.PHONE, "13700003333");
    city.undo(merge);
    city.fanOut();
    assertThat(last(older).kind()).isEqualTo(PersonChange.Kind.SPLIT);
    assertThat(last(older).values()).doesNotContainKey(PersonField.PHONE);
    assertThat(last(younger))
        .returns(Person.Standing.ACTIVE, FeedEntry::standing)
        .returns(null, FeedEntry::mergedInto);
    assertThat(entries(younger).get(1).mergedInto())
        .as("an entry about the merge still says what was so then")
        .isEqualTo(older);
  }

  private PersonId guardian(PersonId child) {
    List<Relation> relations = city.person(child).relations();
    assertThat(relations).hasSize(1);
    return relations.getFirst().person();
  }

  private FeedEntry last(PersonId person) {
    return entries(person).getLast();
  }

  private List<FeedEntry> entries(PersonId person) {
    return register.get(FeedEntries.class).after("labour", 0, 100).stream()
        .filter(entry -> entry.person().equals(person))
        .toList();
  }
}

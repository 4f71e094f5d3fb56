package io.guiyi.registry.feed;

import static io.guiyi.records.person.PersonField.BIRTH_DATE;
import static io.guiyi.records.person.PersonField.EMPLOYER;
import static io.guiyi.records.person.PersonField.ETHNIC_GROUP;
import static io.guiyi.records.person.PersonField.NAME;
import static io.guiyi.records.person.PersonField.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.person.Person.Standing;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.TestPersons;
import io.guiyi.registry.audit.AuditEntry;
import io.guiyi.registry.audit.AuditLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The feeds")
class FeedsTest {
  private static final Map<PersonField, String> CHILD =
      Map.of(NAME, "欧阳小某", BIRTH_DATE, "2015-06-01", PHONE, "13900000000", ETHNIC_GROUP, "05");
  private static final Map<PersonField, String> ADULT =
      Map.of(NAME, "买买提某", BIRTH_DATE, "1990-06-01", EMPLOYER, "某某电子厂");
  private static final SharingPolicy SCHOOL =
      policy("education", new AgeSpan(3, 18), NAME, BIRTH_DATE);
  private static final SharingPolicy WORK = policy("labour", null, NAME, EMPLOYER, PHONE);

  private final RegisterFixture register = RegisterFixture.emptied();
  private final TestPersons persons = new TestPersons(register);
  private final Subscribers subscribers = register.get(Subscribers.class);
  private final FanOut fanOut = register.get(FanOut.class);
  private final FeedEntries entries = register.get(FeedEntries.class);

  @Test
  @DisplayName("show each subscriber the persons and fields of its policy, in order")
  void filterAndProjection() {
    subscribers.refresh(List.of(SCHOOL, WORK));
    PersonId child = persons.lives(1, CHILD);
    PersonId adult = persons.lives(2, ADULT);
    assertThat(fanOut.advance(100)).isEqualTo(2);

    assertThat(entries.unsent("education", 10))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.sequence()).isEqualTo(1);
          assertThat(entry.person()).isEqualTo(child);
          assertThat(entry.standing()).isEqualTo(Standing.ACTIVE);
          assertThat(entry.recordedAt()).isEqualTo(RegisterFixture.BEGIN);
          assertThat(entry.values()).isEqualTo(Map.of(NAME, "欧阳小某", BIRTH_DATE, "2015-06-01"));
        });
    List<FeedEntry> labour = entries.unsent("labour", 10);
    assertThat(labour).extracting(FeedEntry::sequence).containsExactly(1L, 2L);
    assertThat(labour).extracting(FeedEntry::person).containsExactly(child, adult);
    assertThat(labour)
        .extracting(FeedEntry::values)
        .containsExactly(
            Map.of(NAME, "欧阳小某", PHONE, "13900000000"), Map.of(NAME, "买买提某", EMPLOYER, "某某电子厂"));
    assertThat(labour.toString()).doesNotContain("欧阳").doesNotContain("139");
  }

  @Test
  @DisplayName("read a person as it was in the version an entry names")
  void versions() {
    subscribers.refresh(List.of(WORK));
    persons.lives(1, Map.of(NAME, "旧名"));
    persons.lives(1, Map.of(NAME, "新名"));
    fanOut.advance(100);
    assertThat(entries.unsent("labour", 10))
        .extracting(entry -> entry.version() + entry.values().get(NAME))
        .containsExactly("1旧名", "2新名");
  }

  @Test
  @DisplayName("tell that a person closed to those who knew it, and only to them")
  void closed() {
    subscribers.refresh(List.of(SCHOOL, WORK));
    persons.closes(3);
    persons.lives(1, CHILD);
    persons.lives(2, ADULT);
    fanOut.advance(100);
    persons.closes(1);
    persons.closes(2);
    fanOut.advance(100);
    assertThat(entries.unsent("education", 10))
        .extracting(FeedEntry::standing)
        .containsExactly(Standing.ACTIVE, Standing.CLOSED);
    List<FeedEntry> labour = entries.unsent("labour", 10);
    assertThat(labour)
        .extracting(FeedEntry::standing)
        .containsExactly(Standing.ACTIVE, Standing.ACTIVE, Standing.CLOSED, Standing.CLOSED);
    assertThat(labour.getLast().values()).isEmpty();
  }

  @Test
  @DisplayName(
      "have no gaps and lose no change, whatever the pages and however many fan out at once")
  void gapFree() {
    subscribers.refresh(List.of(SCHOOL, WORK));
    persons.live(1, 300, CHILD);
    persons.live(301, 300, ADULT);
    IntStream.rangeClosed(1, 4)
        .parallel()
        .forEach(i -> {
          while (fanOut.advance(i * 17) > 0) {}
        });
    assertThat(fanOut.waiting()).isZero();
    assertThat(entries.after("education", 0, 1_000))
        .extracting(FeedEntry::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 300).boxed().toList());
    List<FeedEntry> labour = entries.after("labour", 0, 1_000);
    assertThat(labour)
        .extracting(FeedEntry::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 600).boxed().toList());
    assertThat(labour).extracting(FeedEntry::person).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("move only their position when nobody may hear of a change")
  void nobodyHears() {
    subscribers.refresh(List.of(SCHOOL));
    persons.lives(1, ADULT);
    assertThat(fanOut.advance(10)).isEqualTo(1);
    assertThat(fanOut.advance(10)).isZero();
    assertThat(subscribers.positions())
        .containsExactly(new FeedPosition("education", true, 0, 0, 0));
  }

  @Test
  @DisplayName("keep appended ≥ sent ≥ taken; saying it again changes nothing")
  void positions() {
    subscribers.refresh(List.of(WORK));
    persons.live(1, 10, ADULT);
    fanOut.advance(100);
    assertThat(entries.unsent("labour", 4)).hasSize(4);
    entries.markSent("labour", 4);
    entries.markSent("labour", 4);
    entries.markSent("labour", 2);
    assertThat(entries.unsent("labour", 4))
        .extracting(FeedEntry::sequence)
        .containsExactly(5L, 6L, 7L, 8L);

    assertThat(entries.acknowledge("labour", 3)).isEqualTo(3);
    assertThat(entries.acknowledge("labour", 3)).isEqualTo(3);
    assertThat(entries.acknowledge("labour", 1)).isEqualTo(3);
    assertThat(subscribers.positions()).containsExactly(new FeedPosition("labour", true, 10, 4, 3));
    assertThatThrownBy(() -> entries.markSent("labour", 11))
        .hasMessageContaining("through 10, not 11");
    assertThatThrownBy(() -> entries.acknowledge("nobody", 1))
        .hasMessageContaining("no subscriber nobody");
  }

  @Test
  @DisplayName("never count as taken what is not marked sent, and forget no early acknowledgement")
  void earlyAcknowledgement() {
    subscribers.refresh(List.of(WORK));
    persons.live(1, 10, ADULT);
    fanOut.advance(100);
    assertThat(entries.acknowledge("labour", 8)).isZero();
    entries.markSent("labour", 5);
    assertThat(subscribers.positions()).containsExactly(new FeedPosition("labour", true, 10, 5, 5));
    entries.markSent("labour", 10);
    assertThat(subscribers.positions())
        .containsExactly(new FeedPosition("labour", true, 10, 10, 8));
    assertThat(entries.acknowledge("labour", 1_000_000)).isEqualTo(10);
    assertThat(register.rows("select through from acknowledgement order by 1", Long.class))
        .containsExactly(8L, 10L);
  }

  @Test
  @DisplayName(
      "append a changed policy, put it in force, and audit it; an unchanged one does nothing")
  void policyChange() {
    assertThat(subscribers.refresh(List.of(SCHOOL, WORK))).isEqualTo(2);
    assertThat(subscribers.refresh(List.of(WORK, SCHOOL))).isZero();
    SharingPolicy wider = policy("labour", null, NAME, EMPLOYER, PHONE, BIRTH_DATE);
    assertThat(subscribers.refresh(List.of(SCHOOL, wider))).isEqualTo(1);
    assertThat(subscribers.refresh(List.of(SCHOOL, WORK))).as("back again").isEqualTo(1);
    assertThat(register.rows("select count(*) from sharing_policy", Long.class))
        .containsExactly(3L);
    assertThat(register.get(AuditLog.class).after(0, 10))
        .extracting(AuditEntry::object)
        .containsExactly("education", "labour", "labour", "labour");
  }

  @Test
  @DisplayName("show what waits under a narrowed policy only in the narrower fields")
  void narrowed() {
    subscribers.refresh(List.of(WORK));
    persons.lives(1, CHILD);
    fanOut.advance(10);
    subscribers.refresh(List.of(policy("labour", null, NAME, BIRTH_DATE)));
    assertThat(entries.unsent("labour", 10))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.policyHash()).isEqualTo(WORK.hash());
          assertThat(entry.values()).isEqualTo(Map.of(NAME, "欧阳小某"));
        });
  }

  @Test
  @DisplayName(
      "tell a subscriber that is no longer configured nothing more, and resume without a gap")
  void notConfigured() {
    subscribers.refresh(List.of(WORK));
    persons.lives(1, ADULT);
    fanOut.advance(10);
    subscribers.refresh(List.of());
    persons.lives(2, ADULT);
    fanOut.advance(10);
    assertThat(entries.unsent("labour", 10)).isEmpty();
    assertThat(entries.after("labour", 0, 10)).isEmpty();
    subscribers.refresh(List.of(WORK));
    persons.lives(3, ADULT);
    fanOut.advance(10);
    assertThat(entries.unsent("labour", 10))
        .extracting(FeedEntry::sequence)
        .containsExactly(1L, 2L);
    assertThat(entries.unsent("nobody", 10)).isEmpty();
  }

  @Test
  @DisplayName("take the age on the day of the change, not on the day of the fan-out")
  void ageOfTheChange() {
    subscribers.refresh(List.of(SCHOOL));
    persons.lives(1, Map.of(NAME, "某", BIRTH_DATE, "2007-03-02"));
    register.clock().advance(Duration.ofDays(30));
    fanOut.advance(10);
    assertThat(entries.unsent("education", 10)).hasSize(1);
  }

  @Test
  @DisplayName("refuse two policies of one subscriber, and pages out of bounds")
  void bounds() {
    assertThatThrownBy(() -> subscribers.refresh(List.of(WORK, WORK)))
        .hasMessageContaining("two policies");
    assertThatThrownBy(() -> fanOut.advance(0)).hasMessageContaining("1 to 2000");
    assertThatThrownBy(() -> entries.unsent("labour", 1_001)).hasMessageContaining("1 to 1000");
  }

  static SharingPolicy policy(String name, AgeSpan ages, PersonField... fields) {
    return new SharingPolicy(name, "purpose", "basis", Set.of(fields), Set.of(), ages);
  }
}

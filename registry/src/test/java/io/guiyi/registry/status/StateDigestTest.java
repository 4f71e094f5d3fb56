package io.guiyi.registry.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.person.PersonField;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.TestPersons;
import io.guiyi.registry.feed.FanOut;
import io.guiyi.registry.feed.FeedEntries;
import io.guiyi.registry.feed.SharingPolicy;
import io.guiyi.registry.feed.Subscribers;
import io.guiyi.seal.Sm3;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The state digest")
class StateDigestTest {
  private static final Map<PersonField, String> ANYBODY = Map.of(PersonField.NAME, "某某");

  private final RegisterFixture register = RegisterFixture.emptied();
  private final TestPersons persons = new TestPersons(register);
  private final StateDigest digest = register.get(StateDigest.class);

  @BeforeEach
  void aSmallRegister() {
    register
        .get(Subscribers.class)
        .refresh(
            List.of(
                new SharingPolicy(
                    "labour", "purpose", "basis", EnumSet.of(PersonField.NAME), Set.of(), null)));
    persons.live(1, 3, ANYBODY);
    register.get(FanOut.class).advance(100);
    register.sql(
        "insert into source_record values"
            + " (1, 'police', 'a', 1, 1, 'PRESENT', 'LINKED', 1, null, null, now()),"
            + " (2, 'police', 'b', 1, 1, 'PRESENT', 'LINKED', 2, null, null, now()),"
            + " (3, 'police', 'c', 1, 1, 'PRESENT', 'IN_REVIEW', null, null, null, now())");
  }

  @Test
  @DisplayName("of an empty register is SM3 of nothing")
  void empty() {
    RegisterFixture.emptied();
    assertThat(digest.read()).isEqualTo(Sm3.of());
  }

  @Test
  @DisplayName("stays the same when nothing was concluded, whatever was read, sent or taken since")
  void stable() {
    Sm3 before = digest.read();
    register.clock().advance(Duration.ofDays(1));
    persons.live(1, 3, ANYBODY);
    register.get(FanOut.class).advance(100);
    register.get(FeedEntries.class).markSent("labour", 3);
    register.get(FeedEntries.class).acknowledge("labour", 3);
    register.sql("update source_record set id = id + 100, recorded_at = now()");
    assertThat(digest.read()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update person_version set content_hash = 'x' where person_id = 1",
        "update person set standing = 'CLOSED' where id = 2",
        "update person set public_id = 'P-0000-0000-0' where id = 2",
        "update source_record set person_id = 2 where id = 1",
        "update source_record set person_id = null, standing = 'IN_REVIEW' where id = 1",
        "update source_record set person_id = 1, standing = 'LINKED' where id = 3",
        "update source_record set key_hash = 'd' where id = 1",
        "delete from source_record where id = 3",
        "update feed_entry set person_id = 2 where sequence = 1",
        "update feed_entry set kind = 'MERGED' where sequence = 3",
        "update feed_entry set sequence = 9 where sequence = 3",
        "delete from feed_entry where sequence = 3",
      })
  @DisplayName("changes with every conclusion")
  void sensitive(String conclusion) {
    Sm3 before = digest.read();
    assertThat(register.sql(conclusion)).isEqualTo(1);
    assertThat(digest.read()).isNotEqualTo(before);
  }

  @Test
  @DisplayName("changes when a person gets another version")
  void newVersion() {
    Sm3 before = digest.read();
    persons.lives(1, Map.of(PersonField.NAME, "别名"));
    assertThat(digest.read()).isNotEqualTo(before);
  }

  @Test
  @DisplayName("covers the rows behind the first chunk")
  void manyRows() {
    persons.live(10, 2 * StateDigest.CHUNK_LINES + 1, ANYBODY);
    Sm3 before = digest.read();
    register.sql("update person set version = version where id = 1");
    assertThat(digest.read()).isEqualTo(before);
    register.sql("update person_version set content_hash = 'x' where person_id = 2000");
    assertThat(digest.read()).isNotEqualTo(before);
  }
}

package io.guiyi.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.person.PersonField;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.TestPersons;
import io.guiyi.seal.SealBroken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person opened a moment ago")
class LatelyOpenedTest {
  private final RegisterFixture register = RegisterFixture.emptied();
  private final FeedEntries entries = register.get(FeedEntries.class);

  @BeforeEach
  void openOne() {
    SharingPolicy work = FeedsTest.policy("labour", null, PersonField.NAME, PersonField.PHONE);
    register.get(Subscribers.class).refresh(List.of(work));
    new TestPersons(register)
        .lives(1, Map.of(PersonField.NAME, "某某", PersonField.PHONE, "13900000000"));
    register.get(FanOut.class).advance(10);
    assertThat(values()).hasSize(2);
  }

  private Map<PersonField, String> values() {
    return entries.unsent("labour", 10).getFirst().values();
  }

  @Test
  @DisplayName("reads the same again")
  void readsTheSame() {
    assertThat(values())
        .isEqualTo(Map.of(PersonField.NAME, "某某", PersonField.PHONE, "13900000000"));
  }

  @Test
  @DisplayName("is refused all the same once the envelope was altered")
  void seesTampering() {
    for (String envelope : Set.of("identity_sealed", "contact_sealed")) {
      flipLastByte(envelope);
      assertThatThrownBy(this::values).as(envelope).isInstanceOf(SealBroken.class);
      flipLastByte(envelope);
      assertThat(values()).hasSize(2);
    }
  }

  private void flipLastByte(String column) {
    String last = "length(%s) - 1".formatted(column);
    register.sql(
        "update person_version set %1$s = set_byte(%1$s, %2$s, 255 - get_byte(%1$s, %2$s))"
            .formatted(column, last));
  }
}

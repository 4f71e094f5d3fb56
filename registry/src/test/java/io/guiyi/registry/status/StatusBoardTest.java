package io.guiyi.registry.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.records.person.PersonField;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.TestPersons;
import io.guiyi.registry.feed.FanOut;
import io.guiyi.registry.feed.FeedEntries;
import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.feed.SharingPolicy;
import io.guiyi.registry.feed.Subscribers;
import io.guiyi.registry.intake.PullPage;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.store.Transactions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The status board")
class StatusBoardTest {
  private static final SourceId POLICE = new SourceId("police");
  private static final SourceId LABOUR = new SourceId("labour");

  private final RegisterFixture register = RegisterFixture.emptied();
  private final StatusBoard board = register.get(StatusBoard.class);

  @Test
  @DisplayName("shows an empty register as such, with every configured source")
  void empty() {
    RegisterStatus status = board.read(List.of(POLICE, LABOUR));
    assertThat(status.at()).isEqualTo(RegisterFixture.BEGIN);
    assertThat(status.persons()).isZero();
    assertThat(status.counts()).isEqualTo(Conservation.NONE);
    assertThat(status.leader().holder()).isEqualTo("test hub");
    assertThat(status.leader().until()).isAfter(Instant.EPOCH);
    assertThat(status.sources())
        .extracting(source -> source.freshness().source())
        .containsExactly(POLICE, LABOUR);
  }

  @Test
  @DisplayName("counts living persons, records, entries and what still waits")
  void counts() {
    TestPersons persons = new TestPersons(register);
    register
        .get(Subscribers.class)
        .refresh(
            List.of(
                new SharingPolicy(
                    "labour", "purpose", "basis", EnumSet.of(PersonField.NAME), Set.of(), null)));
    persons.live(1, 3, Map.of(PersonField.NAME, "某某"));
    register.get(FanOut.class).advance(100);
    register.get(FeedEntries.class).markSent("labour", 2);
    register.get(FeedEntries.class).acknowledge("labour", 1);
    persons.closes(3);
    aPage(new Conservation(4, 0, 0, 0, 0, 1));

    RegisterStatus status = board.read(List.of(POLICE));
    assertThat(status.persons()).isEqualTo(2);
    assertThat(status.feeds()).containsExactly(new FeedPosition("labour", true, 3, 2, 1));
    assertThat(status.feedEntries()).isEqualTo(3);
    assertThat(status.delivered()).isEqualTo(1);
    assertThat(status.changesWaiting()).isEqualTo(1);
    assertThat(status.counts().read()).isEqualTo(5);
    assertThat(status.sources().getFirst().freshness().watermark()).isEqualTo(new Watermark("w"));
  }

  private void aPage(Conservation counts) {
    Pulls pulls = register.get(Pulls.class);
    long pull = pulls.begin(POLICE);
    PullPage page =
        new PullPage(1, pull, POLICE, new Watermark("w"), counts, 1, register.clock().instant());
    register.get(Transactions.class).runInTransaction(session -> pulls.append(page));
  }
}

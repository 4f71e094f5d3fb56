package io.guiyi.routes.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

@DisplayName("A check")
class ChecksTest {

  @Nested
  @DisplayName("that is bounded")
  class Bounded {
    @Test
    @DisplayName("gives up on a peer that hangs, and asks it once however many probes come")
    void givesUpOnAPeerThatHangs() throws InterruptedException {
      CountDownLatch answer = new CountDownLatch(1);
      AtomicInteger asked = new AtomicInteger();
      BoundedCheck check =
          new BoundedCheck(
              Duration.ofMillis(50),
              () -> {
                asked.incrementAndGet();
                answer.await();
                return Health.up().build();
              });
      assertThat(check.health().getStatus().getCode()).isEqualTo("DOWN");
      assertThat(check.health().getDetails().get("why")).isEqualTo("no answer within 50 ms");
      assertThat(asked).hasValue(1);
      answer.countDown();
      org.awaitility.Awaitility.await()
          .until(() -> check.health().getStatus().getCode().equals("UP"));
    }

    @Test
    @DisplayName("names a failure by its class, not by what it says")
    void namesAFailureByItsClass() {
      BoundedCheck check =
          new BoundedCheck(
              Duration.ofSeconds(5),
              () -> {
                throw new SQLException("value 330282199003070016");
              });
      assertThat(check.health().getDetails().get("why")).isEqualTo("failed with SQLException");
    }
  }

  @Nested
  @DisplayName("of leadership")
  class OfLeadership {
    @Test
    @DisplayName("is up with the term, and out of service while the hub waits")
    void isUpWithTheTerm() {
      assertThat(new LeadershipCheck(() -> 3).health().getDetails()).containsEntry("term", 3L);
      assertThat(new LeadershipCheck(() -> 0).health().getStatus().getCode())
          .isEqualTo("OUT_OF_SERVICE");
    }
  }

  @Nested
  @DisplayName("of the index")
  class OfTheIndex {
    private Instant now = Instant.parse("2026-03-02T00:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private long index = 500;
    private long register = 500;
    private boolean leading = true;
    private final IndexCheck check =
        new IndexCheck(() -> index, () -> register, () -> leading, clock);

    private String after(Duration time) {
      now = now.plus(time);
      return check.call().getStatus().getCode();
    }

    @Test
    @DisplayName("is up in step, and while it moves behind")
    void isUpWhileItMoves() {
      assertThat(after(Duration.ZERO)).isEqualTo("UP");
      for (int page = 1; page < 10; page++) {
        register = 500 + page * 500L;
        index = register - 500;
        assertThat(after(IndexCheck.PATIENCE)).isEqualTo("UP");
      }
    }

    @Test
    @DisplayName("is down when it stands still behind, and up again in step")
    void isDownWhenItStandsStillBehind() {
      register = 900;
      assertThat(after(Duration.ZERO)).isEqualTo("UP");
      assertThat(after(IndexCheck.PATIENCE)).isEqualTo("UP");
      assertThat(after(Duration.ofMillis(1))).isEqualTo("DOWN");
      assertThat(check.call().getDetails()).containsEntry("index", 500L);
      index = 900;
      assertThat(after(Duration.ZERO)).isEqualTo("UP");
    }

    @Test
    @DisplayName("counts standing still from the last time it was in step")
    void countsFromTheLastTimeInStep() {
      assertThat(after(Duration.ofHours(1))).isEqualTo("UP");
      register = 900;
      assertThat(after(Duration.ofSeconds(29))).isEqualTo("UP");
    }

    @Test
    @DisplayName("is down at once when it is ahead, with the remedy")
    void isDownWhenItIsAhead() {
      index = 501;
      assertThat(check.call().getDetails().get("why").toString()).contains("guiyi index rebuild");
    }

    @Test
    @DisplayName("is not judged while the hub waits")
    void isNotJudgedWhileTheHubWaits() {
      leading = false;
      index = 0;
      assertThat(after(Duration.ZERO)).isEqualTo("UNKNOWN");
    }
  }
}

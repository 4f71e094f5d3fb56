package io.guiyi.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.OrderedWalk.Contradiction;
import io.guiyi.connectors.OrderedWalk.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Replay one case with {@code -Dguiyi.seed=N}. */
@DisplayName("A watched walk")
class OrderedWalkTest {
  private static final int CASES = 500;
  private static final int ROUNDS = 30;
  private static final int PAGE = 3;
  private static final int MINUTES_OFF = 10;
  private static final Duration OVERLAP = Duration.ofMinutes(MINUTES_OFF);

  private static final long CHOSEN = Long.getLong("guiyi.seed", -1L);

  /** What happens to one pull. */
  private enum Fate {
    WHOLE,
    BREAKS_OFF,
    LEAVES_OUT_A_ROW,
    FORGETS_ITS_CURSOR
  }

  @Test
  @DisplayName("skips no row, though the department's clock jumps and its pages go wrong")
  void skipsNothing() {
    for (long seed = CHOSEN < 0 ? 0 : CHOSEN; seed < (CHOSEN < 0 ? CASES : CHOSEN + 1); seed++) {
      Department department = new Department(new Random(seed));
      for (int round = 0; round < ROUNDS; round++) {
        department.liveOn();
        department.pull(Fate.values()[department.dice.nextInt(Fate.values().length)]);
      }
      department.pull(Fate.WHOLE);

      Set<String> written = new HashSet<>();
      department.rows.forEach(row -> written.add(row.key()));
      assertThat(department.delivered)
          .as("replay with -Dguiyi.seed=%d", seed)
          .containsExactlyInAnyOrderElementsOf(written);
    }
  }

  /** A department whose clock is up to ten minutes off, and the hub that reads it. */
  private static final class Department {
    private final Random dice;
    private final SteeredClock clock = new SteeredClock("2026-11-22T08:00:00Z");
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> delivered = new HashSet<>();
    private @Nullable Instant mark;
    private int minutesOff;

    Department(Random dice) {
      this.dice = dice;
    }

    void liveOn() {
      clock.advance(Duration.ofSeconds(1 + dice.nextInt(400)));
      if (dice.nextInt(3) == 0) {
        minutesOff = dice.nextInt(2 * MINUTES_OFF + 1) - MINUTES_OFF;
      }
      for (int i = dice.nextInt(8); i > 0; i--) {
        Instant label = clock.instant().plus(Duration.ofMinutes(minutesOff));
        rows.add(new Row("row-" + rows.size(), label));
      }
    }

    void pull(Fate fate) {
      OrderedWalk walk = new OrderedWalk(mark, OVERLAP, clock);
      int strikesOn = 1 + dice.nextInt(4);
      try {
        while (!walk.isFinished()) {
          boolean strikes = walk.pages() + 1 == strikesOn;
          if (strikes && fate == Fate.BREAKS_OFF) {
            return;
          }
          if (strikes && fate == Fate.FORGETS_ITS_CURSOR && walk.next() != null) {
            assertThat(walk.startAgain()).isTrue();
          }
          page(walk, strikes && fate == Fate.LEAVES_OUT_A_ROW);
        }
        walk.checkComplete();
      } catch (Contradiction noticed) {
        assertThat(fate).as(noticed.sentence()).isEqualTo(Fate.LEAVES_OUT_A_ROW);
      }
    }

    /** One page, stored with what the walk says it has reached. */
    private void page(OrderedWalk walk, boolean leaveOut) throws Contradiction {
      Instant since = walk.since();
      List<Row> all =
          rows.stream()
              .filter(row -> since == null || !at(row).isBefore(since))
              .sorted(Comparator.comparing(Department::at).thenComparing(Row::key))
              .toList();
      String cursor = walk.next();
      int from = cursor == null ? 0 : Integer.parseInt(cursor);
      int to = Math.min(all.size(), from + PAGE);
      List<Row> served = new ArrayList<>(all.subList(from, to));
      if (leaveOut && served.size() > 1) {
        served.remove(dice.nextInt(served.size()));
      }
      walk.turn(served, 0, all.size(), to < all.size() ? Integer.toString(to) : null);
      served.forEach(row -> delivered.add(row.key()));
      mark = walk.reached();
    }

    private static Instant at(Row row) {
      return Objects.requireNonNull(row.changedAt());
    }
  }
}

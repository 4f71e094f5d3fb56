package io.guiyi.registry.steward;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.person.PersonId;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.resolve.IndexKeeper;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Any verdicts, one after the other or at once,")
class ManyVerdictsTest {
  private static final int PERSONS = 6;
  private static final int VERDICTS = 12;
  private static final int STEWARDS = 8;

  /** Names with nothing in common. */
  private static final List<String> NAMES = List.of("张惠珍", "陈志强", "林大海", "王秀英", "赵国强", "欧阳文静");

  private RegisterFixture register;
  private Stewardship stewards;
  private City city;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
    stewards = register.get(Stewardship.class);
    city = new City(register);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      rows.add(row(Rows.police("P" + i, NAMES.get(i), born(i), 21 + 2 * i), i));
    }
    for (int i = 0; i < PERSONS; i++) {
      rows.add(row(Rows.labour("L" + i, NAMES.get(i), born(i), 21 + 2 * i), i));
    }
    city.arrive(rows.toArray(Row[]::new));
    assertThat(register.count("person")).isEqualTo(PERSONS);
  }

  private static LocalDate born(int i) {
    return LocalDate.of(1960 + 4 * i, 1 + i, 3 + 3 * i);
  }

  private static Row row(Row row, int i) {
    return row.phone("1380000%04d".formatted(1111 * i));
  }

  @Test
  @DisplayName("leave nothing behind when all are undone, the last first")
  void undone() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> before = city.conclusions();
    Deque<CaseDecision> decided = new ArrayDeque<>();
    Deque<List<String>> between = new ArrayDeque<>();
    for (int i = 0; i < VERDICTS; i++) {
      between.push(city.conclusions());
      Optional<CaseDecision> decision = anything(random);
      decision.ifPresentOrElse(decided::push, between::pop);
    }
    assertThat(decided).as("seed %d", seed).isNotEmpty();
    while (!decided.isEmpty()) {
      CaseDecision decision = decided.pop();
      city.undo(decision);
      assertThat(city.conclusions())
          .as("seed %d, undone %s", seed, decision)
          .isEqualTo(between.pop());
    }
    assertThat(city.conclusions()).isEqualTo(before);
    assertThat(register.get(IndexKeeper.class).isInStep()).isTrue();
  }

  @Test
  @DisplayName("leave each record in one living person, and whoever comes second is told so")
  void atOnce() throws Exception {
    long seed = new Random().nextLong();
    List<Future<Integer>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(STEWARDS)) {
      for (int i = 0; i < STEWARDS; i++) {
        Random random = new Random(seed + i);
        Callable<Integer> steward =
            () -> {
              int done = 0;
              for (int verdict = 0; verdict < VERDICTS; verdict++) {
                done += anything(random).isPresent() ? 1 : 0;
              }
              return done;
            };
        running.add(pool.submit(steward));
      }
      for (int day = 1; day < 5; day++) {
        city.arrive(
            row(Rows.police("P0", NAMES.getFirst(), born(0), 21), 0)
                .living("慈溪市浒山街道 %d 号".formatted(day))
                .day(day));
      }
    }
    int done = 0;
    for (Future<Integer> one : running) {
      done += one.get();
    }
    assertThat(done).as("seed %d", seed).isPositive();
    assertThat(
            register.rows(
                "select r.id from source_record r left join person p on p.id = r.person_id"
                    + " where p.standing is distinct from 'ACTIVE'",
                Long.class))
        .as("seed %d: records in nobody who lives", seed)
        .isEmpty();
    assertThat(
            register.rows(
                "select p.id from person p join person m on m.id = p.merged_into"
                    + " where m.standing = 'MERGED'",
                Long.class))
        .as("seed %d: redirects that lead to redirects", seed)
        .isEmpty();
    assertThat(
            register.rows(
                """
                select f.id from link_fact f
                join source_record a on a.id = f.lower_record
                join source_record b on b.id = f.higher_record
                where f.withdrawn_by is null
                  and (f.kind = 'ALWAYS_LINK') <> (a.person_id = b.person_id)
                """,
                Long.class))
        .as("seed %d: facts that are not kept to", seed)
        .isEmpty();
    assertThat(register.get(IndexKeeper.class).isInStep()).isTrue();
  }

  /** A merge or a split of somebody; empty if it was refused or came too late. */
  private Optional<CaseDecision> anything(Random random) {
    List<String> living =
        register.rows("select public_id from person where standing = 'ACTIVE'", String.class);
    PersonId first = new PersonId(living.get(random.nextInt(living.size())));
    PersonId second = new PersonId(living.get(random.nextInt(living.size())));
    VerdictOutcome outcome;
    if (random.nextBoolean()) {
      PersonsView view = stewards.persons(List.of(first, second)).orElseThrow();
      outcome = city.decide(new Verdict.Merge(first, second), view.seen());
    } else {
      PersonsView view = stewards.persons(List.of(first)).orElseThrow();
      TreeSet<Long> leaving = new TreeSet<>();
      view.persons().getFirst().records().stream()
          .filter(_ -> random.nextBoolean())
          .forEach(record -> leaving.add(record.number()));
      outcome = city.decide(new Verdict.Split(first, leaving), view.seen());
    }
    return switch (outcome) {
      case VerdictOutcome.Decided decided -> Optional.of(decided.decision());
      case VerdictOutcome.Stale _, VerdictOutcome.Refused _ -> Optional.empty();
    };
  }
}

package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.status.StateDigest;
import io.guiyi.seal.Sm3;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R15: same input ten times, old versions after new ones, shuffled. */
@DisplayName("The same input, however often and in whatever order")
class AgainAndAgainTest {
  private static final int PEOPLE = 8;

  private final List<Row> history = history();
  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
  }

  /** Eight people in two departments, four versions each: changed, changed back, cancelled. */
  private static List<Row> history() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      LocalDate birth = LocalDate.of(1970 + i, 3, 7);
      Row police = Rows.police("P" + i, "张伟" + (char) ('一' + i), birth, 21 + i);
      Row labour = Rows.labour("L" + i, "张伟" + (char) ('一' + i), birth, 21 + i);
      rows.add(police.phone("1390000111" + i).day(1));
      rows.add(labour.phone("1390000222" + i).day(2));
      rows.add(police.phone("1390000333" + i).day(3));
      rows.add(police.phone("1390000111" + i).day(4));
      rows.add(i % 4 == 0 ? labour.withdrawn().day(5) : labour.living("慈溪市浒山街道").day(5));
    }
    return rows;
  }

  @Test
  @DisplayName("ten times the same input leaves digest, versions, decisions and feeds as they were")
  void tenTimes() {
    apply(history, 7);
    Sm3 state = state();
    List<Long> tables = tables();
    for (int i = 0; i < 10; i++) {
      register
          .get(Leadership.class)
          .lead(); // the lease is short, and so is a loaded machine's time
      apply(history, 6 + i);
    }
    assertThat(state()).isEqualTo(state);
    assertThat(tables()).isEqualTo(tables);
  }

  @Test
  @DisplayName("old versions after new ones leave the digest as it was")
  void oldAfterNew() {
    apply(history, 7);
    Sm3 state = state();
    apply(history.reversed(), 5);
    assertThat(state()).isEqualTo(state);
  }

  @ParameterizedTest(name = "seed {0}")
  @DisplayName("shuffled into an empty register gives the same records, persons and values")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shuffled(long seed) {
    apply(history, 7);
    List<String> inOrder = conclusions();
    RegisterFixture.emptied();
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>(history);
    Collections.shuffle(rows, random);
    apply(rows, 1 + random.nextInt(9));
    assertThat(conclusions()).isEqualTo(inOrder);
    Sm3 state = state();
    Collections.shuffle(rows, random);
    apply(rows, 1 + random.nextInt(9));
    assertThat(state()).isEqualTo(state);
  }

  private void apply(List<Row> rows, int pageSize) {
    for (String source : List.of("police", "labour")) {
      List<CanonicalRecord> records =
          rows.stream().filter(row -> row.source().equals(source)).map(Row::record).toList();
      for (int from = 0; from < records.size(); from += pageSize) {
        int to = Math.min(records.size(), from + pageSize);
        register.apply(source, "w", records.subList(from, to));
      }
    }
  }

  private Sm3 state() {
    return register.get(StateDigest.class).read();
  }

  /** Who stands together, and what is in force of each; without the ids, which tell the order. */
  private List<String> conclusions() {
    return register.rows(
        """
        select p.standing || ' ' || string_agg(
                 concat_ws(' ', encode(r.key_hash, 'hex'), r.presence, v.changed_at,
                           encode(v.content_hash, 'hex')), ', ' order by r.key_hash)
        from person p join source_record r on r.person_id = p.id
        join source_record_version v on v.record_id = r.id and v.version = r.current_version
        group by p.id, p.standing order by 1\
        """,
        String.class);
  }

  private List<Long> tables() {
    return Stream.of(
            "source_record",
            "source_record_version",
            "person_version",
            "person_change",
            "decision",
            "link_event",
            "audit_entry")
        .map(register::count)
        .toList();
  }
}

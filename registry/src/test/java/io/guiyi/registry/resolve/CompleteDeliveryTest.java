package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.Conservation;
import io.guiyi.records.IntakePage;
import io.guiyi.records.SourceId;
import io.guiyi.records.person.Person;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Qualification;
import io.guiyi.registry.CompleteDelivery;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.DeliveryStanding;
import io.guiyi.registry.intake.KnownDelivery;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.person.Persons;
import io.guiyi.registry.status.StateDigest;
import io.guiyi.seal.Sm3;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A complete delivery")
class CompleteDeliveryTest {
  private static final SourceId POLICE = new SourceId("police");
  private static final Row WEI = Rows.police("P1", "张伟", LocalDate.of(1990, 3, 7), 21);
  private static final Row NA = Rows.police("P2", "李娜", LocalDate.of(1985, 6, 1), 22);
  private static final Row QIANG = Rows.police("P3", "王强", LocalDate.of(1979, 9, 30), 23);
  private static final Row MIN = Rows.police("P4", "刘敏", LocalDate.of(2001, 1, 15), 24);

  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
  }

  @Test
  @DisplayName("withdraws what it leaves out: a version is appended that states nothing")
  void withdraws() {
    Row stating = QIANG.stating(new Qualification("31", Period.UNKNOWN));
    delivery(1, WEI, NA, stating, MIN).arrive();
    PageOutcome end = delivery(2, WEI, NA, MIN).arrive();
    assertThat(end.counts()).isEqualTo(new Conservation(0, 0, 0, 1, 0, 0));
    assertThat(person(QIANG).standing()).isEqualTo(Person.Standing.CLOSED);
    assertThat(person(WEI).standing()).isEqualTo(Person.Standing.ACTIVE);
    assertThat(
            register.rows(
                "select concat_ws(' ', v.version, v.presence, v.position, (select count(*) from"
                    + " statement s where s.record_id = v.record_id and s.record_version ="
                    + " v.version)) from source_record_version v join source_record r on r.id ="
                    + " v.record_id where r.presence = 'WITHDRAWN' order by v.version",
                String.class))
        .containsExactly("1 PRESENT row P3 1", "2 WITHDRAWN absent from XJ_2_C.csv 0");
    assertThat(register.rows("select kind from person_change order by id", String.class))
        .hasSize(5);
    assertThat(only(2).standing()).isEqualTo(DeliveryStanding.DONE);
    assertThat(only(2).doneAt()).isEqualTo(RegisterFixture.BEGIN);
  }

  @Test
  @DisplayName(
      "does not withdraw what it confirms, though it is of the same moment as the one before")
  void sameMoment() {
    delivery(1, WEI, NA).arrive();
    CompleteDelivery again = delivery(1, WEI, NA, QIANG).numbered(2);
    assertThat(again.arrive().counts()).isEqualTo(Conservation.NONE);
    assertThat(counts()).isEqualTo(new Conservation(3, 0, 2, 0, 0, 0));
  }

  @Test
  @DisplayName("withdraws more than a page holds, page by page, each record once")
  void manyAbsent() {
    List<Row> all = new ArrayList<>();
    LocalDate birth = LocalDate.of(1960, 1, 1);
    for (int i = 0; i < IntakePage.MAX_ROWS + 20; i++) {
      String name = "" + (char) ('\u4e00' + i % 97) + (char) ('\u5100' + i) + (char) ('\u6200' + i);
      all.add(Rows.police("K" + i, name, birth.plusDays(i * 7L), i % 900 + 1));
    }
    CompleteDelivery.of(register, 1, all.toArray(Row[]::new)).paged(IntakePage.MAX_ROWS).arrive();
    CompleteDelivery few = delivery(2, all.subList(0, 10).toArray(Row[]::new));
    few.admit();
    register.get(Deliveries.class).release(only(2).number(), "tester", "the district was divided");
    assertThat(few.arrive().counts())
        .isEqualTo(new Conservation(0, 0, 0, IntakePage.MAX_ROWS + 10, 0, 0));
    assertThat(
            register.rows(
                "select count(*) from source_record where presence = 'PRESENT'", Long.class))
        .containsExactly(10L);
    assertThat(
            register.rows(
                "select count(distinct record_id) from source_record_version"
                    + " where absent_from is not null",
                Long.class))
        .containsExactly(IntakePage.MAX_ROWS + 10L);
    assertThat(
            register.rows(
                "select rows_read from pull_page where withdrawn > 0 order by id", Long.class))
        .containsExactly((long) IntakePage.MAX_ROWS, 10L);
    assertThat(register.count("person where standing = 'ACTIVE'")).isEqualTo(10);
  }

  @Test
  @DisplayName("keeps alone what another source stands by, and what is newer than it")
  void keepsOthers() {
    delivery(1, WEI, NA).arrive();
    register.apply("labour", "1", List.of(Rows.labour("L1", "陈静", LocalDate.EPOCH, 25).record()));
    register.apply("police", "delta", List.of(NA.phone("13900001111").day(9).record()));
    assertThat(delivery(2, WEI).arrive().counts()).isEqualTo(Conservation.NONE);
    assertThat(register.rows("select presence from source_record", String.class))
        .containsOnly("PRESENT");
  }

  @Test
  @DisplayName("takes back what it withdraws when a later one holds it again")
  void takesBack() {
    delivery(1, WEI, NA).arrive();
    delivery(2, WEI).arrive();
    delivery(3, WEI, NA).arrive();
    assertThat(person(NA).standing()).isEqualTo(Person.Standing.ACTIVE);
    assertThat(register.count("person")).isEqualTo(2);
  }

  @Test
  @DisplayName("read again from the start counts the same rows, and none of them is news")
  void readAgain() {
    List<CompleteDelivery> all =
        List.of(
            delivery(1, WEI, NA, QIANG, MIN),
            delivery(2, WEI, NA).withRefused("P9", "{\"x\":1}"),
            delivery(3, WEI, NA, MIN),
            delivery(4, WEI, MIN.phone("13900002222"), MIN));
    all.forEach(CompleteDelivery::arrive);
    Conservation first = counts();
    Sm3 state = state();
    all.forEach(CompleteDelivery::arrive);
    Conservation both = counts();
    assertThat(both.read()).isEqualTo(2 * first.read());
    assertThat(both)
        .returns(first.fresh(), Conservation::fresh)
        .returns(first.changed(), Conservation::changed)
        .returns(first.withdrawn(), Conservation::withdrawn)
        .returns(2 * first.quarantined(), Conservation::quarantined);
    assertThat(state()).isEqualTo(state);
    assertThat(first.withdrawn()).isEqualTo(3);
  }

  @Test
  @DisplayName("does not withdraw whose row it holds, though it could not be understood")
  void heldAside() {
    delivery(1, WEI, NA, QIANG, MIN).arrive();
    CompleteDelivery second = delivery(2, WEI, NA).withRefused("P3", "{\"x\":1}");
    assertThat(second.arrive().counts().withdrawn()).isEqualTo(1);
    assertThat(person(QIANG).standing()).isEqualTo(Person.Standing.ACTIVE);
    assertThat(person(MIN).standing()).isEqualTo(Person.Standing.CLOSED);
    assertThat(only(2).absencesKept()).isFalse();
  }

  @Test
  @DisplayName("withdraws nobody while the key of one of its rows cannot be read, and says so")
  void namelessAside() {
    delivery(1, WEI, NA, QIANG, MIN).arrive();
    delivery(2, WEI, NA).withRefused(null, "{\"x\":1}").arrive();
    assertThat(register.rows("select presence from source_record", String.class))
        .containsOnly("PRESENT");
    assertThat(only(2))
        .returns(true, KnownDelivery::absencesKept)
        .returns(DeliveryStanding.DONE, KnownDelivery::standing);
    assertThat(register.rows("select detail from audit_entry order by number desc", String.class))
        .first()
        .isEqualTo("{\"absencesKept\":true}");
    delivery(3, WEI, NA).arrive();
    assertThat(person(MIN).standing()).isEqualTo(Person.Standing.CLOSED);
  }

  @Test
  @DisplayName("goes on where a crash has stopped it in the middle of its absences")
  void restart() {
    delivery(1, WEI, NA, QIANG, MIN).arrive();
    CompleteDelivery second = delivery(2, WEI, NA);
    second.admit();
    long pull = register.get(Pulls.class).begin(POLICE);
    second.rowPages(pull);
    register.sql(
        """
        create function fault() returns trigger language plpgsql as $$
          begin if new.standing = 'DONE' then raise exception using errcode = '57P01'; end if;
          return new; end $$\
        """);
    register.sql(
        "create trigger fault before update on delivery execute function fault()"
            .replace("delivery execute", "delivery for each row execute"));
    try {
      assertThatThrownBy(() -> second.end(pull)).hasStackTraceContaining("57P01");
    } finally {
      register.sql("drop trigger fault on delivery");
      register.sql("drop function fault");
    }
    assertThat(person(MIN).standing()).isEqualTo(Person.Standing.CLOSED);
    assertThat(register.get(Pulls.class).watermark(POLICE).text()).isEqualTo("XJ_2_C.csv#0");
    register.restart();
    long next = register.get(Pulls.class).begin(POLICE);
    assertThat(second.end(next).counts()).isEqualTo(new Conservation(0, 0, 2, 0, 0, 0));
    assertThat(register.get(Pulls.class).watermark(POLICE).text()).isEqualTo("XJ_2_C.csv");
    assertThat(register.count("source_record_version where absent_from is not null")).isEqualTo(2);
  }

  @Test
  @DisplayName("counts the first row of a key; a later one with other content is held aside")
  void keyTwice() {
    Row twin = NA.phone("13900003333");
    CompleteDelivery first = delivery(1, WEI, NA, NA, twin, MIN, NA.called("李某"));
    first.arrive();
    assertThat(register.rows("select reason from quarantined", String.class))
        .containsExactly("KEY_TWICE", "KEY_TWICE");
    assertThat(counts()).isEqualTo(new Conservation(3, 0, 1, 0, 0, 2));
    register.restart();
    first.arrive();
    assertThat(counts()).isEqualTo(new Conservation(3, 0, 5, 0, 0, 4));
    assertThat(register.count("quarantined")).isEqualTo(2);
  }

  @Test
  @DisplayName("knows a key it gave twice also after the source has spoken since")
  void keyTwiceLater() {
    CompleteDelivery first = delivery(1, WEI, NA, NA.phone("13900003333"));
    first.arrive();
    register.apply("police", "delta", List.of(NA.phone("13900004444").day(5).record()));
    first.arrive();
    assertThat(counts()).isEqualTo(new Conservation(2, 1, 1, 0, 1, 2));
    assertThat(register.count("source_record_version")).isEqualTo(3);
  }

  @Test
  @DisplayName("sent again as the same version with other content is held aside row by row")
  void sentAgain() {
    delivery(1, WEI, NA).arrive();
    delivery(1, WEI, NA.phone("13900003333")).arrive();
    assertThat(register.rows("select reason from quarantined", String.class))
        .containsExactly("KEY_TWICE");
  }

  @Test
  @DisplayName("is applied only if it was admitted, and ends with a page without rows")
  void admittedFirst() {
    CompleteDelivery first = delivery(1, WEI);
    long pull = register.get(Pulls.class).begin(POLICE);
    assertThatThrownBy(() -> first.rowPages(pull)).hasStackTraceContaining("was not admitted");
    assertThatThrownBy(() -> first.end(pull)).hasStackTraceContaining("was not admitted");
    assertThat(register.count("quarantined")).isZero();
  }

  private CompleteDelivery delivery(int day, Row... rows) {
    return CompleteDelivery.of(register, day, rows);
  }

  private KnownDelivery only(int day) {
    return register.get(Deliveries.class).list(Long.MAX_VALUE, 10).stream()
        .filter(known -> known.name().equals("XJ_%d_C.csv".formatted(day)))
        .findFirst()
        .orElseThrow();
  }

  private Person person(Row row) {
    long number =
        register
            .rows(
                "select r.person_id from source_record r join source_record_version v"
                    + " on v.record_id = r.id where v.position = 'row %s'".formatted(row.key()),
                Long.class)
            .getFirst();
    return register.get(Persons.class).byNumber(new PersonRef(number)).orElseThrow();
  }

  private Conservation counts() {
    return register.get(Pulls.class).ofSource(POLICE);
  }

  private Sm3 state() {
    return register.get(StateDigest.class).read();
  }
}

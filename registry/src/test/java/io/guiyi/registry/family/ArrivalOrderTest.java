package io.guiyi.registry.family;

import static io.guiyi.records.identity.GuardianClaim.Relation.FATHER;
import static io.guiyi.records.identity.GuardianClaim.Relation.GRANDPARENT;
import static io.guiyi.records.identity.GuardianClaim.Relation.MOTHER;
import static io.guiyi.records.identity.GuardianClaim.Relation.SPOUSE;
import static io.guiyi.registry.Rows.relative;
import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Relations do not depend on the order in which rows arrive, nor on where pages are cut. */
class ArrivalOrderTest {
  private static final int ORDERS = 6;
  private static final String HOME = "13905741234";
  private static final String WORK = "13805749876";

  /** Rows of one city; of each key the versions in the order of their days. */
  private static List<Row> city() {
    Row lin = Rows.police("p1", "林大海", LocalDate.of(1985, 4, 12), 31).phone(HOME);
    Row wang = Rows.police("p2", "王秀英", LocalDate.of(1987, 9, 3), 42).phone(HOME);
    Row chen = Rows.labour("l1", "陈德富", LocalDate.of(1980, 2, 20), 17).phone(WORK);
    Row namesake = Rows.labour("l2", "陈德富", LocalDate.of(1991, 11, 5), 19).phone(WORK);
    Row grandmother = Rows.police("p3", "周桂花", LocalDate.of(1956, 1, 30), 28);
    GuardianClaim byNumber = relative(FATHER, "林大海", number(lin), null);
    GuardianClaim byPhone = relative(FATHER, "林大海", null, HOME);
    GuardianClaim mother = relative(MOTHER, "王秀英", number(wang), HOME);
    GuardianClaim chenByPhone = relative(FATHER, "陈德富", null, WORK);
    GuardianClaim spouse = relative(SPOUSE, "王秀英", number(wang), null);
    GuardianClaim elder = relative(GRANDPARENT, "周桂花", number(grandmother), null);
    LocalDate born = LocalDate.of(2015, 6, 1);
    Row first = Rows.education("e1", "林小禾", born, 51);
    Row twin = Rows.education("e2", "林小苗", born, 53);
    Row other = Rows.education("e3", "陈小雨", born.plusDays(40), 62);
    return List.of(
        lin.naming(spouse),
        lin.naming(spouse).phone(WORK).day(3),
        wang,
        wang.withdrawn().day(2),
        wang.day(4),
        Rows.labour("l3", "王秀英", LocalDate.of(1987, 9, 3), 42),
        chen,
        namesake,
        namesake.withdrawn().day(5),
        grandmother,
        first.naming(byNumber, mother),
        Rows.health("h1", "林小禾", born, 51).naming(mother, byPhone),
        twin.naming(byPhone, elder),
        twin.naming(byNumber, mother).day(6),
        other.naming(chenByPhone, elder),
        Rows.health("h2", "陈小雨", born.plusDays(40), 62).naming(elder));
  }

  private static String number(Row row) {
    return row.who().documents().getFirst().written();
  }

  @Test
  @DisplayName("Rows in any order and any pages give the same relations")
  void anyOrder() {
    SortedSet<String> expected = ties(city(), new Random(0), 1);
    assertThat(expected)
        .contains(
            "林小禾 GUARDIAN FATHER 林大海 [education]",
            "林小禾 GUARDIAN MOTHER 王秀英 [education, health]",
            "王秀英 SPOUSE SPOUSE 林大海 [police]",
            "陈小雨 GUARDIAN FATHER 陈德富 [education]",
            "周桂花 CHILD GRANDPARENT 陈小雨 [education, health]");
    for (int i = 0; i < ORDERS; i++) {
      long seed = 1_000 + i;
      Random random = new Random(seed);
      List<Row> rows = shuffled(random);
      assertThat(ties(rows, random, 5)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /** Versions of one row keep their order: older ones would be stale. */
  private static List<Row> shuffled(Random random) {
    List<Row> places = new ArrayList<>(city());
    Collections.shuffle(places, random);
    Map<String, List<Row>> versions = new HashMap<>();
    city().forEach(row -> versions.computeIfAbsent(key(row), _ -> new ArrayList<>()).add(row));
    return places.stream().map(row -> versions.get(key(row)).removeFirst()).toList();
  }

  private static String key(Row row) {
    return row.source() + " " + row.key();
  }

  private static SortedSet<String> ties(List<Row> rows, Random random, int longest) {
    RegisterFixture register = RegisterFixture.emptied();
    TestFamilies families = new TestFamilies(register);
    List<Row> left = new ArrayList<>(rows);
    while (!left.isEmpty()) {
      int size = Math.min(left.size(), 1 + random.nextInt(longest));
      Map<String, List<Row>> pages =
          left.subList(0, size).stream().collect(Collectors.groupingBy(Row::source));
      pages.values().forEach(page -> families.apply(page.toArray(Row[]::new)));
      left.subList(0, size).clear();
    }
    return families.ties();
  }
}

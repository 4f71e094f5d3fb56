package io.guiyi.lab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.demo.Demo;
import io.guiyi.lab.demo.DemoResult;
import io.guiyi.lab.population.Canary;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.records.Conservation;
import io.guiyi.records.Parsed;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.person.Persons;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.seal.HashChain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A city that is read, read again, and read by another hub")
class RepeatedDemoTest {
  private static final PopulationSettings PEOPLE = new PopulationSettings(400, 7, 1);

  private static final String TABLES =
      """
      select quote_ident(table_name) from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
      """;

  @TempDir private static Path folder;

  private static Path data;
  private static Canary canary;
  private static DemoResult first;
  private static DemoResult second;
  private static DemoResult elsewhere;
  private static boolean canaryIsHeld;
  private static HashChain.Verdict audit;
  private static Set<String> tracesInTables;
  private static long tablesSearched;

  @BeforeAll
  static void play() throws Exception {
    data = folder.resolve("data");
    first = play(data, _ -> {});
    second = play(data, RepeatedDemoTest::lookInside);
    elsewhere = play(folder.resolve("elsewhere"), _ -> {});
  }

  private static DemoResult play(Path data, Consumer<Demo> look) throws InterruptedException {
    try (Demo demo =
        Demo.start(PEOPLE, Stage.settings(data), Duration.ZERO, Stage.CLOCK, Stage.silence())) {
      DemoResult result = demo.readEverythingOnce();
      look.accept(demo);
      return result;
    }
  }

  private static void lookInside(Demo demo) {
    Hub hub = demo.hub();
    canary = demo.city().population().canary();
    canaryIsHeld =
        IdNumber.parse(canary.idNumber()) instanceof Parsed.Ok<IdNumber>(IdNumber number)
            && hub.bean(Persons.class).byIdNumber(number).size() == 1;
    audit = hub.bean(AuditLog.class).verify();
    tracesInTables = new TreeSet<>();
    List<String> tables = strings(hub, TABLES);
    tables.forEach(table -> searchTable(hub, table));
    tablesSearched = tables.size();
  }

  /** Long values are compressed on disk, where a search for bytes would pass them over. */
  private static void searchTable(Hub hub, String table) {
    Traces traces = Traces.of(canary);
    strings(hub, "select t::text from " + table + " t")
        .forEach(row ->
            traces
                .inText(
                    new String(row.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .forEach(what -> tracesInTables.add(table + ": " + what)));
  }

  private static List<String> strings(Hub hub, String query) {
    return hub.bean(Transactions.class)
        .inTransaction(session -> session.createNativeQuery(query, String.class).getResultList());
  }

  @Test
  @DisplayName("the first run keeps every bound of the demo")
  void firstRunKeepsItsBounds() {
    assertThat(first.brokenBounds()).isEmpty();
    assertThat(first.counts().fresh()).isGreaterThan(PEOPLE.people());
    assertThat(first.persons()).isBetween(PEOPLE.people() * 8L / 10, PEOPLE.people() * 11L / 10);
    assertThat(first.feedEntries()).isGreaterThan(first.persons());
    assertThat(first.delivered()).isEqualTo(first.feedEntries());
  }

  @Test
  @DisplayName("read = new + changed + unchanged + withdrawn + stale + quarantined")
  void rowsAreConserved() {
    Conservation counts = first.counts();
    assertThat(first.figures().get("records_read"))
        .isEqualTo(
            counts.fresh()
                + counts.changed()
                + counts.unchanged()
                + counts.withdrawn()
                + counts.stale()
                + counts.quarantined());
  }

  @Test
  @DisplayName("the second run reads every row again and changes nothing")
  void secondRunChangesNothing() {
    Conservation again = second.counts();
    assertThat(again.read()).isEqualTo(first.counts().read());
    assertThat(again.fresh()).isZero();
    assertThat(again.changed()).isZero();
    assertThat(again.withdrawn()).isZero();
    assertThat(again.quarantined()).isEqualTo(first.counts().quarantined());
    assertThat(second.feedEntries()).isZero();
    assertThat(second.delivered()).isZero();
    assertThat(second.deliveredTwice()).isZero();
    assertThat(second.persons()).isEqualTo(first.persons());
    assertThat(second.stateDigest()).isEqualTo(first.stateDigest());
    assertThat(second.brokenBounds()).isEmpty();
  }

  @Test
  @DisplayName("another hub concludes the same from the same city")
  void anotherHubConcludesTheSame() {
    assertThat(elsewhere.counts()).isEqualTo(first.counts());
    assertThat(elsewhere.persons()).isEqualTo(first.persons());
    assertThat(elsewhere.reviewCases()).isEqualTo(first.reviewCases());
    assertThat(elsewhere.feedEntries()).isEqualTo(first.feedEntries());
    assertThat(elsewhere.quality()).usingRecursiveComparison().isEqualTo(first.quality());
  }

  @Test
  @DisplayName("the audit chain of both runs is whole")
  void auditChainIsWhole() {
    assertThat(audit).isInstanceOf(HashChain.Intact.class);
  }

  @Test
  @DisplayName("nothing below the data folder holds a person in clear")
  void nobodyStandsInClear() throws Exception {
    assertThat(canaryIsHeld).as("the marked person is in the register").isTrue();
    assertThat(tablesSearched).isGreaterThan(20);
    assertThat(tracesInTables).isEmpty();
    assertThat(data.resolve("departments")).doesNotExist();
    // Planted, so that a search that finds nothing else is known to look.
    Path planted = data.resolve("postgres").resolve("planted");
    Files.writeString(planted, "…" + canary.name() + canary.phone() + canary.idNumber());
    assertThat(Traces.of(canary).below(data))
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(trace -> trace.startsWith("postgres/planted: "));
    Files.delete(planted);
  }
}

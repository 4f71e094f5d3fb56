package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.Decision;
import io.guiyi.matching.Matcher;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PersonName;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.decision.DecisionRecord;
import io.guiyi.registry.decision.Decisions;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.store.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register is the truth, the index a view of it. */
class IndexKeeperTest {
  private static final LocalDate BIRTH = LocalDate.of(1985, 6, 1);

  @TempDir Path elsewhere;
  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
  }

  @Test
  @DisplayName("after a restart the index is in step and the next rows are decided as before")
  void restart() {
    register.apply("police", "1", police(6));
    List<Decision> without = decideLabour();
    register = RegisterFixture.emptied();
    register.apply("police", "1", police(6));
    register.restart();
    keeper().bringInStep(IndexProgress.NONE);
    assertThat(keeper().isInStep()).isTrue();
    assertThat(matcher().memberCount()).isEqualTo(6);
    assertThat(decideLabour()).isEqualTo(without);
  }

  @Test
  @DisplayName("an index that is gone is rebuilt, visibly, and decides the same")
  void rebuilt() {
    register.apply("police", "1", police(6));
    register.restart(() -> delete(index()));
    List<IndexProgress.Step> steps = new ArrayList<>();
    register.get(Resolver.class).start((step, _) -> steps.add(step));
    assertThat(steps).contains(IndexProgress.Step.REBUILD);
    assertThat(decideLabour()).allMatch(Decision.LinkTo.class::isInstance);
  }

  @Test
  @DisplayName("an index that was left behind a commit catches up with the tail")
  void catchesUp() {
    register.apply("police", "1", police(3));
    register.restart(() -> copy(index(), elsewhere));
    register.apply("police", "2", police(6));
    register.restart(() -> {
      delete(index());
      copy(elsewhere, index());
    });
    List<IndexProgress.Step> steps = new ArrayList<>();
    register.get(Resolver.class).start((step, _) -> steps.add(step));
    assertThat(steps)
        .contains(IndexProgress.Step.CATCH_UP)
        .doesNotContain(IndexProgress.Step.REBUILD);
    assertThat(keeper().isInStep()).isTrue();
    assertThat(decideLabour()).allMatch(Decision.LinkTo.class::isInstance);
  }

  @Test
  @DisplayName("an index that catches up knows to whom a number fell that another gave back")
  void numberGivenBack() {
    IdentityClaim borrower =
        IdentityClaim.named(new PersonName("吴建国"))
            .withDocuments(
                List.of(new IdDocument(DocumentType.RESIDENT_ID, Rows.number(BIRTH, 105))));
    Row owner = Rows.police("P0", "陈志强", BIRTH, 105);
    Row lent = Rows.labour("L0", "吴建国", BIRTH, 105).who(borrower);
    register.apply("police", "1", List.of(owner.record()));
    register.apply("labour", "1", List.of(lent.record()));
    register.apply("police", "2", List.of(Rows.police("P1", "李桂芳", birth(1), 106).record()));
    register.restart(() -> copy(index(), elsewhere));
    Row corrected = owner.numbered(Rows.number(BIRTH, 107)).day(1);
    register.apply("police", "3", List.of(corrected.record()));
    register.restart(() -> {
      delete(index());
      copy(elsewhere, index());
    });
    List<IndexProgress.Step> steps = new ArrayList<>();
    register.get(Resolver.class).start((step, _) -> steps.add(step));
    assertThat(steps).doesNotContain(IndexProgress.Step.REBUILD);
    assertThat(register.get(Resolver.class).dryRun(borrower)).isInstanceOf(Decision.LinkTo.class);
  }

  @Test
  @DisplayName("an index that is ahead of a register restored from a backup is rebuilt")
  void ahead() {
    register.apply("police", "1", police(3));
    RegisterFixture.emptied();
    register.apply("police", "1", police(1));
    register.sql("delete from person_change");
    register.get(Resolver.class).start(IndexProgress.NONE);
    assertThat(matcher().lastChange()).isZero();
    assertThat(keeper().isInStep()).isTrue();
  }

  @Test
  @DisplayName("a hub that leads again takes in what another moved without changing a person")
  void leadsAgain() {
    register.apply("police", "1", police(3));
    register.apply("labour", "1", List.of(Rows.labour("L0", "陈志强", birth(0), 105).record()));
    List<Long> records =
        register.rows("select id from source_record where source = 'labour'", Long.class);
    long lastChange = matcher().lastChange();
    // As if another hub had linked the record: this one does not know it, and no change tells.
    matcher().forget(new RecordRef(records.getFirst()));
    matcher().settle(lastChange);
    assertThat(matcher().memberCount()).isEqualTo(3);
    Leadership leadership = register.get(Leadership.class);
    leadership.release();
    assertThat(leadership.lead()).isTrue();
    register.apply("police", "2", police(3));
    assertThat(matcher().memberCount()).isEqualTo(4);
    assertThat(keeper().isInStep()).isTrue();
  }

  private List<Decision> decideLabour() {
    List<CanonicalRecord> rows =
        IntStream.range(0, 6)
            .mapToObj(i -> row(i, Rows.labour("L" + i, "陈志强", birth(i), 105)).record())
            .toList();
    register.apply("labour", "1", rows);
    List<Long> records =
        register.rows(
            "select id from source_record where source = 'labour' order by id", Long.class);
    return register
        .get(Transactions.class)
        .inTransaction(session ->
            records.stream()
                .flatMap(
                    id -> register.get(Decisions.class).about(session, new RecordRef(id)).stream())
                .map(DecisionRecord::decision)
                .toList());
  }

  private static List<CanonicalRecord> police(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> row(i, Rows.police("P" + i, "陈志强", birth(i), 105)).record())
        .toList();
  }

  private static Row row(int i, Row row) {
    return row.phone("1390000%04d".formatted(i));
  }

  private static LocalDate birth(int i) {
    return BIRTH.plusDays(431L * i);
  }

  private IndexKeeper keeper() {
    return register.get(IndexKeeper.class);
  }

  private Matcher matcher() {
    return register.get(Matcher.class);
  }

  private Path index() {
    return register.data().resolve("index");
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

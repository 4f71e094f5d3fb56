package io.guiyi.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.delivery.DeliverySettings;
import io.guiyi.connectors.education.EducationSettings;
import io.guiyi.connectors.education.EducationSource;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.feeds.DeliveryFile;
import io.guiyi.lab.population.feeds.EducationColumn;
import io.guiyi.lab.population.feeds.EducationFeed;
import io.guiyi.lab.population.feeds.EducationRow;
import io.guiyi.lab.population.feeds.Fields;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The school roll, over a real SFTP server")
@Timeout(120)
class EducationJourneyTest {
  private static final DeliveryFile TERM = file(1, true);
  private static final DeliveryFile CHANGES = file(2, false);
  private static final DeliveryFile NEXT_TERM = file(3, true);

  @TempDir Path root;
  private EducationDepartment department;
  private final CamelContext camel = new DefaultCamelContext();
  private EducationSource source;
  private Watermark stored = Watermark.START;
  private final List<Delivered> read = new ArrayList<>();
  private final List<SourcePage> pages = new ArrayList<>();

  @BeforeEach
  void open() {
    department = EducationDepartment.start(root);
    camel.start();
    source = source();
  }

  @AfterEach
  void close() {
    source.close();
    camel.stop();
    department.close();
  }

  private static DeliveryFile file(int number, boolean complete) {
    return EducationFeed.file(number, complete, LocalDate.of(2026, 3, number));
  }

  private EducationSource source() {
    SftpSettings sftp = department.settings();
    return EducationSource.create(
        camel,
        new EducationSettings(
            new SourceId("education"),
            new SftpSettings(
                sftp.host(),
                sftp.port(),
                sftp.user(),
                sftp.privateKey(),
                sftp.hostKey(),
                sftp.folder(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2)),
            new DeliverySettings(true, Duration.ZERO, true, 0.2, 2, TableLimits.defaults()),
            new RetrySettings(2, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ZERO),
            BreakerSettings.defaults()),
        Clock.systemUTC());
  }

  private static EducationRow row(int pupil, String operation) {
    Fields.Draft<EducationColumn> draft = Fields.draft(EducationColumn.class);
    draft
        .set(EducationColumn.XJH, "J330282201506120%03d".formatted(pupil))
        .set(EducationColumn.XXBSM, "2133004567")
        .set(EducationColumn.XXMC, "慈溪测试小学")
        .set(EducationColumn.XXXZ, "1")
        .set(EducationColumn.XD, "2")
        .set(EducationColumn.NJ, "3")
        .set(EducationColumn.XM, "测试生" + "甲乙丙丁戊己庚辛壬癸".charAt(pupil % 10))
        .set(EducationColumn.XBM, "1")
        .set(EducationColumn.RXNY, "202309")
        .set(EducationColumn.XJZT, "1")
        .set(EducationColumn.CZ, operation);
    return new EducationRow(0, draft.done(), null, false);
  }

  private static List<EducationRow> pupils(int... numbers) {
    List<EducationRow> rows = new ArrayList<>();
    for (int number : numbers) {
      rows.add(row(number, "1"));
    }
    return rows;
  }

  /** Pulls until nothing more comes, or so many pages; stores each page's watermark. */
  private void pull(int most) throws SourceUnavailable {
    Pull pull = source.pull(stored);
    for (int i = 0; i < most; i++) {
      Optional<SourcePage> page = pull.nextPage();
      if (page.isEmpty()) {
        return;
      }
      pages.add(page.get());
      read.addAll(page.get().rows());
      stored = page.get().after();
    }
  }

  private void pull() throws SourceUnavailable {
    pull(Integer.MAX_VALUE);
  }

  private void pullFails(Kind kind) {
    assertThatThrownBy(this::pull)
        .isInstanceOfSatisfying(
            SourceUnavailable.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }

  private List<String> shown() {
    return read.stream()
        .map(row ->
            switch (understood(row)) {
              case CanonicalRecord record ->
                  record.key().key().substring(16) + (record.origin().isWithdrawn() ? " gone" : "");
              case Quarantined refused -> refused.reason().name();
            })
        .toList();
  }

  private Canonicalized understood(Delivered row) {
    return switch (row) {
      case SourceRecord record -> source.canonicalize(record);
      case Quarantined refused -> refused;
    };
  }

  @Test
  @DisplayName("comes complete each term with changes between")
  void terms() throws Exception {
    department.deliver(TERM, pupils(1, 2, 3));
    department.deliver(CHANGES, List.of(row(1, "2"), row(4, "1"), row(2, "3")));
    department.deliver(NEXT_TERM, pupils(1, 4));
    pull();
    assertThat(shown())
        .containsExactly("001", "002", "003", "001", "004", "002 gone", "001", "004");
    assertThat(pages.stream().map(SourcePage::part).filter(part -> part.last()))
        .extracting(part -> part.delivery().name())
        .containsExactly(TERM.name(), CHANGES.name(), NEXT_TERM.name());
    int before = read.size();
    pull();
    assertThat(read).hasSize(before);
    assertThat(source.health().isWell()).isTrue();
  }

  @Test
  @DisplayName("puts bad rows aside under their keys, with their bytes, and reads the others")
  void badRows() throws Exception {
    EducationRow spoilt = new EducationRow(0, row(2, "1").fields(), null, true);
    EducationRow total = new EducationRow(0, row(3, "1").fields(), "合计,以上学生名单\r\n", false);
    EducationRow shortRow =
        new EducationRow(0, row(4, "1").fields(), row(4, "1").key() + ",2133,慈溪\r\n", false);
    department.deliver(
        TERM,
        List.of(
            row(1, "1"),
            spoilt,
            total,
            shortRow,
            row(5, "9"),
            row(6, "1").with(EducationColumn.XM, null),
            row(7, "1")));
    pull();
    assertThat(shown())
        .containsExactly(
            "001", "ENCODING", "MALFORMED", "MALFORMED", "CODE_UNKNOWN", "FIELD_MISSING", "007");
    List<Quarantined> aside =
        read.stream()
            .map(this::understood)
            .filter(Quarantined.class::isInstance)
            .map(Quarantined.class::cast)
            .toList();
    assertThat(aside)
        .extracting(refused -> refused.key() == null ? "" : refused.key().key().substring(16))
        .containsExactly("002", "", "004", "005", "006");
    assertThat(aside.getFirst().position().text()).matches("XJ_20260301_001_C\\.csv byte \\d+");
    for (Quarantined refused : aside) {
      Canonicalized again = understood(source.reread(refused.position(), refused.payload()));
      assertThat(again).isEqualTo(refused);
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(SpoiltDelivery.class)
  @DisplayName("is read not at all while it is not whole, and whole when it is")
  void spoilt(SpoiltDelivery how) throws Exception {
    department.deliver(TERM, pupils(1, 2));
    department.deliver(CHANGES, pupils(3, 4), how);
    department.deliver(file(3, false), pupils(5));
    pullFails(Kind.DELIVERY_DAMAGED);
    assertThat(shown()).containsExactly("001", "002");
    assertThat(source.health().isWell()).isFalse();
    department.deliver(CHANGES, pupils(3, 4));
    pull();
    assertThat(shown()).containsExactly("001", "002", "003", "004", "005");
  }

  @ParameterizedTest(name = "after {0} pages")
  @CsvSource({"0", "1", "2", "3", "4", "5", "6"})
  @DisplayName("goes on after a restart where the last page was stored")
  void restarts(int stopAfter) throws Exception {
    department.deliver(TERM, pupils(1, 2, 3));
    department.deliver(CHANGES, pupils(4, 5, 6));
    pull(stopAfter);
    source.close();
    source = source();
    pull();
    assertThat(shown()).containsExactly("001", "002", "003", "004", "005", "006");
    assertThat(pages).hasSize(5);
  }

  @Test
  @DisplayName("survives a slow, a broken and a moving file, and gives up a hanging one")
  void troubles() throws Exception {
    department.deliver(TERM, pupils(1));
    department.misbehave(new EducationTrouble.SlowRead(Duration.ofMillis(300)));
    pull();
    department.deliver(CHANGES, pupils(2));
    department.misbehave(new EducationTrouble.ConnectionReset());
    pull();
    department.deliver(NEXT_TERM, pupils(1, 2, 3));
    department.misbehave(new EducationTrouble.RenamedDuringRead());
    pull();
    assertThat(shown()).containsExactly("001", "002", "001", "002", "003");
    department.deliver(file(4, false), pupils(4));
    department.misbehave(new EducationTrouble.Hanging());
    department.misbehave(new EducationTrouble.Hanging());
    pullFails(Kind.TIMEOUT);
    assertThat(read).hasSize(5);
    pull();
    assertThat(read).hasSize(6);
    assertThat(department.troublesMade()).isEqualTo(5);
  }

  @Test
  @DisplayName("never opens a file of a hostile name")
  void hostileNames() throws Exception {
    int hostile = department.putHostileNames(row(9, "1"));
    assertThat(hostile).isGreaterThan(5);
    department.deliver(TERM, pupils(1));
    pull();
    assertThat(shown()).containsExactly("001");
    assertThat(department.filesRead()).isEqualTo(1);
  }

  @Test
  @DisplayName("does not take the same name with new content for a delivery")
  void sameName() throws Exception {
    department.deliver(TERM, pupils(1, 2));
    pull();
    department.deliver(TERM, pupils(1, 2, 3));
    department.deliver(CHANGES, pupils(4));
    pullFails(Kind.DELIVERY_DAMAGED);
    assertThat(shown()).containsExactly("001", "002", "004");
    assertThat(source.health().lastFailure())
        .extracting(failure -> failure.sentence())
        .asString()
        .contains(TERM.name(), "other content");
  }

  @Test
  @DisplayName("goes on with the next term where a delivery was lost")
  void lostDelivery() throws Exception {
    department.deliver(TERM, pupils(1));
    pull();
    department.deliver(NEXT_TERM, pupils(1, 2));
    pull();
    assertThat(shown()).containsExactly("001", "001", "002");
    department.deliver(file(5, false), pupils(3));
    pullFails(Kind.DELIVERY_DAMAGED);
    assertThat(shown()).hasSize(3);
  }

  @Test
  @DisplayName("of a whole city comes with every row, twice over the same")
  void city() throws Exception {
    Population population = Population.generate(new PopulationSettings(3_000, 7, 1));
    department.load(population);
    pull();
    List<Delivered> first = List.copyOf(read);
    assertThat(first).hasSize((int) department.rowsDelivered()).hasSizeGreaterThan(300);
    read.clear();
    stored = Watermark.START;
    pull();
    assertThat(read).isEqualTo(first);
    assertThat(understoodShare(first)).isGreaterThan(0.97);
  }

  private double understoodShare(List<Delivered> rows) {
    long understood =
        rows.stream().map(this::understood).filter(CanonicalRecord.class::isInstance).count();
    return (double) understood / rows.size();
  }

  @Test
  @DisplayName("is not fetched with a key that the department does not know")
  void otherKey() {
    EducationDepartment other = EducationDepartment.start(root.resolve("other"));
    try {
      SftpSettings ours = department.settings();
      SftpSettings theirs = other.settings();
      SftpSettings mixed =
          SftpSettings.of(
              ours.host(),
              ours.port(),
              ours.user(),
              theirs.privateKey(),
              ours.hostKey(),
              ours.folder());
      source.close();
      source = EducationSource.create(camel, EducationSettings.of(mixed), Clock.systemUTC());
      pullFails(Kind.UNAUTHORIZED);
    } finally {
      other.close();
    }
  }
}

package io.guiyi.lab.drill;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.delivery.DeliverySettings;
import io.guiyi.connectors.education.EducationSettings;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.lab.departments.EducationDepartment;
import io.guiyi.lab.departments.EducationTrouble;
import io.guiyi.lab.departments.SpoiltDelivery;
import io.guiyi.lab.population.feeds.DeliveryFile;
import io.guiyi.lab.population.feeds.EducationColumn;
import io.guiyi.lab.population.feeds.EducationFeed;
import io.guiyi.lab.population.feeds.EducationRow;
import io.guiyi.lab.population.feeds.Fields;
import io.guiyi.records.SourceId;
import io.guiyi.routes.Hub;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Files that are not what they should be (R12), over a real SFTP server: half written, without
 * marker, of another digest or count, replaced, out of order, renamed or cut off while they are
 * read. Nothing of such a file may get in, and everything once it is whole.
 */
final class FilesDrill implements Drill {
  private static final SourceId EDUCATION = new SourceId("education");
  private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);
  private static final int ROWS = 5;
  private static final int TRIES_MOST = 4;
  private static final String DAMAGED = "DELIVERY_DAMAGED";

  /** What happens to a delivery. */
  private enum Strike {
    HALF_WRITTEN,
    MARKER_FIRST,
    WRONG_DIGEST,
    WRONG_COUNT,
    UNMARKED,
    OUT_OF_ORDER,
    RENAMED_DURING_READ,
    BROKEN_OFF,
    SLOW,
    DELIVERED_TWICE,
    REPLACED_AFTERWARDS,
    HOSTILE_NAMES
  }

  @Override
  public String name() {
    return "files";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Files half written, without marker, of another digest or count, replaced, out of order,",
        "renamed or cut off while they are read: nothing of them gets in until they are whole,",
        "then everything does, once.",
        "文件半写、缺标记、摘要或行数不符、被替换、乱序、读取中改名或断线：未完整前一行不收，完整后全部入库一次。");
  }

  @Override
  public Size size() {
    return new Size("strikes", Strike.values().length, 10 * Strike.values().length, 480);
  }

  @Override
  public DrillReport hold(DrillOrders orders) throws IOException {
    DrillFolder folder = DrillFolder.emptied(orders.folder(this));
    folder.configure(List.of(), 1);
    try (EducationDepartment school =
            EducationDepartment.start(folder.root().resolve("education"));
        Hub hub =
            Hub.start(
                HubConfig.read(folder.config(), folder.data())
                    .withSources(List.of(source(school))))) {
      Course course = new Course(school, new HubCounts(hub));
      course.deliverNext();
      course.pullsWhole();
      for (int i = 0; i < orders.size(); i++) {
        course.strike(Strike.values()[i % Strike.values().length]);
        int done = i + 1;
        orders.progress().count(() -> "%d of %d strikes".formatted(done, orders.size()));
      }
      return course.report(orders.size());
    }
  }

  private static SourceEntry source(EducationDepartment school) {
    SftpSettings sftp = school.settings();
    return new SourceEntry(
        true,
        Duration.ZERO,
        new SourceEntry.Education(
            new EducationSettings(
                EDUCATION,
                new SftpSettings(
                    sftp.host(),
                    sftp.port(),
                    sftp.user(),
                    sftp.privateKey(),
                    sftp.hostKey(),
                    sftp.folder(),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(4)),
                new DeliverySettings(true, Duration.ZERO, true, 0.2, 2, TableLimits.defaults()),
                new RetrySettings(2, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ZERO),
                new BreakerSettings(1_000, 1_000, 100, Duration.ofMillis(10), 1))));
  }

  /** The deliveries one after another, and how many rows of them must be held. */
  private static final class Course {
    private final EducationDepartment school;
    private final HubCounts hub;
    private int number;
    private long due;
    private long partial;
    private long missing;
    private long unnoticed;
    private long hostile;

    Course(EducationDepartment school, HubCounts hub) {
      this.school = school;
      this.hub = hub;
    }

    void strike(Strike strike) {
      switch (strike) {
        case HALF_WRITTEN -> spoil(SpoiltDelivery.HALF_WRITTEN);
        case MARKER_FIRST -> spoil(SpoiltDelivery.MARKER_FIRST);
        case WRONG_DIGEST -> spoil(SpoiltDelivery.WRONG_DIGEST);
        case WRONG_COUNT -> spoil(SpoiltDelivery.WRONG_COUNT);
        case UNMARKED -> spoil(SpoiltDelivery.UNMARKED);
        case OUT_OF_ORDER -> {
          number++;
          deliverNext();
          pullsNothing();
          school.deliver(file(number - 1), rows(number - 1));
          due += ROWS;
          pullsWhole();
        }
        case RENAMED_DURING_READ -> trouble(new EducationTrouble.RenamedDuringRead());
        case BROKEN_OFF -> trouble(new EducationTrouble.ConnectionReset());
        case SLOW -> trouble(new EducationTrouble.SlowRead(Duration.ofMillis(200)));
        case DELIVERED_TWICE -> {
          school.deliver(file(number), rows(number));
          pullsWhole();
        }
        case REPLACED_AFTERWARDS -> {
          List<EducationRow> others = new ArrayList<>(rows(number + 900));
          others.add(rows(number).getFirst());
          school.deliver(file(number), others);
          pullsNothing();
          school.deliver(file(number), rows(number));
          pullsWhole();
        }
        case HOSTILE_NAMES -> {
          hostile += school.putHostileNames(rows(999).getFirst());
          pullsWhole();
        }
      }
    }

    /** The next delivery is spoilt and one stands behind it; then it is put right. */
    private void spoil(SpoiltDelivery how) {
      number++;
      int spoilt = number;
      school.deliver(file(spoilt), rows(spoilt), how);
      deliverNext();
      pullsNothing();
      school.deliver(file(spoilt), rows(spoilt));
      due += ROWS;
      pullsWhole();
    }

    private void trouble(EducationTrouble trouble) {
      school.misbehave(trouble);
      deliverNext();
      pullsWhole();
    }

    void deliverNext() {
      number++;
      school.deliver(file(number), rows(number));
      due += ROWS;
    }

    /** Nothing of what has just come may get in, and it must be said. */
    private void pullsNothing() {
      long before = hub.number(HubCounts.RECORDS);
      String outcome = hub.pull(EDUCATION.name());
      unnoticed += outcome.equals(DAMAGED) ? 0 : 1;
      partial += hub.number(HubCounts.RECORDS) - before;
    }

    /** Everything must get in, at the latest when the trouble has passed. */
    void pullsWhole() {
      for (int i = 0; i < TRIES_MOST; i++) {
        if (hub.pull(EDUCATION.name()).equals("COMPLETE")) {
          break;
        }
      }
      missing += Math.abs(due - hub.number(HubCounts.RECORDS));
    }

    DrillReport report(int strikes) {
      return new DrillReport.Sheet()
          .figure("strikes", strikes)
          .figure("deliveries", number)
          .figure("hostile_names", hostile)
          .exactly("records", due, hub.number(HubCounts.RECORDS))
          .exactly("rows_of_damaged_files", 0, partial)
          .exactly("rows_missing_once_whole", 0, missing)
          .exactly("damages_not_told", 0, unnoticed)
          .exactly("rows_twice_news", 0, hub.number(HubCounts.MOVED) - due)
          .exactly("held_aside", 0, hub.number(HubCounts.OPEN))
          .exactly("rows_lost", 0, hub.number(HubCounts.READ) - hub.number(HubCounts.ACCOUNTED_FOR))
          .done();
    }
  }

  private static DeliveryFile file(int number) {
    return EducationFeed.file(number, number == 1, BEGIN.plusDays(number));
  }

  /** Pupils whom only this delivery names. */
  private static List<EducationRow> rows(int delivery) {
    return IntStream.range(0, ROWS).mapToObj(i -> row(delivery, i)).toList();
  }

  private static EducationRow row(int delivery, int place) {
    Fields.Draft<EducationColumn> draft =
        Fields.draft(EducationColumn.class)
            .set(EducationColumn.XJH, "J33028220150612%05d".formatted(delivery * ROWS + place))
            .set(EducationColumn.XXBSM, "2133004567")
            .set(EducationColumn.XXMC, "慈溪演练小学")
            .set(EducationColumn.XXXZ, "1")
            .set(EducationColumn.XD, "2")
            .set(EducationColumn.XM, "演练生")
            .set(EducationColumn.RXNY, "202309")
            .set(EducationColumn.XJZT, "1")
            .set(EducationColumn.CZ, "1");
    return new EducationRow(delivery, draft.done(), null, false);
  }
}

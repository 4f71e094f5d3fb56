package io.guiyi.lab.drill;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.lab.departments.PoliceAccount;
import io.guiyi.lab.departments.PoliceDepartment;
import io.guiyi.lab.drill.malformed.MalformedRow;
import io.guiyi.lab.drill.malformed.Mutation;
import io.guiyi.lab.drill.malformed.Outcome;
import io.guiyi.lab.drill.malformed.Trial;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.Fields;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.PoliceField;
import io.guiyi.lab.population.feeds.PoliceRow;
import io.guiyi.lab.population.feeds.Truth;
import io.guiyi.records.QuarantineReason;
import io.guiyi.routes.Hub;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rows malformed in every way (R14): each field of the six sources' rows spoilt in every way of its
 * kind, read by the connectors; then those of the police through a whole hub, among good rows.
 */
final class MalformedDrill implements Drill {
  private static final PoliceAccount ACCOUNT =
      new PoliceAccount("guiyi", "an-invented-secret-of-the-lab");
  private static final int CLASSES_LEAST = 1_000;
  private static final int PEOPLE = 300;
  private static final int SENTENCES_MOST = 20;

  /** A page in which a row breaks off is no page, and one in JSON is UTF-8 from end to end. */
  private static final Set<Mutation> BREAK_THE_PAGE =
      EnumSet.of(Mutation.CUT_OFF, Mutation.NOT_UTF8);

  @Override
  public String name() {
    return "malformed";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Rows malformed in every way, field by field, from all six sources: each is put aside",
        "with the reason foretold or becomes the record of the good row, and the batch goes on.",
        "六个来源的每个字段、每种畸形：或按预期原因隔离，或与正常行一致入库，整批照常处理。");
  }

  @Override
  public Size size() {
    return new Size("rows of each class", 1, 20, 1_000);
  }

  @Override
  public DrillReport hold(DrillOrders orders) throws IOException {
    DrillFolder folder = DrillFolder.emptied(orders.folder(this));
    DrillReport.Sheet sheet = new DrillReport.Sheet();
    List<MalformedRow> batch;
    try (Trial trial = new Trial(PEOPLE, orders.seed(), orders.config(), orders.clock())) {
      AtomicInteger fields = new AtomicInteger();
      trial.run(
          orders.size(),
          () -> {
            int done = fields.incrementAndGet();
            orders.progress().count(() -> "%d fields spoilt".formatted(done));
          });
      long aside = trial.aside().values().stream().mapToLong(Long::longValue).sum();
      sheet
          .atLeast("classes", CLASSES_LEAST, trial.classes())
          .figure("malformed_rows", trial.rows())
          .exactly("rows_lost", 0, trial.rows() - trial.kept() - aside)
          .figure("rows_kept", trial.kept())
          .figure("rows_put_aside", trial.aside())
          .exactly("classes_astray", 0, trial.astray().size())
          .wrong(trial.astray().stream().limit(SENTENCES_MOST).toList());
      batch = trial.batch(Feed.POLICE, BREAK_THE_PAGE);
    }
    pull(folder, orders, batch, sheet);
    return sheet.done();
  }

  private static void pull(
      DrillFolder folder, DrillOrders orders, List<MalformedRow> batch, DrillReport.Sheet sheet)
      throws IOException {
    try (PoliceDepartment police = PoliceDepartment.start(ACCOUNT, orders.clock())) {
      police.load(Population.generate(new PopulationSettings(PEOPLE, orders.seed(), 0)));
      long good = police.keys();
      List<MalformedRow> sent = batch.stream().filter(MalformedDrill::standsInOrder).toList();
      sent.forEach(row -> police.put(labelled(row)));
      folder.configure(List.of(), 1);
      orders.progress().step("pulling %d rows".formatted(police.keys()));
      try (Hub hub =
          Hub.start(
              HubConfig.read(folder.config(), folder.data())
                  .withSources(List.of(source(police))))) {
        HubCounts counts = new HubCounts(hub);
        hub.pullEverythingOnce();
        report(counts, good, sent, sheet);
        long moved = counts.number(HubCounts.MOVED);
        long open = counts.number(HubCounts.OPEN);
        hub.pullEverythingOnce();
        sheet
            .exactly("moved_by_reading_twice", 0, counts.number(HubCounts.MOVED) - moved)
            .exactly("put_aside_by_reading_twice", 0, counts.number(HubCounts.OPEN) - open);
      }
    }
  }

  /** A row of 2099 stands behind all others, whatever it is sent with. */
  private static boolean standsInOrder(MalformedRow row) {
    return row.of().mutation() != Mutation.FUTURE || !row.of().field().path().equals("gxsj");
  }

  private static Labelled<PoliceRow> labelled(MalformedRow row) {
    Fields<PoliceField> fields =
        Fields.draft(PoliceField.class)
            .set(PoliceField.DJBH, row.key())
            .set(PoliceField.GXSJ, row.updated())
            .done();
    return new Labelled<>(
        new Truth(Feed.POLICE, row.key(), "nobody", List.of()),
        List.of(new PoliceRow(fields, null, row.json())));
  }

  private static SourceEntry source(PoliceDepartment police) {
    return new SourceEntry(
        true,
        Duration.ZERO,
        new SourceEntry.Police(
            PoliceSettings.of(
                police.baseUri().toString(), ACCOUNT.clientId(), new Secret(ACCOUNT.secret()))));
  }

  private static long kept(List<MalformedRow> sent) {
    return sent.stream().filter(row -> row.of().expected() instanceof Outcome.Kept).count();
  }

  private static void report(
      HubCounts hub, long good, List<MalformedRow> sent, DrillReport.Sheet sheet) {
    Map<QuarantineReason, Long> due = new EnumMap<>(QuarantineReason.class);
    for (MalformedRow row : sent) {
      switch (row.of().expected()) {
        case Outcome.Kept() -> {}
        case Outcome.Aside(QuarantineReason reason) -> due.merge(reason, 1L, Long::sum);
      }
    }
    sheet
        .figure("batch_good_rows", good)
        .figure("batch_malformed_rows", sent.size())
        .exactly("batch_read", good + sent.size(), hub.number(HubCounts.READ))
        .exactly("batch_accounted_for", good + sent.size(), hub.number(HubCounts.ACCOUNTED_FOR))
        .exactly("batch_stored", good + kept(sent), hub.number(HubCounts.RECORDS));
    for (QuarantineReason reason : QuarantineReason.values()) {
      sheet.exactly(
          "batch_" + reason.name().toLowerCase(Locale.ROOT),
          due.getOrDefault(reason, 0L),
          hub.setAside(reason));
    }
  }
}

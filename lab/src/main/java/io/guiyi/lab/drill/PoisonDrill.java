package io.guiyi.lab.drill;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.lab.departments.PoliceAccount;
import io.guiyi.lab.departments.PoliceDepartment;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.PoliceField;
import io.guiyi.lab.population.feeds.PoliceRow;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Two poisoned rows among thousands of good ones (R6): one that nobody can read, and one that the
 * database refuses to store, in the middle of a page. Exactly these two may be set aside, each with
 * its reason; every other row is stored.
 */
final class PoisonDrill implements Drill {
  private static final PoliceAccount ACCOUNT =
      new PoliceAccount("guiyi", "an-invented-secret-of-the-lab");

  /** The database refuses the row that stands here; positions stand in clear. */
  private static final String REFUSED_AT = "page 2 row 117";

  private static final int PAGE = 400;

  private static final List<String> REFUSE =
      List.of(
          """
          create function drill_refuses() returns trigger language plpgsql as $$
          begin
            if new.position = '%s' then raise exception 'refused for a drill'; end if;
            return new;
          end $$
          """
              .formatted(REFUSED_AT),
          "create trigger drill before insert on source_record_version"
              + " for each row execute function drill_refuses()");

  @Override
  public String name() {
    return "poison";
  }

  @Override
  public List<String> description() {
    return List.of(
        "One row that cannot be read and one that cannot be stored among thousands of good ones:",
        "exactly these two are set aside, with their reasons; all others are stored.",
        "在大量正常数据中混入一条无法解析和一条无法入库的数据：只隔离这两条并注明原因，其余全部入库。");
  }

  @Override
  public Size size() {
    return new Size("people, each with a row or more", 1_000, 10_000, 1_000_000);
  }

  @Override
  public DrillReport hold(DrillOrders orders) throws IOException {
    DrillFolder folder = DrillFolder.emptied(orders.folder(this));
    try (PoliceDepartment police = PoliceDepartment.start(ACCOUNT, orders.clock())) {
      police.load(Population.generate(new PopulationSettings(orders.size(), orders.seed(), 0)));
      String poisoned = poison(police);
      folder.configure(List.of(), PAGE);
      HubSettings settings =
          HubConfig.read(folder.config(), folder.data()).withSources(List.of(source(police)));
      orders.progress().step("pulling %d rows".formatted(police.keys()));
      try (Hub hub = Hub.start(settings)) {
        REFUSE.forEach(statement -> run(hub, statement));
        hub.pullEverythingOnce();
        return report(hub, police.keys(), poisoned);
      }
    }
  }

  /** Gives a row in the middle a date that no calendar has; answers the reason to expect. */
  private static String poison(PoliceDepartment police) {
    Labelled<PoliceRow> victim = police.record(police.keys() / 2);
    PoliceRow row = victim.versions().getLast().with(PoliceField.RZSJ, "2024-02-31 08:00:00");
    police.put(new Labelled<>(victim.truth(), List.of(row)));
    return "DATE_INVALID";
  }

  private static SourceEntry source(PoliceDepartment police) {
    PoliceSettings usual =
        PoliceSettings.of(
            police.baseUri().toString(), ACCOUNT.clientId(), new Secret(ACCOUNT.secret()));
    PoliceSettings settings =
        new PoliceSettings(
            usual.id(),
            usual.http(),
            usual.clientId(),
            usual.secret(),
            PAGE,
            usual.overlap(),
            usual.retry(),
            usual.breaker());
    return new SourceEntry(true, Duration.ZERO, new SourceEntry.Police(settings));
  }

  private static DrillReport report(Hub hub, long rows, String reason) {
    return new DrillReport.Sheet()
        .figure("rows", rows)
        .exactly("read", rows, number(hub, "select sum(rows_read) from pull_page"))
        .exactly("stored", rows - 2, number(hub, "select count(*) from source_record"))
        .exactly("set_aside", 2, number(hub, "select count(*) from quarantined"))
        .exactly("unreadable", 1, setAside(hub, reason))
        .exactly("not_storable", 1, setAside(hub, "APPLY_FAILED"))
        .exactly(
            "not_storable_at_its_place",
            1,
            number(hub, "select count(*) from quarantined where position = '" + REFUSED_AT + "'"))
        .done();
  }

  private static long setAside(Hub hub, String reason) {
    return number(hub, "select count(*) from quarantined where reason = '" + reason + "'");
  }

  private static long number(Hub hub, String query) {
    return hub.bean(Transactions.class)
        .inTransaction(session -> session.createNativeQuery(query, Long.class).getSingleResult());
  }

  private static void run(Hub hub, String statement) {
    hub.bean(Transactions.class)
        .runInTransaction(session -> session.createNativeMutationQuery(statement).executeUpdate());
  }
}

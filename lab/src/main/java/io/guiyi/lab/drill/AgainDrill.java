package io.guiyi.lab.drill;

import io.guiyi.lab.demo.City;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.LabourFeed;
import io.guiyi.lab.population.feeds.LabourRow;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.Hub;
import io.guiyi.routes.config.HubConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The same rows again and again (R15): ten times over, old versions after new ones, and in another
 * order. What was concluded must not move by a single row; in another order each record must end up
 * in the same state.
 */
final class AgainDrill implements Drill {
  private static final int TIMES = 10;

  /** Rows of which the department holds a newer version. */
  private static final String SUPERSEDED =
      "exists (select from exchange.cbxx_jyxx n where n.ywlsh = r.ywlsh and n.aae418 > r.aae418)";

  private static final String RECORDS =
      """
      select concat_ws(' ', r.source, encode(r.key_hash, 'hex')),
             concat_ws(' ', r.presence, encode(v.content_hash, 'hex'))
      from source_record r
      join source_record_version v on v.record_id = r.id and v.version = r.current_version
      """;

  private static final String COMPANY =
      """
      select concat_ws(' ', r.source, encode(r.key_hash, 'hex')),
             coalesce((select string_agg(encode(o.key_hash, 'hex'), ' ' order by o.key_hash)
                       from source_record o where o.person_id = r.person_id), 'in review')
      from source_record r
      """;

  @Override
  public String name() {
    return "again";
  }

  @Override
  public List<String> description() {
    return List.of(
        "The same rows ten times over, old versions after new ones, and in another order:",
        "nothing that was concluded moves, and every record ends up in the same state.",
        "同样的数据读十遍、旧版本晚于新版本到达、打乱顺序：结论不变，每条记录的最终状态一致。");
  }

  @Override
  public Size size() {
    return new Size("people", 150, 2_000, 100_000);
  }

  @Override
  public DrillReport hold(DrillOrders orders) throws IOException {
    DrillFolder inOrder = DrillFolder.emptied(orders.folder(this).resolve("in-order"));
    DrillFolder shuffled = DrillFolder.emptied(orders.folder(this).resolve("shuffled"));
    PopulationSettings people = new PopulationSettings(orders.size(), orders.seed(), 1);
    DrillReport.Sheet sheet = new DrillReport.Sheet();
    Map<String, String> records;
    Map<String, String> company;
    try (City city = City.open(people, inOrder.data(), orders.clock());
        Hub hub = start(inOrder, city)) {
      repeat(hub, city, orders, sheet);
      records = pairs(hub, RECORDS);
      company = pairs(hub, COMPANY);
    }
    shuffled.takeKeys(inOrder);
    orders.progress().step("the same rows in another order");
    try (City city = City.empty(people, shuffled.data(), orders.clock());
        Hub hub = start(shuffled, city)) {
      List<LabourRow> rows = labourRows(city.population());
      Collections.shuffle(rows, new Random(orders.seed()));
      deliver(city, rows);
      hub.pullEverythingOnce();
      sheet.exactly("records_in_another_state", 0, Tables.differing(records, pairs(hub, RECORDS)));
      sheet.figure("records_in_other_company", Tables.differing(company, pairs(hub, COMPANY)));
    }
    return sheet.done();
  }

  private static Hub start(DrillFolder folder, City city) throws IOException {
    folder.configure(List.of(), 1);
    return Hub.start(
        HubConfig.read(folder.config(), folder.data()).withSources(city.sources(Duration.ZERO)));
  }

  private static void repeat(Hub hub, City city, DrillOrders orders, DrillReport.Sheet sheet) {
    hub.pullEverythingOnce();
    Map<String, String> once = Tables.of(hub);
    long read = number(hub, "select sum(rows_read) from pull_page");
    long moved = 0;
    for (int time = 2; time <= TIMES; time++) {
      offerAgain(city, "true");
      hub.pullEverythingOnce();
      moved += Tables.differing(once, Tables.of(hub));
      int done = time;
      orders.progress().count(() -> "read %d times".formatted(done));
    }
    sheet
        .figure("rows", read)
        .figure("records", number(hub, "select count(*) from source_record"))
        .exactly("tables_moved_by_reading_ten_times", 0, moved);
    orders.progress().step("old versions after new ones");
    long old = offerAgain(city, SUPERSEDED);
    hub.pullEverythingOnce();
    sheet
        .figure("old_versions", old)
        .exactly("tables_moved_by_old_versions", 0, Tables.differing(once, Tables.of(hub)));
  }

  private static List<LabourRow> labourRows(Population population) {
    return labour(population).stream()
        .flatMap(record -> record.versions().stream())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The department forgets that it was told, and offers rows once more. */
  private static long offerAgain(City city, String which) {
    try {
      return city.labour().offerAgain(which);
    } catch (SQLException e) {
      throw new IllegalStateException("the labour department's database refuses", e);
    }
  }

  private static List<Labelled<LabourRow>> labour(Population population) {
    LabourFeed feed = new LabourFeed(population.settings());
    List<Labelled<LabourRow>> records = new ArrayList<>();
    for (Household household : population) {
      records.addAll(feed.records(household));
    }
    return records;
  }

  private static void deliver(City city, List<LabourRow> rows) {
    try {
      city.labour().append(rows);
    } catch (SQLException e) {
      throw new IllegalStateException("the labour department's database refuses rows", e);
    }
  }

  private static Map<String, String> pairs(Hub hub, String query) {
    return hub.bean(Transactions.class)
        .inTransaction(session ->
            session.createNativeQuery(query, Object[].class).getResultList().stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1])));
  }

  private static long number(Hub hub, String query) {
    return hub.bean(Transactions.class)
        .inTransaction(session -> session.createNativeQuery(query, Long.class).getSingleResult());
  }
}

package io.guiyi.lab.drill;

import io.guiyi.connectors.declared.FolderFiles;
import io.guiyi.lab.departments.UnionOffice;
import io.guiyi.lab.departments.VillageDesk;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.CityFeed;
import io.guiyi.lab.population.feeds.DeliveryFile;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.VillageColumn;
import io.guiyi.lab.population.feeds.VillageFeed;
import io.guiyi.lab.population.feeds.VillageRow;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.QuarantineFilter;
import io.guiyi.registry.resolve.Replay;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import io.guiyi.routes.pull.SourceReplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operator's mistake and its repair (R7). Two declared sources are read by a hub whose code list
 * lacks a code and whose mapping does not know how one of them writes dates. Then both are mended,
 * the hub starts again, and the quarantine is replayed twice.
 */
final class ReplayDrill implements Drill {
  private static final List<Feed> LISTS = List.of(Feed.UNION, Feed.VILLAGE);
  private static final int BEYOND_REPAIR = 7;
  private static final int PAGE = 500;

  /** What the code list lacks at first. */
  private static final String CODE = "女,female\n";

  /** What the mapping lacks at first. */
  private static final String DATE_FORM = "yyyy-MM-dd, ";

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public List<String> description() {
    return List.of(
        "A code list lacks a code and a mapping a form of dates; both are mended, and the",
        "quarantine is replayed twice: the first empties it of all that can be repaired, the",
        "second changes nothing.",
        "代码表缺代码、映射缺日期格式，修复后重放隔离区两次：第一次清空可修复数据，第二次不产生变化。");
  }

  @Override
  public Size size() {
    return new Size("people", 150, 5_000, 100_000);
  }

  @Override
  public DrillReport hold(DrillOrders orders) throws IOException {
    DrillFolder folder = DrillFolder.emptied(orders.folder(this));
    PopulationSettings settings = new PopulationSettings(orders.size(), orders.seed(), 0);
    Population population = Population.generate(settings);
    Path lists = folder.root().resolve("lists");
    UnionOffice union = new UnionOffice(lists.resolve(Feed.UNION.source()));
    union.load(population);
    VillageDesk village = new VillageDesk(lists.resolve(Feed.VILLAGE.source()));
    village.load(population);
    deliverBeyondRepair(village, settings);
    List<SourceEntry> sources = new ArrayList<>();
    for (Feed feed : LISTS) {
      sources.add(source(orders.config(), feed, lists));
    }
    folder.configure(sources, PAGE);
    DrillReport.Sheet sheet = new DrillReport.Sheet();
    Path codes = folder.config().resolve("codes/sex.csv");
    Path mapping = folder.config().resolve("sources/village.yaml");
    take(codes, CODE, "");
    take(mapping, "[" + DATE_FORM, "[");
    orders.progress().step("pulling with a code list and a mapping that lack something");
    try (Hub hub = start(folder)) {
      hub.pullEverythingOnce();
      sheet.atLeast("held_aside_at_first", 1, new HubCounts(hub).number(HubCounts.OPEN));
    }
    take(codes, "男,male\n", "男,male\n" + CODE);
    take(mapping, "date-forms: [", "date-forms: [" + DATE_FORM);
    orders.progress().step("replaying with both mended");
    try (Hub hub = start(folder)) {
      replay(hub, keys(settings, population), union.members().size(), sheet);
    }
    return sheet.done();
  }

  /** A hub over what now is in the folder, which pulls when it is asked. */
  private static Hub start(DrillFolder folder) {
    HubSettings settings = HubConfig.read(folder.config(), folder.data());
    return Hub.start(
        settings.withSources(settings.sources().stream().map(SourceEntry::onlyWhenAsked).toList()));
  }

  private static void replay(Hub hub, long keys, long members, DrillReport.Sheet sheet) {
    HubCounts counts = new HubCounts(hub);
    long resolved = replayed(hub);
    sheet
        .figure("replayed", resolved)
        .exactly("left_in_quarantine", BEYOND_REPAIR, counts.number(HubCounts.OPEN))
        .exactly("records", keys, counts.number(HubCounts.RECORDS))
        .exactly(
            "members_present",
            members,
            counts.number(HubCounts.RECORDS + " where source = 'union' and presence = 'PRESENT'"));
    Map<String, String> once = Tables.of(hub);
    sheet
        .exactly("replayed_by_the_second", 0, replayed(hub))
        .exactly("moved_by_the_second", 0, Tables.differing(once, Tables.of(hub)));
    hub.pullEverythingOnce();
    sheet
        .exactly("moved_by_reading_again", 0, Tables.differing(once, Tables.of(hub)))
        .exactly(
            "rows_lost", 0, counts.number(HubCounts.READ) - counts.number(HubCounts.ACCOUNTED_FOR));
  }

  /** Replays everything, source by source; answers how many rows were understood. */
  private static long replayed(Hub hub) {
    long resolved = 0;
    for (Feed feed : LISTS) {
      SourceId source = new SourceId(feed.source());
      long after = 0;
      boolean more = true;
      while (more) {
        Replay.Result result =
            hub.bean(SourceReplay.class)
                .run(
                    new Replay.Order(source, QuarantineFilter.ALL, after, Replay.MAX_ROWS), "drill")
                .orElseThrow();
        resolved += result.resolved();
        after = result.last();
        more = result.more();
      }
    }
    return resolved;
  }

  /** Rows whose fault is the department's, and stays. */
  private static void deliverBeyondRepair(VillageDesk village, PopulationSettings settings)
      throws IOException {
    DeliveryFile last = VillageFeed.deliveries(settings).getLast();
    DeliveryFile next = VillageFeed.file(last.number() + 1, 1, last.at().toLocalDate().plusDays(1));
    List<VillageRow> rows = new ArrayList<>();
    for (int i = 1; i <= BEYOND_REPAIR; i++) {
      rows.add(
          village
              .told()
              .get(i)
              .in(next.number())
              .with(VillageColumn.SERIAL, "beyond-repair-" + i)
              .with(VillageColumn.MOVED_OUT, null)
              .with(VillageColumn.MOVED_IN, "2026-02-31"));
    }
    village.deliver(next, rows);
  }

  private static SourceEntry source(Path config, Feed feed, Path lists) {
    Path file = config.resolve("sources").resolve(feed.source() + ".yaml");
    if (HubConfig.source(file, false).dialect() instanceof SourceEntry.Declared(var shipped, var _)
        && shipped.protocol() instanceof FolderFiles(var _, var files)) {
      FolderFiles here = new FolderFiles(lists.resolve(feed.source()), files);
      return new SourceEntry(
          true, Duration.ZERO, new SourceEntry.Declared(shipped.over(here), file));
    }
    throw new IllegalStateException(file + " declares no folder of files");
  }

  /** How many keys the lists name, those beyond repair apart. */
  private static long keys(PopulationSettings settings, Population population) {
    Set<String> keys = new HashSet<>();
    for (Feed feed : LISTS) {
      CityFeed<?> office = CityFeed.of(feed, settings);
      for (Household household : population) {
        for (Labelled<?> record : office.records(household)) {
          record.versions().forEach(row -> keys.add(feed.source() + " " + row.key()));
        }
      }
    }
    return keys.size();
  }

  private static void take(Path file, String text, String instead) throws IOException {
    String before = Files.readString(file);
    if (!before.contains(text)) {
      throw new IllegalStateException("%s holds no '%s' to mend".formatted(file, text.strip()));
    }
    Files.writeString(file, before.replace(text, instead));
  }
}

package io.guiyi.lab.departments;

import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.feeds.DeliveryFile;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.VillageFeed;
import io.guiyi.lab.population.feeds.VillageRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The villages' desk: half-month lists of who moved in and out, as CSV files in a folder. */
public final class VillageDesk {
  private final DeliveryDrop drop;
  private final List<VillageRow> told = new ArrayList<>();

  /** A desk that delivers into {@code folder}. */
  public VillageDesk(Path folder) {
    this.drop = new DeliveryDrop(folder);
  }

  /** Delivers all lists of a city. */
  public void load(Population population) throws IOException {
    Map<Integer, List<VillageRow>> lists = new HashMap<>();
    VillageFeed feed = new VillageFeed(population.settings());
    for (Household household : population) {
      for (Labelled<VillageRow> guest : feed.records(household)) {
        for (VillageRow row : guest.versions()) {
          lists.computeIfAbsent(row.delivery(), _ -> new ArrayList<>()).add(row);
        }
      }
    }
    for (DeliveryFile list : VillageFeed.deliveries(population.settings())) {
      deliver(list, lists.getOrDefault(list.number(), List.of()));
    }
  }

  /** Delivers a list of changes. */
  public void deliver(DeliveryFile list, List<VillageRow> rows) throws IOException {
    deliver(
        list.name(),
        VillageRow.header(),
        rows.stream().map(VillageRow::line).toList(),
        list.instant());
    rows.stream().filter(row -> row.scrap() == null).forEach(told::add);
  }

  /** All whole rows so far, oldest first. */
  public List<VillageRow> told() {
    return Collections.unmodifiableList(told);
  }

  /**
   * Delivers a list.
   *
   * @param file its name, {@code village_{yyyyMMdd}_{NN}.csv}
   * @param header the line of titles, with its end
   * @param lines each row as it stands in the file, with its end
   * @param delivered as of when
   */
  public void deliver(String file, byte[] header, List<byte[]> lines, OffsetDateTime delivered)
      throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(header);
    lines.forEach(content::writeBytes);
    drop.put(file, content.toByteArray(), lines.size(), delivered);
  }
}

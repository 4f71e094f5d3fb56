package io.guiyi.lab.drill.malformed;

import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.CityFeed;
import io.guiyi.lab.population.feeds.CityRow;
import io.guiyi.lab.population.feeds.Column;
import io.guiyi.lab.population.feeds.EducationColumn;
import io.guiyi.lab.population.feeds.EducationRow;
import io.guiyi.lab.population.feeds.Fields;
import io.guiyi.lab.population.feeds.HealthFile;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.LabourColumn;
import io.guiyi.lab.population.feeds.LabourRow;
import io.guiyi.lab.population.feeds.PoliceRow;
import io.guiyi.lab.population.feeds.UnionColumn;
import io.guiyi.lab.population.feeds.UnionRow;
import io.guiyi.lab.population.feeds.VillageColumn;
import io.guiyi.lab.population.feeds.VillageRow;
import io.guiyi.records.CanonicalRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of an invented city in which nobody slips, by source, those that say most first. */
public final class GoodRows {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Map<Feed, List<GoodRow>> rows = new EnumMap<>(Feed.class);

  /** The rows of a city of so many people which its connectors can read. */
  GoodRows(int people, long seed, OpenSources sources) {
    PopulationSettings settings = new PopulationSettings(people, seed, 0);
    Population population = Population.generate(settings);
    for (Feed feed : Feed.values()) {
      rows.put(feed, read(feed, CityFeed.of(feed, settings), population, sources));
    }
  }

  private static <R extends CityRow> List<GoodRow> read(
      Feed feed, CityFeed<R> office, Population population, OpenSources sources) {
    List<GoodRow> good = new ArrayList<>();
    for (Household household : population) {
      for (Labelled<R> record : office.records(household)) {
        GoodRow row = new GoodRow(json(record.versions().getLast()));
        if (sources.read(feed, row.bytes()) instanceof CanonicalRecord known
            && !known.origin().isWithdrawn()) {
          good.add(row);
        }
      }
    }
    good.sort(Comparator.comparingInt(GoodRow::leaves).reversed());
    return good;
  }

  private static ObjectNode json(CityRow row) {
    return switch (row) {
      case PoliceRow police -> (ObjectNode) MAPPER.readTree(police.json());
      case HealthFile file -> (ObjectNode) MAPPER.readTree(file.json());
      case LabourRow labour -> {
        ObjectNode json = MAPPER.createObjectNode().put("lsh", "4711");
        for (LabourColumn column : LabourColumn.values()) {
          json.put(column.columnName(), labour.fields().get(column));
        }
        yield json;
      }
      case EducationRow pupil -> tabular(EducationColumn.values(), pupil.fields());
      case UnionRow member -> tabular(UnionColumn.values(), member.fields());
      case VillageRow guest -> tabular(VillageColumn.values(), guest.fields());
    };
  }

  private static <C extends Enum<C> & Column> ObjectNode tabular(C[] columns, Fields<C> fields) {
    ObjectNode json = MAPPER.createObjectNode();
    for (C column : columns) {
      json.put(column.title(), fields.get(column));
    }
    return json.put("$delivery", "a delivery")
        .put("$version", "2026-03-01T00:00:00Z")
        .put("$sequence", "7");
  }

  /**
   * Rows that serve to spoil this field, in it filled.
   *
   * @param most how many at most
   */
  List<GoodRow> serving(Field field, int most) {
    return rows.getOrDefault(field.feed(), List.of()).stream()
        .filter(row -> row.serves(field))
        .limit(most)
        .map(row -> row.with(field))
        .toList();
  }
}

package io.guiyi.lab.bench.resolve;

import io.guiyi.lab.linkage.CityRecord;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.SourceColumns;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.matching.value.ValueKinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the departments' rows as a model says. Of the columns that it names all must be there. */
final class ModelColumns {
  private static final int NONE = -1;

  private final List<ValueKind<?>> kinds;

  /** For each department, field and part the place of the cell, or {@link #NONE}. */
  private final Map<Feed, int[][]> places = new EnumMap<>(Feed.class);

  ModelColumns(ModelDescription model) {
    List<ValueKind<?>> found = new ArrayList<>();
    for (ModelDescription.Field field : model.fields()) {
      found.add(ValueKinds.named(field.kind()));
    }
    kinds = List.copyOf(found);
    for (Feed feed : Feed.values()) {
      SourceColumns source =
          model.sources().stream()
              .filter(one -> one.source().equals(feed.source()))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("the model has no source " + feed.source()));
      places.put(feed, places(model, source, CityRecord.columns(feed)));
    }
  }

  private int[][] places(ModelDescription model, SourceColumns source, List<String> columns) {
    int[][] fields = new int[kinds.size()][];
    for (int field = 0; field < fields.length; field++) {
      List<String> named =
          source.columns().getOrDefault(model.fields().get(field).name(), List.of());
      int[] parts = new int[kinds.get(field).parts().size()];
      Arrays.fill(parts, NONE);
      for (int part = 0; part < named.size(); part++) {
        String column = named.get(part);
        parts[part] =
            columns.indexOf(
                column.endsWith("?") ? column.substring(0, column.length() - 1) : column);
      }
      fields[field] = parts;
    }
    return fields;
  }

  /** The places of the cells that a field of this kind is made of. */
  int[] cells(Feed feed, String kind) {
    for (int field = 0; field < kinds.size(); field++) {
      if (kinds.get(field).name().equals(kind)) {
        return placesOf(feed)[field];
      }
    }
    return new int[0];
  }

  private int[][] placesOf(Feed feed) {
    return places.getOrDefault(feed, new int[0][]);
  }

  /** The values of a row, in the order of the model's fields; null where one is missing. */
  @Nullable Object[] read(Feed feed, List<String> cells) {
    int[][] fields = placesOf(feed);
    @Nullable Object[] values = new @Nullable Object[fields.length];
    for (int field = 0; field < fields.length; field++) {
      String[] raw = new String[fields[field].length];
      for (int part = 0; part < raw.length; part++) {
        int place = fields[field][part];
        raw[part] = place == NONE ? "" : cells.get(place);
      }
      boolean says = Arrays.stream(raw).anyMatch(text -> !text.isEmpty());
      values[field] = says ? kinds.get(field).read(List.of(raw)) : null;
    }
    return values;
  }
}

package io.guiyi.matching.block;

import io.guiyi.matching.column.Lexicon;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.model.ModelDescription.Key;
import io.guiyi.matching.value.Facet;
import java.util.List;
import java.util.Map;

/** The keys that a list of facets gives to each unit of a table. */
final class RuleKeys {
  private final FacetKeys[] facets;
  private final int[][] columns;
  private final Combinations combinations = new Combinations();

  /**
   * The keys of a list of facets.
   *
   * @param known the keys of facets that were asked for before; takes new ones
   */
  RuleKeys(RecordTable table, List<Key> keys, Map<Key, FacetKeys> known) {
    facets =
        keys.stream()
            .map(key -> known.computeIfAbsent(key, unknown -> FacetKeys.of(table, unknown)))
            .toArray(FacetKeys[]::new);
    columns =
        keys.stream().map(key -> table.column(table.field(key.field()))).toArray(int[][]::new);
  }

  /**
   * Writes the keys of a unit.
   *
   * @param target room for {@link Combinations#MOST_KEYS}
   * @return how many; 0 if one of the facets has none
   */
  int of(int unit, long[] target) {
    combinations.begin();
    for (int i = 0; i < columns.length; i++) {
      FacetKeys facet = facets[i];
      int number = columns[i][unit];
      if (!combinations.with(facet.keys, facet.starts[number], facet.starts[number + 1])) {
        return 0;
      }
    }
    return combinations.end(target);
  }

  /** The keys of every value of a field under one facet, one after another. */
  record FacetKeys(int[] starts, long[] keys) {
    static FacetKeys of(RecordTable table, Key key) {
      return of(table.lexicon(table.field(key.field())), key.facet());
    }

    private static <V> FacetKeys of(Lexicon<V> lexicon, String word) {
      Facet<V> facet = lexicon.kind().facet(word);
      int[] starts = new int[lexicon.size() + 1];
      KeyList keys = new KeyList();
      for (int number = 1; number < lexicon.size(); number++) {
        starts[number] = keys.size();
        keys.take(facet, lexicon.value(number));
      }
      starts[lexicon.size()] = keys.size();
      return new FacetKeys(starts, keys.toArray());
    }
  }
}

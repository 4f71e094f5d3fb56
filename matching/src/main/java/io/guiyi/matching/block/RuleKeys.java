package io.guiyi.matching.block;

import io.guiyi.matching.column.Lexicon;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.model.ModelDescription.Key;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Hash64;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The keys that a list of facets gives to each unit: every combination of their keys. */
final class RuleKeys {
  /** The most keys that one value may have, and the most combinations of one unit. */
  static final int MOST_KEYS = 64;

  private final List<FacetKeys> facets;
  private final int[][] columns;
  private final long[][] scratch = {new long[MOST_KEYS], new long[MOST_KEYS]};

  /**
   * The keys of a list of facets.
   *
   * @param known the keys of facets that were asked for before; takes new ones
   */
  RuleKeys(RecordTable table, List<Key> keys, Map<Key, FacetKeys> known) {
    facets =
        keys.stream()
            .map(key -> known.computeIfAbsent(key, unknown -> FacetKeys.of(table, unknown)))
            .toList();
    columns =
        keys.stream().map(key -> table.column(table.field(key.field()))).toArray(int[][]::new);
  }

  /**
   * Writes the keys of a unit.
   *
   * @param target room for {@link #MOST_KEYS}
   * @return how many; 0 if one of the facets has none
   */
  int of(int unit, long[] target) {
    int count = 1;
    long[] from = scratch[0];
    from[0] = 1;
    for (int i = 0; i < columns.length; i++) {
      FacetKeys facet = facets.get(i);
      int number = columns[i][unit];
      int start = facet.starts[number];
      int end = facet.starts[number + 1];
      if (start == end) {
        return 0;
      }
      long[] to = scratch[(i + 1) & 1];
      int next = 0;
      for (int j = 0; j < count; j++) {
        for (int k = start; k < end && next < MOST_KEYS; k++) {
          to[next++] = Hash64.of(from[j], facet.keys[k]);
        }
      }
      from = to;
      count = next;
    }
    System.arraycopy(from, 0, target, 0, count);
    return distinct(target, count);
  }

  private static int distinct(long[] keys, int count) {
    if (count == 1) {
      return 1;
    }
    Arrays.sort(keys, 0, count);
    int kept = 1;
    for (int i = 1; i < count; i++) {
      if (keys[i] != keys[i - 1]) {
        keys[kept++] = keys[i];
      }
    }
    return kept;
  }

  /** The keys of every value of a field under one facet, one after another. */
  record FacetKeys(int[] starts, long[] keys) {
    static FacetKeys of(RecordTable table, Key key) {
      return of(table.lexicon(table.field(key.field())), key.facet());
    }

    private static <V> FacetKeys of(Lexicon<V> lexicon, String word) {
      Facet<V> facet = lexicon.kind().facet(word);
      int[] starts = new int[lexicon.size() + 1];
      Growing keys = new Growing();
      for (int number = 1; number < lexicon.size(); number++) {
        starts[number] = keys.size;
        int most = keys.size + MOST_KEYS;
        facet.keys(
            lexicon.value(number),
            text -> {
              if (!text.isEmpty() && keys.size < most) {
                keys.add(Hash64.of(text));
              }
            });
      }
      starts[lexicon.size()] = keys.size;
      return new FacetKeys(starts, Arrays.copyOf(keys.longs, keys.size));
    }
  }

  private static final class Growing {
    private long[] longs = new long[1024];
    private int size;

    void add(long value) {
      if (size == longs.length) {
        longs = Arrays.copyOf(longs, 2 * size);
      }
      longs[size++] = value;
    }
  }
}

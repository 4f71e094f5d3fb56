package io.guiyi.records;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rows of a page look like, to notice when a source changes its ways. Column names and
 * counts of codes only: a value that is in no code list counts as {@link #UNLISTED}, a missing one
 * as {@link #MISSING}, so that no personal value can get in here.
 *
 * @param rows how many rows were looked at
 * @param columns how many of the rows have each column, whether or not anything stands in it
 * @param values for each column that holds a code: how often each code of its list occurs
 */
public record PageProfile(
    long rows, SortedMap<String, Long> columns, SortedMap<String, Map<String, Long>> values) {
  /** Nothing was looked at. */
  public static final PageProfile NONE = new PageProfile(0, new TreeMap<>(), new TreeMap<>());

  /** Stands for every value that is in no code list. */
  public static final String UNLISTED = "?";

  /** Stands for a value that is not given. */
  public static final String MISSING = "-";

  /** Copies the collections. */
  public PageProfile {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    TreeMap<String, Map<String, Long>> copy = new TreeMap<>();
    values.forEach((column, counts) -> copy.put(column, Map.copyOf(counts)));
    values = Collections.unmodifiableSortedMap(copy);
  }

  /** Both together. */
  public PageProfile plus(PageProfile more) {
    TreeMap<String, Map<String, Long>> sums = new TreeMap<>(values);
    more.values.forEach((column, counts) -> sums.merge(column, counts, PageProfile::sum));
    return new PageProfile(rows + more.rows, new TreeMap<>(sum(columns, more.columns)), sums);
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> sum = new HashMap<>(one);
    other.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return sum;
  }

  /** The columns whose values are counted. */
  public Set<String> codedColumns() {
    return values.keySet();
  }
}

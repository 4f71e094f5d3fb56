package io.guiyi.connectors;

import io.guiyi.records.PageProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the profile of a source's rows while they are told apart: which columns they have, and how
 * often each code of a list occurs in the columns that hold codes.
 *
 * <pre>{@code
 * PageProfiler profiler = new PageProfiler(Map.of("xb", Set.of("0", "1", "2", "9")));
 * PageProfiler.Tally tally = profiler.tally();       // one for each page
 * rows.forEach(row -> tally.row(row));               // JSON fields, or column name → text
 * page.withProfile(tally.profile());
 * }</pre>
 *
 * <p>Only codes of the given lists are counted by name. A column's name counts as it is only if it
 * can be a name: a department that puts values where names belong must not get them stored.
 */
public final class PageProfiler {
  /** The most columns told apart; further ones count together. */
  public static final int MAX_COLUMNS = 300;

  /** Letters of any script, digits and a few marks, but no run of digits as long as in a number. */
  private static final Pattern NAME =
      Pattern.compile("(?!.*\\d{6})[\\p{L}\\p{N}_.:-]{1,60}", Pattern.UNICODE_CASE);

  private static final String OWN_MARK = "$";

  private final Map<String, Set<String>> lists;

  /**
   * A profiler of one source.
   *
   * @param lists the codes that each coded column may hold; leave out columns whose mix nobody
   *     should watch, such as the ethnic group
   */
  public PageProfiler(Map<String, Set<String>> lists) {
    this.lists = Map.copyOf(lists);
  }

  /**
   * The codes of a list that is numbered.
   *
   * @param first from 0
   * @param last from {@code first} to 99
   * @param digits 1 or 2, with leading zeros
   */
  public static Set<String> numbered(int first, int last, int digits) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> ("%0" + digits + "d").formatted(number))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Counts from nothing; for one page. */
  public Tally tally() {
    return new Tally();
  }

  /** The counts of one page. For one thread. */
  public final class Tally {
    private long rows;
    private final Map<String, Long> columns = new HashMap<>();
    private final TreeMap<String, Map<String, Long>> values = new TreeMap<>();

    private Tally() {
      lists.keySet().forEach(column -> values.put(column, new HashMap<>()));
    }

    /** Counts a row that was read from JSON; names that begin with $ are ours and left out. */
    public void row(RowFields row) {
      begin(row.names());
      for (String column : lists.keySet()) {
        count(column, row.written(column));
      }
    }

    /** Counts a row of a table. */
    public void row(Map<String, ? extends @Nullable String> row) {
      row(row.keySet(), row);
    }

    /**
     * Counts a row of a table that has more columns than are read.
     *
     * @param names every column of the table
     * @param row what was read
     */
    public void row(Set<String> names, Map<String, ? extends @Nullable String> row) {
      begin(names);
      for (String column : lists.keySet()) {
        count(column, row.get(column));
      }
    }

    /** What was counted so far. */
    public PageProfile profile() {
      return new PageProfile(rows, new TreeMap<>(columns), values);
    }

    private void begin(Set<String> names) {
      rows++;
      for (String name : names) {
        if (!name.startsWith(OWN_MARK)) {
          String known = NAME.matcher(name).matches() ? name : PageProfile.UNLISTED;
          boolean room = columns.size() < MAX_COLUMNS || columns.containsKey(known);
          columns.merge(room ? known : PageProfile.UNLISTED, 1L, Long::sum);
        }
      }
    }

    private void count(String column, @Nullable String written) {
      String value = written == null ? "" : written.strip();
      String code =
          value.isEmpty()
              ? PageProfile.MISSING
              : lists.getOrDefault(column, Set.of()).contains(value) ? value : PageProfile.UNLISTED;
      values.computeIfAbsent(column, _ -> new HashMap<>()).merge(code, 1L, Long::sum);
    }
  }
}

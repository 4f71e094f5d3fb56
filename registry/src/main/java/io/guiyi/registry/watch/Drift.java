package io.guiyi.registry.watch;

import io.guiyi.records.PageProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is different about new rows, compared with those before them. Pure.
 *
 * <p>A column that every row has is missed at once. One that only some rows have counts as gone, or
 * as new, only where the other side would have shown it all but certainly: where the chance that
 * none of its rows had it by accident is below one in a thousand.
 */
sealed interface Drift {
  /** The natural logarithm of one in a thousand. */
  double BARELY_POSSIBLE = Math.log(0.001);

  /** How many codes an alarm names. */
  int CODES_NAMED = 4;

  /** Of which kind an alarm about it is. */
  AlarmKind kind();

  /** Which column. */
  String column();

  /** Figures for the operator. */
  String figures();

  /**
   * A column that no row had before.
   *
   * @param rows how many have it now
   * @param of of how many
   */
  record Added(String column, long rows, long of) implements Drift {
    @Override
    public AlarmKind kind() {
      return AlarmKind.COLUMN_ADDED;
    }

    @Override
    public String figures() {
      return String.format(Locale.ROOT, "0 → %d / %d", rows, of);
    }
  }

  /**
   * A column that no row has now.
   *
   * @param rows how many had it before
   * @param of of how many
   */
  record Missing(String column, long rows, long of) implements Drift {
    @Override
    public AlarmKind kind() {
      return AlarmKind.COLUMN_MISSING;
    }

    @Override
    public String figures() {
      return String.format(Locale.ROOT, "%d / %d → 0", rows, of);
    }
  }

  /**
   * A column whose mix of codes moved.
   *
   * @param index how far
   */
  record Shifted(String column, StabilityIndex index) implements Drift {
    @Override
    public AlarmKind kind() {
      return AlarmKind.VALUES_SHIFTED;
    }

    @Override
    public String figures() {
      String codes =
          index
              .mostMoved(CODES_NAMED)
              .map(moved ->
                  String.format(
                      Locale.ROOT,
                      "%s: %.1f %% → %.1f %%",
                      moved.code(),
                      100 * moved.before(),
                      100 * moved.now()))
              .collect(Collectors.joining(", "));
      return String.format(Locale.ROOT, "PSI %.2f; %s", index.value(), codes);
    }
  }

  /**
   * Compares.
   *
   * @param any what all rows before looked like, whatever they were part of
   * @param like what rows before looked like that were part of the same kind of pull
   * @param recent what the new rows look like
   */
  static List<Drift> between(
      PageProfile any, PageProfile like, PageProfile recent, WatchSettings settings) {
    List<Drift> found = new ArrayList<>();
    if (recent.rows() >= settings.rowsNew() && any.rows() >= settings.rowsBefore()) {
      columns(any, recent, found);
    }
    if (recent.rows() >= settings.rowsNew() && like.rows() >= settings.rowsBefore()) {
      shifts(like, recent, settings, found);
    }
    return List.copyOf(found);
  }

  private static void columns(PageProfile before, PageProfile recent, List<Drift> found) {
    recent
        .columns()
        .forEach((column, rows) -> {
          if (!before.columns().containsKey(column)
              && wouldShow(rows, recent.rows(), before.rows())) {
            found.add(new Added(column, rows, recent.rows()));
          }
        });
    before
        .columns()
        .forEach((column, rows) -> {
          if (!recent.columns().containsKey(column)
              && wouldShow(rows, before.rows(), recent.rows())) {
            found.add(new Missing(column, rows, before.rows()));
          }
        });
  }

  /** Whether {@code others} rows would show what {@code rows} of {@code of} have. */
  private static boolean wouldShow(long rows, long of, long others) {
    double share = (double) rows / of;
    return share >= 1 || others * Math.log1p(-share) < BARELY_POSSIBLE;
  }

  private static void shifts(
      PageProfile before, PageProfile recent, WatchSettings settings, List<Drift> found) {
    for (String column : recent.codedColumns()) {
      StabilityIndex index =
          StabilityIndex.of(
              before.values().getOrDefault(column, Map.of()),
              recent.values().getOrDefault(column, Map.of()));
      if (recent.columns().containsKey(column)
          && before.columns().containsKey(column)
          && index.isShift(settings.shift())) {
        found.add(new Shifted(column, index));
      }
    }
  }
}

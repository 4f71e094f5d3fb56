package io.guiyi.lab.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a drill showed.
 *
 * @param figures by the names of the command line, in the order to show them
 * @param brokenBounds every bound that does not hold, a sentence each; empty if all hold
 */
public record DrillReport(Map<String, Object> figures, List<String> brokenBounds) {
  /** Copies both. */
  public DrillReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    brokenBounds = List.copyOf(brokenBounds);
  }

  /** A report that is being written. */
  static final class Sheet {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    /** Notes a figure that nothing hangs on. */
    Sheet figure(String name, Object value) {
      figures.put(name, value);
      return this;
    }

    /** Notes a figure that must be exactly {@code due}. */
    Sheet exactly(String name, long due, long found) {
      if (found != due) {
        broken.add("%s is %d, it must be %d".formatted(name, found, due));
      }
      return figure(name, found);
    }

    /** Notes a figure that must be {@code due} or more. */
    Sheet atLeast(String name, long due, long found) {
      if (found < due) {
        broken.add("%s is %d, it must be %d at least".formatted(name, found, due));
      }
      return figure(name, found);
    }

    /** Notes a figure that must be {@code due} or less. */
    Sheet atMost(String name, double due, double found) {
      if (found > due) {
        broken.add("%s is %s, it may be %s at most".formatted(name, found, due));
      }
      return figure(name, found);
    }

    /** Notes what somebody else found to be wrong. */
    Sheet wrong(List<String> sentences) {
      broken.addAll(sentences);
      return this;
    }

    /** The report, which ends with how many bounds are broken. */
    DrillReport done() {
      figure("bounds_broken", broken.size());
      return new DrillReport(figures, broken);
    }
  }
}

package io.guiyi.routes.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects faults while files are read. Confined to one reading. */
public final class ConfigFaults {
  private final List<ConfigFault> faults = new ArrayList<>();

  /** Notes a fault. */
  public void add(ConfigFault fault) {
    faults.add(fault);
  }

  /** How many there are so far. */
  public int count() {
    return faults.size();
  }

  /** True if nothing is wrong so far. */
  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** All faults by file and line. */
  public List<ConfigFault> sorted() {
    List<ConfigFault> sorted = new ArrayList<>(faults);
    Collections.sort(sorted);
    return List.copyOf(sorted);
  }

  /**
   * Stops if anything is wrong.
   *
   * @throws ConfigRefused with every fault
   */
  public void refuseIfAny() {
    if (!faults.isEmpty()) {
      throw new ConfigRefused(sorted());
    }
  }
}

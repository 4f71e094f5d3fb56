package io.guiyi.connectors;

import io.guiyi.records.IntakePage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects every fault of a settings record, so that an operator sees all of them at once. */
public final class SettingCheck {
  private final List<SettingFault> faults = new ArrayList<>();

  /** Notes a fault unless {@code holds}. */
  public SettingCheck that(boolean holds, String setting, String sentence) {
    if (!holds) {
      faults.add(new SettingFault(setting, sentence));
    }
    return this;
  }

  /** A text that must be there. */
  public SettingCheck given(String value, String setting) {
    return that(!value.isBlank(), setting, "is empty; it must be given");
  }

  /** A number within bounds. */
  public SettingCheck within(long value, long least, long most, String setting) {
    return that(
        value >= least && value <= most,
        setting,
        "%d must lie in %d to %d".formatted(value, least, most));
  }

  /** A duration within bounds. */
  public SettingCheck within(Duration value, Duration least, Duration most, String setting) {
    return that(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        setting,
        "%s must lie in %s to %s".formatted(value, least, most));
  }

  /** A number of rows that fits a page of the register. */
  public SettingCheck pageSize(int value) {
    return within(value, 1, IntakePage.MAX_ROWS, "pageSize");
  }

  /** Faults found elsewhere. */
  public SettingCheck also(List<SettingFault> more) {
    faults.addAll(more);
    return this;
  }

  /** All faults in the order in which they were found; empty if the settings are sound. */
  public List<SettingFault> faults() {
    return List.copyOf(faults);
  }
}

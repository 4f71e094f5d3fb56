package io.guiyi.connectors;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing wrong with a source's settings.
 *
 * @param setting the setting's name in its record, such as {@code pageSize}
 * @param sentence value, bound and remedy
 */
public record SettingFault(String setting, String sentence) {
  /**
   * Refuses settings with faults.
   *
   * @throws IllegalArgumentException naming every fault
   */
  public static void refuse(List<SettingFault> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          faults.stream().map(SettingFault::toString).collect(Collectors.joining("; ")));
    }
  }

  @Override
  public String toString() {
    return setting + ": " + sentence;
  }
}

package io.guiyi.lab.population.profile;

import io.guiyi.routes.config.ConfigNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers and further sections by name, in the order of the file.
 *
 * @param numbers numbers of this section
 * @param sections sections within it
 */
record Section(Map<String, Double> numbers, Map<String, Section> sections) {

  private static final double LEAST = 0;
  private static final double MOST = 100;

  /** Everything a file says, whatever its names. */
  static Section everything(ConfigNode node) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Map<String, Section> sections = new LinkedHashMap<>();
    for (String key : node.keys()) {
      if (node.isSection(key)) {
        sections.put(key, everything(node.section(key)));
      } else {
        numbers.put(key, node.decimal(key, LEAST, MOST, LEAST));
      }
    }
    return new Section(numbers, sections);
  }

  /** This section with what a file says differently; names that this one lacks become faults. */
  Section changed(ConfigNode node) {
    Map<String, Double> changedNumbers = new LinkedHashMap<>();
    Map<String, Section> changedSections = new LinkedHashMap<>();
    numbers.forEach((key, usual) -> changedNumbers.put(key, node.decimal(key, LEAST, MOST, usual)));
    sections.forEach((key, usual) -> changedSections.put(key, usual.changed(node.section(key))));
    node.rejectUnknown();
    return new Section(changedNumbers, changedSections);
  }
}

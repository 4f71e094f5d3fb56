package io.guiyi.routes.config;

import io.guiyi.registry.feed.SharingPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code subscribers/NAME.yaml}: the file's name is the subscriber's. */
final class SubscriberConfig {
  private final ConfigFaults faults;

  SubscriberConfig(ConfigFaults faults) {
    this.faults = faults;
  }

  Optional<SharingPolicy> read(Path folder, Path file) {
    ConfigNode node = ConfigFile.read(folder, file, faults);
    String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    String purpose = node.requiredText("purpose");
    String legalBasis = node.requiredText("legal-basis");
    List<String> fields = node.texts("fields");
    ConfigNode ages = node.section("ages");
    @Nullable Integer from = age(ages, "from");
    @Nullable Integer through = age(ages, "through");
    ages.rejectUnknown();
    node.rejectUnknown();
    return switch (SharingPolicy.read(name, purpose, legalBasis, fields, from, through)) {
      case SharingPolicy.Sound(SharingPolicy policy) -> Optional.of(policy);
      case SharingPolicy.Faulty(List<SharingPolicy.Fault> found) -> {
        found.forEach(fault -> note(node, fault));
        yield Optional.empty();
      }
    };
  }

  private static @Nullable Integer age(ConfigNode ages, String key) {
    return ages.has(key) ? (Integer) ages.number(key, 0, 150, 0) : null;
  }

  /** A missing text was already noted where it is missing. */
  private static void note(ConfigNode node, SharingPolicy.Fault fault) {
    String key = fault.at().replaceFirst("\\[.*", "").replace("legalBasis", "legal-basis");
    if (node.has(key) || key.equals("subscriber") || key.equals("fields")) {
      node.fault(key, fault.at() + ": " + fault.message(), "correct it");
    }
  }
}

package io.guiyi.lab.population.profile;

import io.guiyi.routes.config.ConfigFaults;
import io.guiyi.routes.config.ConfigFile;
import io.guiyi.routes.config.ConfigNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The percentages that make a city what it is. Immutable. */
public final class Profile {

  private static final String USUAL = "cixi.yaml";
  private static final String WEIGHTS = "weights";
  private static final String PERCENT = "percent";
  private static final String FAULTS = "faults";

  private static final Profile CIXI = usual();

  private final Section root;

  private Profile(Section root) {
    this.root = root;
  }

  /** The usual city. */
  public static Profile cixi() {
    return CIXI;
  }

  /**
   * The usual city with what a file says differently.
   *
   * @throws io.guiyi.routes.config.ConfigRefused with every fault of the file, its line and a
   *     remedy
   */
  public static Profile read(Path file) {
    ConfigFaults faults = new ConfigFaults();
    Path whole = file.toAbsolutePath();
    Path folder = Objects.requireNonNullElse(whole.getParent(), whole);
    ConfigNode node = ConfigFile.read(folder, whole, faults);
    Section root = CIXI.root.changed(node);
    section(root, WEIGHTS)
        .sections()
        .forEach((name, weights) -> {
          if (weights.numbers().values().stream().allMatch(weight -> weight == 0)) {
            node.section(WEIGHTS)
                .fault(name, "weights." + name + " are all 0", "leave one of them above 0");
          }
        });
    faults.refuseIfAny();
    return new Profile(root);
  }

  /**
   * Weights by name, of which at least one is above 0.
   *
   * @param group name under {@code weights}
   */
  public Map<String, Double> weights(String group) {
    return Map.copyOf(section(section(root, WEIGHTS), group).numbers());
  }

  /**
   * The chance of something, in per cent.
   *
   * @param name name under {@code percent}
   */
  public double percent(String name) {
    return number(section(root, PERCENT), name);
  }

  /**
   * How often a fault happens at scale 1, in per cent of the rows in which it is possible; 0 where
   * the source does not know it.
   *
   * @param fault label of the fault
   * @param source name of the source
   */
  public double faultPercent(String fault, String source) {
    return section(section(root, FAULTS), fault).numbers().getOrDefault(source, 0.0);
  }

  /** The labels of all faults. */
  public Iterable<String> faults() {
    return section(root, FAULTS).sections().keySet();
  }

  private static Section section(Section within, String name) {
    Section found = within.sections().get(name);
    if (found == null) {
      throw new IllegalStateException(
          "the profile has no section '" + name + "': add it to " + USUAL);
    }
    return found;
  }

  private static double number(Section within, String name) {
    Double found = within.numbers().get(name);
    if (found == null) {
      throw new IllegalStateException(
          "the profile has no number '" + name + "': add it to " + USUAL);
    }
    return found;
  }

  private static Profile usual() {
    try (InputStream stream = Profile.class.getResourceAsStream(USUAL)) {
      if (stream == null) {
        throw new IllegalStateException(
            "profile " + USUAL + " is missing from the jar: rebuild it");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      ConfigFaults faults = new ConfigFaults();
      Section root = Section.everything(ConfigFile.parse(USUAL, text, faults));
      faults.refuseIfAny();
      return new Profile(root);
    } catch (IOException fault) {
      throw new UncheckedIOException("profile " + USUAL + " cannot be read", fault);
    }
  }
}

package io.guiyi.routes.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One section of a configuration file. Every question names the bound of its answer; an answer
 * outside it becomes a fault and the question's fallback is used, so that reading goes on. A
 * section is done with {@link #rejectUnknown}, which finds keys nobody asked for: misspelt ones,
 * mostly.
 */
public final class ConfigNode {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final int MAX_LIST = 1_000;

  private final String file;
  private final String path;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final ConfigFaults faults;

  ConfigNode(String file, String path, int line, Optional<MappingNode> node, ConfigFaults faults) {
    this.file = file;
    this.path = path;
    this.line = line;
    this.faults = faults;
    node.ifPresent(this::readKeys);
  }

  private void readKeys(MappingNode node) {
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faultAt(lineOf(tuple.getKeyNode()), "a key must be plain text", "write key: value");
        continue;
      }
      if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        faultAt(lineOf(key), named(key.getValue()) + " stands twice", "keep one of them");
      }
      lines.putIfAbsent(key.getValue(), lineOf(key));
    }
  }

  /** True if the section has that key. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The same, for a setting that need not be there: it counts as asked for. */
  public boolean given(String key) {
    asked.add(key);
    return has(key);
  }

  /** The section under {@code key}; an empty one if it is missing. */
  public ConfigNode section(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node instanceof MappingNode mapping) {
      return new ConfigNode(file, path + key + ".", lineOf(mapping), Optional.of(mapping), faults);
    }
    if (node != null) {
      fault(key, named(key) + " must be a section", "indent its settings below it");
    }
    return new ConfigNode(file, path + key + ".", line, Optional.empty(), faults);
  }

  /** The text under {@code key}, or {@code fallback}. */
  public String text(String key, String fallback) {
    return scalar(key).orElse(fallback);
  }

  /** The text under {@code key}; a fault if it is missing or blank. */
  public String requiredText(String key) {
    Optional<String> found = scalar(key).filter(text -> !text.isBlank());
    if (found.isEmpty()) {
      fault(key, named(key) + " is missing", "add the line '" + key + ": ...'");
    }
    return found.orElse("");
  }

  /** A whole number from {@code least} to {@code most}. */
  public int number(String key, int least, int most, int fallback) {
    return bounded(key, Integer::valueOf, least, most, fallback, "a whole number");
  }

  /** A decimal number from {@code least} to {@code most}. */
  public double decimal(String key, double least, double most, double fallback) {
    return bounded(key, Double::valueOf, least, most, fallback, "a number");
  }

  private <N extends Comparable<N>> N bounded(
      String key, Function<String, N> reader, N least, N most, N fallback, String kind) {
    Optional<String> written = scalar(key);
    if (written.isEmpty()) {
      return fallback;
    }
    try {
      N value = reader.apply(written.get());
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The fault below says the same of text and of numbers out of bounds.
    }
    fault(
        key,
        "%s is '%s'".formatted(named(key), written.get()),
        "write %s from %s to %s".formatted(kind, least, most));
    return fallback;
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean fallback) {
    String written = scalar(key).orElse(Boolean.toString(fallback));
    if (!written.equals("true") && !written.equals("false")) {
      fault(key, "%s is '%s'".formatted(named(key), written), "write true or false");
      return fallback;
    }
    return written.equals("true");
  }

  /** A span such as 500ms, 30s, 10m, 2h or 7d, from {@code least} to {@code most}. */
  public Duration duration(String key, Duration least, Duration most, Duration fallback) {
    Optional<String> written = scalar(key);
    if (written.isEmpty()) {
      return fallback;
    }
    Optional<Duration> value = readDuration(written.get());
    if (value.isPresent()
        && value.get().compareTo(least) >= 0
        && value.get().compareTo(most) <= 0) {
      return value.get();
    }
    fault(
        key,
        "%s is '%s'".formatted(named(key), written.get()),
        "write a span from %s to %s, such as 500ms, 30s, 10m or 2h"
            .formatted(write(least), write(most)));
    return fallback;
  }

  /** One of {@code choices}. */
  public String choice(String key, List<String> choices, String fallback) {
    String written = scalar(key).orElse(fallback);
    if (choices.contains(written)) {
      return written;
    }
    fault(
        key,
        "%s is '%s'".formatted(named(key), written),
        "write one of " + String.join(", ", choices));
    return fallback;
  }

  /** An http or https address without a query; a fault if it is missing. */
  public URI httpUri(String key) {
    String written = requiredText(key);
    try {
      URI uri = new URI(written);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getQuery() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // The fault below covers it.
    }
    if (!written.isEmpty()) {
      fault(
          key,
          "%s is '%s'".formatted(named(key), written),
          "write an address such as https://police.example:8443");
    }
    return URI.create("http://invalid.invalid");
  }

  /**
   * One text of a list.
   *
   * @param text what is written
   * @param line where
   */
  record Item(String text, int line) {}

  /** The list of texts under {@code key}; empty if it is missing. */
  public List<String> texts(String key) {
    return items(key).stream().map(Item::text).toList();
  }

  /** The same with the line of each. */
  List<Item> items(String key) {
    asked.add(key);
    Node node = values.get(key);
    List<Item> texts = new ArrayList<>();
    if (node == null) {
      return texts;
    }
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().size() > MAX_LIST) {
      fault(
          key,
          named(key) + " must be a list of at most " + MAX_LIST,
          "write one '- item' a line, or [a, b]");
      return texts;
    }
    for (Node item : sequence.getValue()) {
      if (item instanceof ScalarNode scalar) {
        texts.add(new Item(scalar.getValue(), lineOf(item)));
      } else {
        faultAt(lineOf(item), "an item of " + named(key) + " must be text", "write '- item'");
      }
    }
    return texts;
  }

  /**
   * The sections in the list under {@code key}, in order; empty if it is missing.
   *
   * @param most how many there may be
   */
  public List<ConfigNode> sections(String key, int most) {
    asked.add(key);
    Node node = values.get(key);
    List<ConfigNode> sections = new ArrayList<>();
    if (node == null) {
      return sections;
    }
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().size() > most) {
      fault(
          key,
          named(key) + " must be a list of at most " + most,
          "write one '- setting: value' a line");
      return sections;
    }
    for (Node item : sequence.getValue()) {
      String name = "%s%s[%d].".formatted(path, key, sections.size() + 1);
      if (item instanceof MappingNode mapping) {
        sections.add(new ConfigNode(file, name, lineOf(item), Optional.of(mapping), faults));
      } else {
        faultAt(
            lineOf(item),
            "an item of " + named(key) + " must be a section",
            "write '- setting: value'");
      }
    }
    return sections;
  }

  /** True if a section stands under {@code key}. */
  public boolean isSection(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** True if a list stands under {@code key}. */
  public boolean isList(String key) {
    return values.get(key) instanceof SequenceNode;
  }

  /** Every key of the section, in order. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** The line of {@code key}; the section's own if it has no such key. */
  public int lineOf(String key) {
    return lines.getOrDefault(key, line);
  }

  /** The file it was read from, relative to the configuration folder. */
  public String file() {
    return file;
  }

  /** The full name of {@code key}, such as {@code person.name}. */
  public String named(String key) {
    return path + key;
  }

  /** Where faults are noted. */
  ConfigFaults faults() {
    return faults;
  }

  /** Notes every key that no question asked for. Call it when the section has been read. */
  public void rejectUnknown() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        fault(
            key,
            named(key) + " is no setting",
            "remove it or write one of " + String.join(", ", asked));
      }
    }
  }

  /** Notes a fault at the line of {@code key}. */
  public void fault(String key, String problem, String remedy) {
    faultAt(lines.getOrDefault(key, line), problem, remedy);
  }

  /** Notes a fault at a line. */
  void faultAt(int where, String problem, String remedy) {
    faults.add(new ConfigFault(file, where, problem, remedy));
  }

  private Optional<String> scalar(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    fault(key, named(key) + " must be a single value", "write '" + key + ": value'");
    return Optional.empty();
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static Optional<Duration> readDuration(String written) {
    Matcher parts = DURATION.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(parts.group(1));
    return Optional.of(
        switch (parts.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  private static String write(Duration span) {
    if (span.toMillis() % 1000 != 0) {
      return span.toMillis() + "ms";
    }
    long seconds = span.toSeconds();
    if (seconds % 86_400 == 0 && seconds > 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0 && seconds > 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}

package io.guiyi.routes.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Opens a YAML file as a {@link ConfigNode}. Only the tree is built: no tag creates an object. */
public final class ConfigFile {
  private static final int MAX_BYTES = 1 << 20;

  private ConfigFile() {}

  /** The root section; an empty one, with a fault noted, if the file cannot be read. */
  public static ConfigNode read(Path folder, Path file, ConfigFaults faults) {
    String name = folder.relativize(file).toString();
    try {
      if (Files.size(file) > MAX_BYTES) {
        faults.add(
            new ConfigFault(name, 0, "larger than 1 MiB", "split it or remove what is not YAML"));
        return empty(name, faults);
      }
      return parse(name, Files.readString(file), faults);
    } catch (CharacterCodingException e) {
      faults.add(new ConfigFault(name, 0, "not UTF-8", "save it as UTF-8"));
    } catch (IOException e) {
      faults.add(new ConfigFault(name, 0, "cannot be read", "check that it exists and its rights"));
    }
    return empty(name, faults);
  }

  /**
   * The root section of a text; an empty one, with a fault noted, if it is not YAML.
   *
   * @param name what faults call the text
   */
  public static ConfigNode parse(String name, String text, ConfigFaults faults) {
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(10);
    limits.setNestingDepthLimit(20);
    try {
      Node node = new Yaml(limits).compose(new StringReader(text));
      if (node instanceof MappingNode mapping) {
        return new ConfigNode(name, "", 1, Optional.of(mapping), faults);
      }
      faults.add(new ConfigFault(name, 1, "holds no settings", "write 'key: value' lines"));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      faults.add(
          new ConfigFault(
              name, line, "not YAML: " + e.getProblem(), "check indentation and quotes"));
    } catch (YAMLException e) {
      faults.add(
          new ConfigFault(
              name, 0, "not YAML or too deeply nested", "check indentation and quotes"));
    }
    return empty(name, faults);
  }

  private static ConfigNode empty(String name, ConfigFaults faults) {
    return new ConfigNode(name, "", 0, Optional.empty(), faults);
  }
}

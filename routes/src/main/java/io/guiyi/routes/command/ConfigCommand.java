package io.guiyi.routes.command;

import io.guiyi.routes.config.ConfigFault;
import io.guiyi.routes.config.ConfigFaults;
import io.guiyi.routes.config.HubConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What concerns the configuration files. */
@Command(
    name = "config",
    description = "Work on the configuration files.",
    mixinStandardHelpOptions = true)
final class ConfigCommand {
  /** Reads every file and lists every fault. */
  @Command(
      name = "check",
      description = "Lists every fault of the configuration: file, line, remedy.",
      mixinStandardHelpOptions = true)
  int check(@Mixin Places places, @Mixin Output output) {
    ConfigFaults faults = new ConfigFaults();
    HubConfig.read(places.config(), places.data(), faults);
    List<ConfigFault> found = faults.sorted();
    found.forEach(output.out()::println);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("config", places.config().toString());
    result.put("faults", found);
    output.say(
        result,
        out -> {
          if (found.isEmpty()) {
            out.println("no faults in " + places.config());
          }
        });
    return found.isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
  }
}

package io.guiyi.routes.command;

import io.guiyi.routes.config.ConfigFault;
import io.guiyi.routes.config.ConfigFaults;
import io.guiyi.routes.config.HubConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What concerns the configuration files. */
@Command(
    name = "config",
    description = "Work on the configuration files.",
    mixinStandardHelpOptions = true,
    subcommands = ConfigCommand.Check.class)
final class ConfigCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do: check");
  }

  /** Reads every file and lists every fault. */
  @Command(
      name = "check",
      description = "Lists every fault of the configuration: file, line, remedy.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Option(names = "--json", description = "end with one JSON object on the last line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
      ConfigFaults faults = new ConfigFaults();
      HubConfig.read(places.config(), places.data(), faults);
      List<ConfigFault> found = faults.sorted();
      var out = spec.commandLine().getOut();
      found.forEach(out::println);
      if (json) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("config", places.config().toString());
        result.put("faults", found);
        out.println(JsonMapper.shared().writeValueAsString(result));
      } else if (found.isEmpty()) {
        out.println("no faults in " + places.config());
      }
      return found.isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
    }
  }
}

package io.guiyi.routes.command;

import io.guiyi.connectors.declared.FolderFiles;
import io.guiyi.connectors.declared.JdbcRows;
import io.guiyi.connectors.declared.RestPages;
import io.guiyi.connectors.declared.SftpFiles;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.io.PrintWriter;
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

/** What concerns the sources. */
@Command(
    name = "sources",
    description = "Work on the sources.",
    mixinStandardHelpOptions = true,
    subcommands = {SourcesCommand.ListAll.class, SourcesTryCommand.class})
final class SourcesCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do: list, try");
  }

  /** Lists what is configured. */
  @Command(
      name = "list",
      description = "Lists the configured sources: name, protocol, whether it is enabled.",
      mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {
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
      List<SourceEntry> sources = HubConfig.read(places.config(), places.data()).sources();
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("sources", sources.stream().map(ListAll::described).toList());
        out.println(JsonMapper.shared().writeValueAsString(result));
      } else {
        sources.forEach(source -> out.println(String.join("  ", line(source))));
      }
      return ExitCode.DONE;
    }

    private static List<String> line(SourceEntry source) {
      return List.of(
          "%-12s".formatted(source.id()),
          "%-18s".formatted(protocol(source.dialect())),
          source.enabled() ? "enabled" : "disabled");
    }

    private static Map<String, Object> described(SourceEntry source) {
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("source", source.id().name());
      described.put("protocol", protocol(source.dialect()));
      described.put("enabled", source.enabled());
      return described;
    }

    private static String protocol(SourceEntry.Dialect dialect) {
      return switch (dialect) {
        case SourceEntry.Police _ -> "police";
        case SourceEntry.Labour _ -> "labour";
        case SourceEntry.Health _ -> "health";
        case SourceEntry.Education _ -> "education";
        case SourceEntry.Declared declared ->
            switch (declared.declaration().protocol()) {
              case RestPages _ -> "declared: rest";
              case JdbcRows _ -> "declared: jdbc";
              case FolderFiles _ -> "declared: folder";
              case SftpFiles _ -> "declared: sftp";
            };
      };
    }
  }
}

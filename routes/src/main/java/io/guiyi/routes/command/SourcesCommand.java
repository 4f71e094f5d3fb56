package io.guiyi.routes.command;

import io.guiyi.connectors.declared.FolderFiles;
import io.guiyi.connectors.declared.JdbcRows;
import io.guiyi.connectors.declared.RestPages;
import io.guiyi.connectors.declared.SftpFiles;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What concerns the sources. */
@Command(
    name = "sources",
    description = "Work on the sources.",
    mixinStandardHelpOptions = true,
    subcommands = SourcesTryCommand.class)
final class SourcesCommand {
  /** Lists what is configured. */
  @Command(
      name = "list",
      description = "Lists the configured sources: name, protocol, whether it is enabled.",
      mixinStandardHelpOptions = true)
  int list(@Mixin Places places, @Mixin Output output) {
    List<SourceEntry> sources = HubConfig.read(places.config(), places.data()).sources();
    output.say(
        Map.of("sources", sources.stream().map(SourcesCommand::described).toList()),
        out -> sources.forEach(source -> out.println(String.join("  ", line(source)))));
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

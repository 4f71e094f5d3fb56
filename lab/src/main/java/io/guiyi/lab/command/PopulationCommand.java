package io.guiyi.lab.command;

import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.PopulationFiles;
import io.guiyi.routes.command.ExitCode;
import io.guiyi.routes.command.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes an invented city to files. */
@Command(
    name = "population",
    description = "Writes an invented city as the departments would deliver it, with its truth.",
    mixinStandardHelpOptions = true)
final class PopulationCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CityOptions city;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where rows, truth.csv and families.csv are written")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path out;

  @Option(names = "--json", description = "end with one JSON object on the last line")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Progress progress = new Progress(spec.commandLine().getErr(), Clock.systemUTC());
    PopulationSettings settings = city.settings(spec);
    long start = System.nanoTime();
    PopulationFiles.Counts counts = PopulationFiles.write(Population.generate(settings), out);
    double seconds = (System.nanoTime() - start) / 1e9;
    long rows = counts.allRows();
    progress.step("%d rows about %d people in %s".formatted(rows, counts.people(), out));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("people", counts.people());
    for (Feed feed : Feed.values()) {
      result.put(feed.source() + "_rows", counts.rows().getOrDefault(feed, 0L));
    }
    result.put("records", counts.records());
    result.put("seconds", Math.round(seconds * 1000) / 1000.0);
    result.put("rows_per_second", Math.round(rows / seconds));
    if (json) {
      spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(result));
    } else {
      result.forEach((name, value) -> spec.commandLine().getOut().println(name + ": " + value));
    }
    return ExitCode.DONE;
  }
}

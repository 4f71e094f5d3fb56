package io.guiyi.lab.command;

import io.guiyi.lab.linkage.LinkageFiles;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.PopulationFiles;
import io.guiyi.routes.command.ExitCode;
import io.guiyi.routes.command.Output;
import io.guiyi.routes.command.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes an invented city to files. */
@Command(
    name = "population",
    description = "Writes an invented city as the departments would deliver it, with its truth.",
    mixinStandardHelpOptions = true)
final class PopulationCommand implements Callable<Integer> {
  @Mixin private final CityOptions city = new CityOptions();
  @Mixin private final Output output = new Output();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where the files are written, the truth beside them")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path out;

  @Option(
      names = "--linkage",
      description = {
        "write flat files for 'guiyi link' instead: one CSV a source with one row a record,",
        "shuffled and renumbered, and apart from them truth.csv and difficulty.csv"
      })
  private boolean linkage;

  @Override
  public Integer call() throws IOException {
    Progress progress = output.progress();
    Population population = Population.generate(city.settings());
    long start = System.nanoTime();
    Written written = linkage ? linkage(population) : deliveries(population);
    double seconds = (System.nanoTime() - start) / 1e9;
    progress.step(
        "%d rows about %d people in %s".formatted(written.allRows(), written.people(), out));
    Map<String, Object> result = written.figures();
    result.put("seconds", Math.round(seconds * 1000) / 1000.0);
    result.put("rows_per_second", Math.round(written.allRows() / seconds));
    output.say(
        result, words -> result.forEach((name, value) -> words.println(name + ": " + value)));
    return ExitCode.DONE;
  }

  /**
   * What was written.
   *
   * @param rows by source
   */
  private record Written(long people, Map<Feed, Long> rows, long records) {

    long allRows() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Object> figures() {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("people", people);
      for (Feed feed : Feed.values()) {
        figures.put(feed.source() + "_rows", rows.getOrDefault(feed, 0L));
      }
      figures.put("records", records);
      return figures;
    }
  }

  private Written deliveries(Population population) throws IOException {
    PopulationFiles.Counts counts = PopulationFiles.write(population, out);
    return new Written(counts.people(), counts.rows(), counts.records());
  }

  private Written linkage(Population population) throws IOException {
    LinkageFiles.Counts counts = LinkageFiles.write(population, out);
    return new Written(counts.people(), counts.records(), counts.allRecords());
  }
}

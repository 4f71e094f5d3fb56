package io.guiyi.lab.command;

import io.guiyi.lab.bench.ArenaSettings;
import io.guiyi.lab.bench.BenchPage;
import io.guiyi.lab.bench.Contest;
import io.guiyi.lab.bench.Duke;
import io.guiyi.lab.bench.LinkBench;
import io.guiyi.lab.bench.MeasuredProcess;
import io.guiyi.lab.bench.PeerBench;
import io.guiyi.lab.bench.Ratchet;
import io.guiyi.lab.bench.Score;
import io.guiyi.lab.linkage.NaiveRule;
import io.guiyi.routes.command.ExitCode;
import io.guiyi.routes.command.Output;
import io.guiyi.routes.command.Progress;
import io.guiyi.routes.evaluate.ClusterFiles;
import io.guiyi.routes.evaluate.MeasuredClusters;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the engine. */
@Command(
    name = "bench",
    description = "Measures the engine: what it finds, what it costs, and how others compare.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchCommand.Link.class,
      BenchCommand.Peers.class,
      BenchCommand.Naive.class,
      BenchResolveCommand.class
    })
final class BenchCommand {
  /** Links public and invented sets. */
  @Command(
      name = "link",
      description = {
        "Links public and invented sets by 'guiyi link' in a process of its own, on renumbered",
        "and shuffled records without the truth; says what it found and what it cost. Sets whose",
        "files are missing are skipped by name."
      },
      mixinStandardHelpOptions = true)
  static final class Link implements Callable<Integer> {
    @Mixin private final BenchOptions options = new BenchOptions();

    @Option(
        names = "--ratchet",
        arity = "0..1",
        fallbackValue = "docs/quality.json",
        paramLabel = "FILE",
        description = {
          "keeps the best quality of each set in a file (docs/quality.json if none is named);",
          "ends with 3 if a set is worse than that by more than a trifle"
        })
    private @Nullable Path ratchet;

    @Option(
        names = "--page",
        arity = "0..1",
        fallbackValue = "docs/benchmarks.md",
        paramLabel = "FILE",
        description = {
          "writes the rows of the table in a page anew (docs/benchmarks.md if none is named)"
        })
    private @Nullable Path page;

    @Mixin private final Output output = new Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
      Table table = new Table(output);
      ArenaSettings settings = options.arena();
      LinkBench bench = options.bench(settings, table.progress);
      for (Contest contest : options.contests(List.of(Contest.values()))) {
        if (table.isThere(contest, bench)) {
          table.scores.add(held(bench.hold(contest), contest.set(settings)));
        }
      }
      if (page != null) {
        new BenchPage(page).write(table.scores);
      }
      return table.report();
    }

    private Score held(Score score, String set) throws IOException {
      return ratchet == null ? score : score.with(new Ratchet(ratchet).hold(set, score.quality()));
    }
  }

  /** Compares with another engine. */
  @Command(
      name = "peers",
      description = {
        "Links the historical set and its copies by Duke 1.2 and by 'guiyi link', on the same file",
        "in the same run. Duke is fetched from the central repository the first time."
      },
      mixinStandardHelpOptions = true)
  static final class Peers implements Callable<Integer> {
    @Mixin private final BenchOptions options = new BenchOptions();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
      Table table = new Table(output);
      ArenaSettings settings = options.arena();
      LinkBench bench = options.bench(settings, table.progress);
      int threads =
          options.threads() == 0 ? Runtime.getRuntime().availableProcessors() : options.threads();
      Duke duke = new Duke(options.home(), threads, options.processes());
      Files.createDirectories(settings.work());
      duke.fetch(settings.work().resolve("fetch-duke.log"));
      PeerBench peers = new PeerBench(settings, bench, duke, table.progress);
      for (Contest contest : options.contests(PeerBench.CONTESTS)) {
        if (table.isThere(contest, bench)) {
          table.scores.addAll(peers.hold(contest));
        }
      }
      return table.report();
    }
  }

  /** What a bench has to tell. */
  private static final class Table {
    private final Output output;
    private final Progress progress;
    private final List<Score> scores = new ArrayList<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();

    Table(Output output) {
      this.output = output;
      this.progress = output.progress();
    }

    boolean isThere(Contest contest, LinkBench bench) {
      List<Path> missing = bench.missing(contest);
      if (!missing.isEmpty()) {
        String files = String.join(", ", missing.stream().map(Path::toString).toList());
        progress.step("skipping %s: %s is not there".formatted(contest.title(), files));
        skipped.put(contest.title(), files);
      }
      return missing.isEmpty();
    }

    int report() {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("cores", Runtime.getRuntime().availableProcessors());
      result.put("java", Runtime.version().toString());
      result.put("measured_by", MeasuredProcess.method());
      result.put("contests", scores.stream().map(Score::figures).toList());
      result.put("skipped", skipped);
      output.say(result, this::print);
      boolean holds = scores.stream().allMatch(score -> score.broken().isEmpty());
      return holds ? ExitCode.DONE : ExitCode.BOUND_BROKEN;
    }

    private void print(PrintWriter out) {
      out.print(Score.table(scores));
      skipped.forEach((title, files) -> out.printf("%-16sskipped, no %s%n", title, files));
      out.printf(
          "CPU-s and GB: all processes of the command, launcher included, by %s%n",
          MeasuredProcess.method());
    }
  }

  /** The yardstick. */
  @Command(
      name = "naive",
      description = {
        "Links the files of 'guiyi population --linkage' by what everybody would do first: the",
        "same valid ID number, or the same name, birth date and sex, is the same person."
      },
      mixinStandardHelpOptions = true)
  static final class Naive implements Callable<Integer> {
    @Option(
        names = "--linkage",
        required = true,
        paramLabel = "DIR",
        description = "folder that 'guiyi population --linkage' has written")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path linkage;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "where the clusters are written")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path out;

    @Mixin private final Output output = new Output();

    @Override
    public Integer call() throws IOException {
      NaiveRule.apply(linkage, out);
      Path truth = linkage.resolve("truth.csv");
      MeasuredClusters measured =
          new ClusterFiles(out, truth, linkage.resolve("difficulty.csv")).read();
      output.err().print(measured.breakdown().table());
      output.err().flush();
      return output.report(measured.figures(), List.of());
    }
  }
}

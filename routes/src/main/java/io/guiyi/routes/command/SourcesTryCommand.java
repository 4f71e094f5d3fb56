package io.guiyi.routes.command;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.declared.Declaration;
import io.guiyi.connectors.declared.DeclaredSource;
import io.guiyi.connectors.declared.Sample;
import io.guiyi.connectors.declared.Trial;
import io.guiyi.connectors.declared.Trial.Outcome;
import io.guiyi.records.Delivered;
import io.guiyi.records.Watermark;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how a declared source would be read; stores nothing and changes nothing. */
@Command(
    name = "try",
    description = {
      "Shows the first rows of a declared source as read, as mapped and as refused; masked,"
          + " nothing is stored.",
      "试读：按配置读取前几行，显示读到的、映射后的和被拒的（均已脱敏），不入库。"
    },
    mixinStandardHelpOptions = true)
final class SourcesTryCommand implements Callable<Integer> {
  private static final int ROWS_MAX = 1_000;
  private static final long SAMPLE_BYTES_MAX = 256L << 20;

  @Parameters(paramLabel = "FILE", description = "the source's YAML file")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path file;

  @Option(
      names = "--sample",
      paramLabel = "DATAFILE",
      description = "read this file (.csv, .xlsx, .json) instead of asking the source")
  private @Nullable Path sample;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "how many rows, 1 to 1000 (default: ${DEFAULT-VALUE})",
      defaultValue = "10")
  private int rows;

  @Mixin private final Output output = new Output();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (rows < 1 || rows > ROWS_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--rows is %d; it must lie in 1 to %d".formatted(rows, ROWS_MAX));
    }
    if (!(HubConfig.source(file, sample == null).dialect()
        instanceof SourceEntry.Declared(Declaration declaration, Path _))) {
      throw new ParameterException(
          spec.commandLine(), file + " is not of connector: declared; only those can be tried");
    }
    try {
      List<Trial> trials = trials(declaration.atOnce());
      output.say(object(trials), out -> trials.forEach(trial -> show(out, trial)));
      output
          .err()
          .printf("%d rows read, %d refused; nothing was stored%n", trials.size(), refused(trials));
      return ExitCode.DONE;
    } catch (SourceUnavailable e) {
      output.err().printf("%s: %s%n", e.kind(), e.sentence());
      return ExitCode.FAILED;
    }
  }

  private List<Trial> trials(Declaration declaration) throws SourceUnavailable {
    Clock clock = Clock.systemUTC();
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.start();
    try (DeclaredSource source = DeclaredSource.create(camel, declaration, clock)) {
      List<Delivered> first =
          sample == null
              ? asked(source)
              : Sample.rows(declaration, nameOf(sample), content(sample), rows, clock.instant());
      return first.stream().map(row -> Trial.of(declaration, source, row)).toList();
    } finally {
      camel.stop();
    }
  }

  private List<Delivered> asked(DeclaredSource source) throws SourceUnavailable {
    List<Delivered> first = new ArrayList<>();
    Pull pull = source.pull(Watermark.START);
    for (Optional<SourcePage> page = pull.nextPage();
        page.isPresent() && first.size() < rows;
        page = first.size() < rows ? pull.nextPage() : Optional.empty()) {
      page.get().rows().stream().limit(rows - first.size()).forEach(first::add);
    }
    return first;
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private byte[] content(Path path) {
    try {
      if (Files.size(path) > SAMPLE_BYTES_MAX) {
        throw new ParameterException(spec.commandLine(), path + " is larger than 256 MiB");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), path + " cannot be read; check that it exists and its rights");
    }
  }

  private static long refused(List<Trial> trials) {
    return trials.stream().filter(trial -> trial.outcome() instanceof Outcome.Refused).count();
  }

  private static Map<String, Object> object(List<Trial> trials) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rows_read", trials.size());
    object.put("rows_refused", refused(trials));
    object.put("rows", trials.stream().map(SourcesTryCommand::row).toList());
    return object;
  }

  private static Map<String, Object> row(Trial trial) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("position", trial.position());
    row.put("read", trial.columns());
    switch (trial.outcome()) {
      case Outcome.Mapped mapped -> {
        row.put("key", mapped.key());
        row.put("withdrawn", mapped.withdrawn());
        row.put("person", mapped.person());
        row.put("statements", mapped.statements());
      }
      case Outcome.Refused refused -> row.put("refused", refused);
    }
    return row;
  }

  private static void show(PrintWriter out, Trial trial) {
    out.println(trial.position());
    out.println("  read 读到     " + trial.columns());
    switch (trial.outcome()) {
      case Outcome.Mapped mapped -> {
        out.printf(
            "  key 主键      %s%s%n", mapped.key(), mapped.withdrawn() ? "  withdrawn 已撤销" : "");
        out.println("  person 人     " + mapped.person());
        mapped.statements().forEach(statement -> out.println("  states 陈述   " + statement));
      }
      case Outcome.Refused refused ->
          out.printf(
              "  refused 被拒  %s %s: %s%n", refused.reason(), refused.column(), refused.detail());
    }
  }
}

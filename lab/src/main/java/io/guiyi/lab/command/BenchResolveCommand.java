package io.guiyi.lab.command;

import io.guiyi.lab.bench.resolve.ResolveBench;
import io.guiyi.lab.bench.resolve.ResolveFigures;
import io.guiyi.lab.bench.resolve.ResolveSettings;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.routes.command.Output;
import io.guiyi.routes.config.ModelFile;
import io.guiyi.seal.KeyPurpose;
import io.guiyi.seal.KeyRing;
import io.guiyi.seal.KeyedHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the online engine. */
@Command(
    name = "resolve",
    description = {
      "Measures the online engine without a database: invented persons in the index, then a",
      "stream of records, 60 % about a person who is there with a mistake, 30 % exactly as",
      "before, 10 % about somebody new."
    },
    mixinStandardHelpOptions = true)
final class BenchResolveCommand implements Callable<Integer> {
  @Option(
      names = "--people",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "persons in the index (default: ${DEFAULT-VALUE})")
  private int people;

  @Option(
      names = "--records",
      defaultValue = "50000",
      paramLabel = "N",
      description = "records that arrive while the clock runs (default: ${DEFAULT-VALUE})")
  private int records;

  @Option(
      names = "--warm-up",
      defaultValue = "50000",
      paramLabel = "N",
      description = "records that arrive before the clock runs (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--every-record",
      description = "load all records of each person, about 2.7, instead of one")
  private boolean everyRecord;

  @Option(names = "--search-only", description = "look for candidates alone instead of deciding")
  private boolean searchOnly;

  @Option(
      names = "--page",
      defaultValue = "1000",
      paramLabel = "N",
      description = "records of a page (default: ${DEFAULT-VALUE})")
  private int page;

  @Option(
      names = "--seed",
      defaultValue = "20261122",
      paramLabel = "N",
      description = "decides who lives in the city and who arrives (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "a trained model (default: the one that is shipped)")
  private @Nullable Path model;

  @Option(
      names = "--work",
      defaultValue = "var/bench",
      paramLabel = "DIR",
      description = "folder to work in (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path work;

  @Mixin private final Output output = new Output();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    KeptModel kept = model == null ? ModelFile.shipped() : ModelFile.kept(model);
    ResolveSettings settings = settings();
    KeyRing ring = KeyRing.open(settings.work().resolve("keys"));
    ring.ensure(new KeyPurpose.IndexTerm());
    ResolveBench bench =
        new ResolveBench(settings, kept, new KeyedHash(ring)::term, output.progress());
    ResolveFigures figures = bench.run();
    return output.report(figures.figures(), List.of());
  }

  private ResolveSettings settings() {
    try {
      return new ResolveSettings(
          people, records, warmUp, everyRecord, searchOnly, page, seed, work.toAbsolutePath());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }
}

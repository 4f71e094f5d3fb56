package io.guiyi.lab.bench.resolve;

import com.sun.management.OperatingSystemMXBean;
import io.guiyi.lab.bench.resolve.Arrivals.Arrival;
import io.guiyi.matching.TermKey;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.routes.command.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts persons into the index, lets records arrive, and counts. */
public final class ResolveBench {
  private final ResolveSettings settings;
  private final KeptModel model;
  private final TermKey key;
  private final Progress progress;
  private final OperatingSystemMXBean machine =
      Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));
  private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
  private int loaded;

  /** A bench. */
  public ResolveBench(ResolveSettings settings, KeptModel model, TermKey key, Progress progress) {
    this.settings = settings;
    this.model = model;
    this.key = key;
    this.progress = progress;
  }

  /** Runs. */
  public ResolveFigures run() throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(settings.work()), "resolve");
    ModelDescription description = model.trained().description();
    try (MeasuredEngine engine =
        settings.searchOnly()
            ? new SearchEngine(folder, description, key)
            : new DecisionEngine(folder, model, key)) {
      Arrivals arrivals = new Arrivals(settings, description);
      progress.step("inventing and indexing %d people".formatted(settings.people()));
      arrivals.load(arrival -> load(arrival, engine));
      engine.keep();
      List<Arrival> arriving = arrivals.arriving();
      progress.step("%d records of them indexed; warming up".formatted(loaded));
      arrive(arriving.subList(0, settings.warmUp()), engine);
      progress.step("%d records arrive".formatted(settings.arrivals()));
      long cpu = machine.getProcessCpuTime();
      long start = System.nanoTime();
      Tally tally = arrive(arriving.subList(settings.warmUp(), arriving.size()), engine);
      double wall = (System.nanoTime() - start) / 1e9;
      double spent = (machine.getProcessCpuTime() - cpu) / 1e9;
      return new ResolveFigures(
          settings,
          loaded,
          spent,
          wall,
          tally,
          new ResolveFigures.Room(residentBytes(), heapBytes(), bytes(folder), engine.segments()));
    } finally {
      delete(folder);
    }
  }

  private void load(Arrival arrival, MeasuredEngine engine) {
    engine.load(arrival);
    loaded++;
    progress.count(() -> "%d records".formatted(loaded));
  }

  private Tally arrive(List<Arrival> arriving, MeasuredEngine engine) {
    Tally tally = new Tally(arriving.size());
    for (int from = 0; from < arriving.size(); from += settings.page()) {
      int end = Math.min(arriving.size(), from + settings.page());
      for (Arrival arrival : arriving.subList(from, end)) {
        long cpu = thread.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        MeasuredEngine.Answer answer = engine.arrive(arrival);
        long taken = System.nanoTime() - start;
        tally.add(arrival.kind(), answer, taken, thread.getCurrentThreadCpuTime() - cpu);
      }
      long start = System.nanoTime();
      engine.keep();
      tally.kept(System.nanoTime() - start);
    }
    return tally;
  }

  private static long residentBytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    }
  }

  private static long heapBytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

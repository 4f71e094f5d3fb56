package io.guiyi.lab.bench.resolve;

import com.sun.management.OperatingSystemMXBean;
import io.guiyi.lab.bench.resolve.Arrivals.Arrival;
import io.guiyi.lab.bench.resolve.Arrivals.Kind;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.TermKey;
import io.guiyi.matching.candidates.CandidateIndex;
import io.guiyi.matching.candidates.CandidateSearch;
import io.guiyi.matching.candidates.PageOverlay;
import io.guiyi.matching.candidates.RecordTerms;
import io.guiyi.matching.candidates.TermMaker;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.routes.command.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts persons into the index, lets records arrive, and counts. */
public final class ResolveBench {
  private static final int REFRESHED_WHILE_LOADING = 50_000;

  private final ResolveSettings settings;
  private final ModelDescription model;
  private final TermKey key;
  private final Progress progress;
  private final OperatingSystemMXBean machine =
      Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));

  private int[] residentOf = new int[1 << 16];
  private int records;

  /** A bench. */
  public ResolveBench(
      ResolveSettings settings, ModelDescription model, TermKey key, Progress progress) {
    this.settings = settings;
    this.model = model;
    this.key = key;
    this.progress = progress;
  }

  /** What the arrivals showed. */
  private static final class Tally {
    private final Latencies each;
    private final Latencies keeps;
    private long candidates;
    private int underSearched;
    private int right;

    Tally(int arrivals) {
      each = new Latencies(arrivals);
      keeps = new Latencies(arrivals);
    }
  }

  /** Runs. */
  public ResolveFigures run() throws IOException {
    ModelColumns columns = new ModelColumns(model);
    Arrivals arrivals = new Arrivals(settings, columns);
    TermMaker maker = new TermMaker(model, key);
    Path folder = Files.createTempDirectory(Files.createDirectories(settings.work()), "resolve");
    try (CandidateIndex index = CandidateIndex.open(folder, maker)) {
      progress.step("inventing and indexing %d people".formatted(settings.people()));
      arrivals.load(arrival -> load(arrival, index, maker));
      index.commit(1);
      int loaded = records;
      List<Arrival> arriving = arrivals.arriving();
      progress.step("%d records of them indexed; warming up".formatted(loaded));
      arrive(arriving.subList(0, settings.warmUp()), index, maker);
      progress.step("%d records arrive".formatted(settings.arrivals()));
      long cpu = machine.getProcessCpuTime();
      long start = System.nanoTime();
      Tally tally = arrive(arriving.subList(settings.warmUp(), arriving.size()), index, maker);
      double wall = (System.nanoTime() - start) / 1e9;
      double spent = (machine.getProcessCpuTime() - cpu) / 1e9;
      return new ResolveFigures(
          settings.people(),
          loaded,
          settings.arrivals(),
          spent,
          wall,
          tally.each.within(0.5),
          tally.each.within(0.99),
          tally.keeps.within(0.99),
          tally.candidates / (double) settings.arrivals(),
          tally.underSearched,
          tally.right / (double) settings.arrivals(),
          residentBytes(),
          heapBytes(),
          bytes(folder),
          index.segments());
    } finally {
      delete(folder);
    }
  }

  private void load(Arrival arrival, CandidateIndex index, TermMaker maker) {
    RecordRef record = named(arrival.resident());
    index.add(record, terms(arrival, maker));
    if (records % REFRESHED_WHILE_LOADING == 0) {
      index.refresh();
    }
    progress.count(() -> "%d records".formatted(records));
  }

  private RecordRef named(int resident) {
    if (records == residentOf.length) {
      residentOf = Arrays.copyOf(residentOf, 2 * records);
    }
    residentOf[records++] = resident;
    return new RecordRef(records);
  }

  private static RecordTerms terms(Arrival arrival, TermMaker maker) {
    return maker.of(field -> arrival.values()[field], field -> arrival.values()[field]);
  }

  private Tally arrive(List<Arrival> arriving, CandidateIndex index, TermMaker maker) {
    Tally tally = new Tally(arriving.size());
    for (int from = 0; from < arriving.size(); from += settings.page()) {
      PageOverlay overlay = new PageOverlay();
      CandidateSearch search = new CandidateSearch(index, overlay);
      int end = Math.min(arriving.size(), from + settings.page());
      for (Arrival arrival : arriving.subList(from, end)) {
        long start = System.nanoTime();
        RecordTerms terms = terms(arrival, maker);
        CandidateSearch.Candidates found = search.find(terms, null);
        RecordRef record = named(arrival.resident());
        overlay.place(record, terms);
        tally.each.add(System.nanoTime() - start);
        tally.candidates += found.records().size();
        tally.underSearched += found.underSearched() ? 1 : 0;
        tally.right += isRight(arrival, found) ? 1 : 0;
      }
      long start = System.nanoTime();
      index.apply(overlay, _ -> false);
      index.refresh();
      tally.keeps.add(System.nanoTime() - start);
    }
    return tally;
  }

  /** A person who is there is among the candidates; of somebody new nothing is asked. */
  private boolean isRight(Arrival arrival, CandidateSearch.Candidates found) {
    return arrival.kind() == Kind.NEW
        || found.records().stream()
            .anyMatch(ref -> residentOf[(int) ref.number() - 1] == arrival.resident());
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

package io.guiyi.lab.bench;

import io.guiyi.matching.evaluate.ClusterQuality;
import io.guiyi.routes.command.Progress;
import io.guiyi.routes.evaluate.ClusterFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Holds contests. */
public final class LinkBench {

  private final ArenaSettings settings;
  private final Arena arena;
  private final Linker linker;
  private final Progress progress;

  /** A bench. */
  public LinkBench(ArenaSettings settings, Linker linker, Progress progress) {
    this.settings = settings;
    this.arena = new Arena(settings);
    this.linker = linker;
    this.progress = progress;
  }

  /** The public files that a contest needs and that are not there. */
  public List<Path> missing(Contest contest) {
    return arena.missing(contest);
  }

  /** Prepares a contest, links and measures. */
  public Score hold(Contest contest) throws IOException, InterruptedException {
    return hold(contest, prepared(contest));
  }

  /** The input of a contest. */
  Prepared prepared(Contest contest) throws IOException {
    progress.step("preparing " + contest.title());
    return arena.prepare(contest);
  }

  Score hold(Contest contest, Prepared prepared) throws IOException, InterruptedException {
    Path model = contest.isModelGiven() ? trained(contest) : yaml(contest);
    Path out = arena.folder(contest).resolve("out");
    progress.step("linking %d records of %s".formatted(prepared.records(), contest.title()));
    Spending spending = linker.link(model, prepared, out);
    ClusterQuality quality = measured(out.resolve("clusters.csv"), prepared);
    List<String> broken = contest.bounds(settings).broken(quality, spending);
    return new Score(contest.title(), "guiyi", prepared.records(), quality, spending, broken);
  }

  static ClusterQuality measured(Path clusters, Prepared prepared) {
    return new ClusterFiles(clusters, prepared.truth(), null).read().quality();
  }

  Path out(Contest contest, String engine) throws IOException {
    return arena.folder(contest).resolve(engine);
  }

  private Path yaml(Contest contest) {
    return linker.models().resolve(contest.model());
  }

  /** A model trained on the set that was repeated. */
  private Path trained(Contest contest) throws IOException, InterruptedException {
    Path trained = arena.folder(contest).resolve("model.json");
    Prepared original = prepared(Contest.HISTORICAL);
    Spending spending = linker.train(yaml(contest), original, trained);
    progress.step("training alone took %.1f CPU-s".formatted(spending.cpuSeconds()));
    return trained;
  }
}

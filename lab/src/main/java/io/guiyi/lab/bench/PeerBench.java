package io.guiyi.lab.bench;

import io.guiyi.matching.evaluate.ClusterQuality;
import io.guiyi.routes.command.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds contests between the hub's engine and its peers, on the same file in the same run. */
public final class PeerBench {

  /** Where both can compete: Duke is set up for historical persons. */
  public static final List<Contest> CONTESTS = List.of(Contest.HISTORICAL, Contest.SCALED);

  /** The most that the hub's engine may spend of what Duke does, on the scaled set. */
  private static final double SHARE_OF_DUKE = 0.105;

  private final ArenaSettings settings;
  private final LinkBench bench;
  private final Duke duke;
  private final Progress progress;

  /** A bench. */
  public PeerBench(ArenaSettings settings, LinkBench bench, Duke duke, Progress progress) {
    this.settings = settings;
    this.bench = bench;
    this.duke = duke;
    this.progress = progress;
  }

  /** Lets both link the same file. */
  public List<Score> hold(Contest contest) throws IOException, InterruptedException {
    Prepared prepared = bench.prepared(contest);
    progress.step("Duke links %d records".formatted(prepared.records()));
    Path out = bench.out(contest, "duke");
    Spending spending = duke.link(prepared, out);
    ClusterQuality quality = LinkBench.measured(out.resolve("clusters.csv"), prepared);
    Score peer =
        new Score(contest.title(), "duke", prepared.records(), quality, spending, List.of());
    return List.of(compared(bench.hold(contest, prepared), spending), peer);
  }

  private Score compared(Score ours, Spending theirs) {
    double most = theirs.cpuSeconds() * SHARE_OF_DUKE;
    boolean isJudged =
        ours.contest().equals(Contest.SCALED.title()) && settings.rows() == Contest.SCALED_RECORDS;
    if (!isJudged || ours.spending().cpuSeconds() <= most) {
      return ours;
    }
    List<String> broken = new ArrayList<>(ours.broken());
    broken.add("more than %.3f of Duke's CPU-s".formatted(SHARE_OF_DUKE));
    return new Score(
        ours.contest(),
        ours.engine(),
        ours.records(),
        ours.quality(),
        ours.spending(),
        List.copyOf(broken));
  }
}

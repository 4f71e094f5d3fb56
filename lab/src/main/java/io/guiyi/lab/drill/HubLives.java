package io.guiyi.lab.drill;

import io.guiyi.lab.drill.DrillResult.Survived;
import io.guiyi.lab.drill.KillPlan.Kill;
import io.guiyi.routes.command.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The lives of one hub, from its first start to a graceful stop, with a kill between any two. */
final class HubLives {
  /** How long the next sign of life may take, on a machine that does something else besides. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private final DrillFolder folder;
  private final List<String> command;
  private final Progress progress;
  private final List<Survived> survived = new ArrayList<>();

  /** What the hub had done when it was killed; null before that. */
  private @Nullable Kill last;

  private long rows;

  private HubLives(DrillFolder folder, List<String> command, Progress progress) {
    this.folder = folder;
    this.command = command;
    this.progress = progress;
  }

  /**
   * Lives through a plan, and then until everything is read and delivered.
   *
   * @param command begins every life
   * @return each kill with the life after it
   * @throws IllegalStateException if the hub does not come back or does not finish
   */
  static List<Survived> of(
      DrillFolder folder, KillPlan plan, List<String> command, Progress progress)
      throws InterruptedException {
    HubLives lives = new HubLives(folder, command, progress);
    try {
      for (Kill kill : plan.kills()) {
        lives.liveUntil(kill);
      }
      lives.liveToTheEnd();
      return List.copyOf(lives.survived);
    } finally {
      Processes.kill(Processes.databaseOf(folder.data()));
    }
  }

  private void liveUntil(Kill kill) throws InterruptedException {
    try (HubProcess hub = begin()) {
      Sign sign = hub.await(now -> now.rows() >= kill.afterRows() || now.delivered(), PATIENCE);
      LockSupport.parkNanos(kill.later().toNanos());
      hub.kill(kill.victims());
      last = kill;
      rows = sign.rows();
      progress.step("killed %s at row %d".formatted(kill.victims(), rows));
    }
  }

  private void liveToTheEnd() throws InterruptedException {
    try (HubProcess hub = begin()) {
      hub.await(Sign::delivered, PATIENCE);
      int exit = hub.stop(PATIENCE);
      if (exit != 0) {
        throw new IllegalStateException(
            "the hub under drill ended with exit code %d; its words are in %s"
                .formatted(exit, folder.log()));
      }
    }
  }

  /** Starts the hub and waits until it has applied a page, or has nothing left to apply. */
  private HubProcess begin() throws InterruptedException {
    long start = System.nanoTime();
    HubProcess hub = HubProcess.start(command, folder);
    try {
      long before = hub.await(_ -> true, PATIENCE).rows();
      hub.await(now -> now.rows() > before || now.delivered(), PATIENCE);
    } catch (InterruptedException | RuntimeException e) {
      hub.close();
      throw e;
    }
    if (last != null) {
      Duration resume = Duration.ofNanos(System.nanoTime() - start);
      survived.add(new Survived(last.victims(), rows, resume));
      progress.step("it resumed after %d ms".formatted(resume.toMillis()));
    }
    return hub;
  }
}

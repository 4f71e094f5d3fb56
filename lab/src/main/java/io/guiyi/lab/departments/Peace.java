package io.guiyi.lab.departments;

import java.time.Duration;

/**
 * How long a department was left in peace after a call that went wrong: taken where the calls
 * arrive, so that no onlooker's lateness shortens it. For many threads.
 */
final class Peace {
  private long since;
  private boolean undisturbed;
  private Duration last = Duration.ZERO;

  /** A call goes wrong now. */
  synchronized void begins() {
    since = System.nanoTime();
    undisturbed = true;
  }

  /** A call comes; the first one after a call that went wrong ends the peace. */
  synchronized void ends() {
    if (undisturbed) {
      last = Duration.ofNanos(System.nanoTime() - since);
      undisturbed = false;
    }
  }

  /** How long the last one was; zero if there was none. */
  synchronized Duration last() {
    return last;
  }
}

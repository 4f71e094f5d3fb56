package io.guiyi.routes.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Lines on stderr that tell a waiting person how far the work is, at most one a second. */
public final class Progress {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final PrintWriter err;
  private final Clock clock;
  private final Instant start;
  private Instant last = Instant.EPOCH;

  /** Progress on {@code err}. */
  public Progress(PrintWriter err, Clock clock) {
    this.err = err;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** A step that is always shown. */
  public synchronized void step(String text) {
    print(text);
  }

  /** A count that is shown if the last line is a second old. */
  public synchronized void count(Supplier<String> text) {
    if (Duration.between(last, clock.instant()).compareTo(PAUSE) >= 0) {
      print(text.get());
    }
  }

  private void print(String text) {
    last = clock.instant();
    err.printf("%6.1f s  %s%n", Duration.between(start, last).toMillis() / 1000.0, text);
    err.flush();
  }
}

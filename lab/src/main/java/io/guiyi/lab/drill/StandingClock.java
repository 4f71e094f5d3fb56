package io.guiyi.lab.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until somebody sets it. */
final class StandingClock extends Clock {
  private volatile Instant now;

  StandingClock(Instant now) {
    this.now = now;
  }

  /** Sets it, forwards or back. */
  void set(Instant to) {
    now = to;
  }

  /** Sets it on. */
  void move(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}

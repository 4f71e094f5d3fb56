package io.guiyi.lab.departments;

import java.time.Duration;

/** A way in which the police's server misbehaves once. */
public sealed interface PoliceTrouble {

  /**
   * 429 with Retry-After.
   *
   * @param retryAfter whole seconds
   */
  record TooManyRequests(Duration retryAfter) implements PoliceTrouble {}

  /** 500 with a page of text. */
  record ServerError() implements PoliceTrouble {}

  /**
   * A good answer that trickles.
   *
   * @param duration how long the body takes
   */
  record SlowBody(Duration duration) implements PoliceTrouble {}

  /** 200, then rubbish, then the connection is closed. */
  record BrokenOff() implements PoliceTrouble {}

  /** The connection is reset before a body comes. */
  record ConnectionReset() implements PoliceTrouble {}

  /** 410: the cursor is not known any more. Strikes the next call that has a cursor. */
  record ExpiredCursor() implements PoliceTrouble {}

  /** The page begins with the last row of the page before. */
  record ShiftedPage() implements PoliceTrouble {}

  /**
   * An answer that is far too big.
   *
   * @param bytes at least this big, up to 256 MiB
   */
  record OversizeBody(int bytes) implements PoliceTrouble {}

  /**
   * 302 to another place.
   *
   * @param location where
   */
  record Redirect(String location) implements PoliceTrouble {}

  /** 200 with something that is not JSON. */
  record NotJson() implements PoliceTrouble {}
}

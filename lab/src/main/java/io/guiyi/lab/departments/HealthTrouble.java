package io.guiyi.lab.departments;

import java.time.Duration;

/** A way in which the health department's server misbehaves once. */
public sealed interface HealthTrouble {

  /**
   * 429 with Retry-After.
   *
   * @param retryAfter whole seconds
   */
  record TooManyRequests(Duration retryAfter) implements HealthTrouble {}

  /**
   * An error of the server, with a page of text.
   *
   * @param status 500 to 599
   */
  record ServerError(int status) implements HealthTrouble {}

  /**
   * A good answer that trickles.
   *
   * @param duration how long the body takes
   */
  record SlowBody(Duration duration) implements HealthTrouble {}

  /**
   * No answer for a time.
   *
   * @param duration how long
   */
  record Silence(Duration duration) implements HealthTrouble {}

  /** 200, then rubbish, then the connection is closed. */
  record BrokenOff() implements HealthTrouble {}

  /** The connection is reset before a body comes. */
  record ConnectionReset() implements HealthTrouble {}

  /** 410: the next link is not known any more. Strikes the next call that follows one. */
  record ExpiredLink() implements HealthTrouble {}

  /** The page that was served last comes again. Strikes the next call that follows a link. */
  record RepeatedPage() implements HealthTrouble {}

  /** The page begins with the last patient of the page before, as if rows had been inserted. */
  record ShiftedPage() implements HealthTrouble {}

  /** The first patient of the page is left out, and announced all the same. */
  record PartialPage() implements HealthTrouble {}

  /**
   * 302 to another place.
   *
   * @param location where
   */
  record Redirect(String location) implements HealthTrouble {}

  /**
   * A good page whose next link leads to another host.
   *
   * @param base address that stands in for the server's own
   */
  record ForeignLink(String base) implements HealthTrouble {}

  /** 200 with something that is not JSON. */
  record NotJson() implements HealthTrouble {}
}

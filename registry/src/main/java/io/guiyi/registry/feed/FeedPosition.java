package io.guiyi.registry.feed;

/**
 * How far a subscriber's feed has come; appended ≥ sent ≥ taken.
 *
 * @param subscriber whose feed
 * @param configured whether the subscriber has a policy in force; without one nothing is appended
 *     or sent
 * @param appended the last entry's sequence, which is also how many there are
 * @param sent through which sequence the entries were handed over
 * @param taken through which sequence the subscriber has acknowledged them
 */
public record FeedPosition(
    String subscriber, boolean configured, long appended, long sent, long taken) {
  /** How many entries still wait to be sent. */
  public long waiting() {
    return appended - sent;
  }
}

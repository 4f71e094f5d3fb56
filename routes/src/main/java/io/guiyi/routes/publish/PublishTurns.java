package io.guiyi.routes.publish;

import io.guiyi.registry.feed.FanOut;
import io.guiyi.registry.feed.SharingPolicy;
import io.guiyi.registry.feed.Subscribers;
import io.guiyi.registry.leadership.Leadership;
import java.util.List;
import java.util.Map;

/** One turn of publishing: what the scheduled routes call. Only the leader does anything. */
public final class PublishTurns {
  private static final int CHANGES_A_PAGE = 500;
  private static final int MAX_PAGES_A_TURN = 100;

  private final Leadership leadership;
  private final Subscribers subscribers;
  private final List<SharingPolicy> policies;
  private final FanOut fanOut;
  private final Map<String, Relay> relays;
  private long policiesOfTerm;

  /**
   * Turns over {@code relays}, by subscriber.
   *
   * @param policies this hub's, put in force at the beginning of each of its terms; a hub that
   *     waits must not put its own in force
   */
  public PublishTurns(
      Leadership leadership,
      Subscribers subscribers,
      List<SharingPolicy> policies,
      FanOut fanOut,
      Map<String, Relay> relays) {
    this.leadership = leadership;
    this.subscribers = subscribers;
    this.policies = List.copyOf(policies);
    this.fanOut = fanOut;
    this.relays = Map.copyOf(relays);
  }

  /** Turns the changes that wait into feed entries. */
  public int fanOut() {
    if (!leadership.isLeading()) {
      return 0;
    }
    putPoliciesInForce(leadership.term());
    int changes = 0;
    for (int page = 0; page < MAX_PAGES_A_TURN; page++) {
      int advanced = fanOut.advance(CHANGES_A_PAGE);
      changes += advanced;
      if (advanced == 0) {
        break;
      }
    }
    return changes;
  }

  private void putPoliciesInForce(long term) {
    if (term != policiesOfTerm) {
      subscribers.refresh(policies);
      policiesOfTerm = term;
    }
  }

  /** Sends the entries that wait for {@code subscriber}. */
  public int relay(String subscriber) {
    Relay relay = relays.get(subscriber);
    return relay == null || !leadership.isLeading() ? 0 : relay.send();
  }
}

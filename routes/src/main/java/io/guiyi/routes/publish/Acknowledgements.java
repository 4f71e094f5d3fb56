package io.guiyi.routes.publish;

import io.guiyi.registry.feed.FeedEntries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a subscriber's word for how far it has applied its feed: {@code {"takenThrough": 4711}}
 * means that every entry up to and including 4711 has had its effect.
 */
public final class Acknowledgements {
  private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
  private final FeedEntries entries;
  private final JsonMapper json;

  /** Notes acknowledgements in {@code entries}. */
  public Acknowledgements(FeedEntries entries, JsonMapper json) {
    this.entries = entries;
    this.json = json;
  }

  /**
   * Notes one acknowledgement. One that cannot be read is logged and dropped, because repeating it
   * would not help; the next one covers it.
   *
   * @param subscriber whose queue it came on
   * @param body the message
   */
  public void take(String subscriber, String body) {
    try {
      JsonNode through = json.readTree(body).path("takenThrough");
      if (through.isIntegralNumber() && through.canConvertToLong()) {
        entries.acknowledge(subscriber, through.longValue());
        return;
      }
    } catch (JacksonException e) {
      // Logged below: the body itself is not, it comes from outside.
    }
    LOG.warn(
        "{}: an acknowledgement of {} characters is not {{\"takenThrough\": number}}; dropped",
        subscriber,
        body.length());
  }
}

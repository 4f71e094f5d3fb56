package io.guiyi.connectors.table;

import io.guiyi.records.SourceVersion;
import java.time.Instant;

/**
 * What every row of one delivery has in common; kept in the payload, because a row in a file does
 * not say how old it is.
 *
 * @param delivery the delivery's name
 * @param version as of when its rows are stated
 * @param sequence orders rows of one instant
 */
public record DeliveryTag(String delivery, Instant version, long sequence) {
  /** The version of a row that has none of its own. */
  public SourceVersion asVersion() {
    return new SourceVersion(version, sequence);
  }
}

package io.guiyi.connectors.delivery;

import io.guiyi.records.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a data file says.
 *
 * @param file the name
 * @param kind whether rows it leaves out are withdrawn
 * @param order deliveries are read in the order of these texts, so pad numbers with zeros
 * @param number the delivery's number; 0 or more, at most {@value #MAX_NUMBER}
 * @param stated as of when it is delivered; null if the name does not say. A marker knows better
 */
public record DeliveryName(
    String file, Delivery.Kind kind, String order, long number, @Nullable Instant stated) {
  /** The highest number; above it rows could not be numbered within deliveries. */
  public static final long MAX_NUMBER = 999_999_999_999L;

  /** Checks the number. */
  public DeliveryName {
    if (number < 0 || number > MAX_NUMBER) {
      throw new IllegalArgumentException(
          "the delivery's number %d lies outside 0 to %d".formatted(number, MAX_NUMBER));
    }
  }
}

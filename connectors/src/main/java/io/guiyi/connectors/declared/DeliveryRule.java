package io.guiyi.connectors.declared;

import io.guiyi.records.Delivery;

/**
 * What a delivery of the source says about rows that it leaves out.
 *
 * @param kind nothing (delta), or that they are withdrawn (complete)
 * @param shrinkAtMost by which share, 0 to 1, a complete delivery may be smaller than what is
 *     present; a smaller one is held for the operator
 */
public record DeliveryRule(Delivery.Kind kind, double shrinkAtMost) {
  /** Deliveries hold changes. */
  public static final DeliveryRule DELTA = new DeliveryRule(Delivery.Kind.DELTA, 1);

  /** True if a delivery holds everything. */
  public boolean isComplete() {
    return kind == Delivery.Kind.COMPLETE;
  }
}

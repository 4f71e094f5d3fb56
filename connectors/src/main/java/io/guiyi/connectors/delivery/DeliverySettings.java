package io.guiyi.connectors.delivery;

import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.table.TableLimits;
import java.time.Duration;
import java.util.List;

/**
 * How deliveries are taken out of a folder.
 *
 * @param marked whether every data file has a marker; where not, one that has none is taken when
 *     its size and time have stood still for {@code settle}
 * @param settle 0 (at once) to 1 day
 * @param running whether deliveries are numbered without gaps, so that a missing one is noticed
 * @param shrinkAtMost the share, 0 to 1, by which a complete delivery may be smaller than what is
 *     present of the source; a smaller one is held for the operator
 * @param pageSize rows handed over at once; 1 to 2,000
 * @param limits how much a delivery may hold
 */
public record DeliverySettings(
    boolean marked,
    Duration settle,
    boolean running,
    double shrinkAtMost,
    int pageSize,
    TableLimits limits) {

  /** Markers and running numbers, 1000 rows a page, at most a fifth smaller. */
  public static DeliverySettings withMarkers() {
    return new DeliverySettings(true, Duration.ZERO, true, 0.2, 1000, TableLimits.defaults());
  }

  /** Without markers, taken as they stand still for {@code settle}; otherwise the same. */
  public static DeliverySettings settling(Duration settle) {
    return new DeliverySettings(false, settle, false, 0.2, 1000, TableLimits.defaults());
  }

  /** Everything wrong with these settings. */
  public List<SettingFault> faults() {
    return new SettingCheck()
        .within(settle, Duration.ZERO, Duration.ofDays(1), "settle")
        .that(
            shrinkAtMost >= 0 && shrinkAtMost <= 1,
            "shrinkAtMost",
            "%s must lie in 0 to 1".formatted(shrinkAtMost))
        .pageSize(pageSize)
        .faults();
  }
}

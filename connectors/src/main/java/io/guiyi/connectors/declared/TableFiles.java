package io.guiyi.connectors.declared;

import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.delivery.DeliverySettings;
import io.guiyi.connectors.table.DelimitedFormat;
import java.time.Duration;
import java.util.List;

/**
 * Files that hold one table each.
 *
 * @param names how they are named
 * @param format how they are written
 * @param delivery how they are taken out of their folder
 */
public record TableFiles(FileNames names, Format format, DeliverySettings delivery) {

  /** How a file is written. */
  public sealed interface Format {
    /**
     * Delimited text with a header.
     *
     * @param written encoding and separator
     */
    record Csv(DelimitedFormat written) implements Format {}

    /** An Excel workbook, of which the first sheet counts. */
    record Xlsx() implements Format {}
  }

  /** Everything wrong with these settings; empty if they are sound. */
  public List<SettingFault> faults() {
    return delivery.faults();
  }

  TableFiles atOnce() {
    return new TableFiles(
        names,
        format,
        new DeliverySettings(
            delivery.marked(),
            Duration.ZERO,
            delivery.running(),
            delivery.shrinkAtMost(),
            delivery.pageSize(),
            delivery.limits()));
  }
}

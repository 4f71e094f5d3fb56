package io.guiyi.lab.departments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/** The villages' desk: half-month lists of who moved in and out, as CSV files in a folder. */
public final class VillageDesk {
  private final DeliveryDrop drop;

  /** A desk that delivers into {@code folder}. */
  public VillageDesk(Path folder) {
    this.drop = new DeliveryDrop(folder);
  }

  /**
   * Delivers a list.
   *
   * @param file its name, {@code village_{yyyyMMdd}_{NN}.csv}
   * @param header the line of titles, with its end
   * @param lines each row as it stands in the file, with its end
   * @param delivered as of when
   */
  public void deliver(String file, byte[] header, List<byte[]> lines, OffsetDateTime delivered)
      throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(header);
    lines.forEach(content::writeBytes);
    drop.put(file, content.toByteArray(), lines.size(), delivered);
  }
}

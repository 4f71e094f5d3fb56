package io.guiyi.lab.departments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * Puts a delivery into a folder as a careful office does: the data under a name that nobody reads,
 * then under its own, and the marker last.
 *
 * @param folder where; made if it is not there
 */
record DeliveryDrop(Path folder) {
  /**
   * Delivers a file.
   *
   * @param file its name
   * @param rows how many rows it has below its header
   * @param delivered as of when
   */
  void put(String file, byte[] content, long rows, OffsetDateTime delivered) throws IOException {
    Files.createDirectories(folder);
    Path unfinished = folder.resolve("." + file + ".part");
    Files.write(unfinished, content);
    Files.move(unfinished, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    String marker =
        "rows=%d\nsha256=%s\ndelivered=%s\n".formatted(rows, sha256(content), delivered);
    Files.writeString(folder.resolve(file + ".ok"), marker, StandardCharsets.US_ASCII);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

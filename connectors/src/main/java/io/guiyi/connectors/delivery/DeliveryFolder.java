package io.guiyi.connectors.delivery;

import io.guiyi.connectors.SourceUnavailable;

/** A folder into which a department puts its deliveries. Nothing in it is ever changed. */
public interface DeliveryFolder extends AutoCloseable {
  /**
   * Lists the regular files; links and folders inside it are none.
   *
   * @throws SourceUnavailable FOLDER if it cannot be listed or holds more than {@link
   *     FolderListing#MAX_ENTRIES}, or what stands in the way
   */
  FolderListing list() throws SourceUnavailable;

  /**
   * Reads a whole file into memory, where it stays while it is read: nothing personal is put down
   * on a disk, and what was checked is what is read, whatever happens to the file meanwhile.
   *
   * @param most how many bytes it may have
   * @throws SourceUnavailable TOO_LARGE, FOLDER if it cannot be read, or what stands in the way
   */
  byte[] read(FolderEntry entry, int most) throws SourceUnavailable;

  @Override
  void close();
}

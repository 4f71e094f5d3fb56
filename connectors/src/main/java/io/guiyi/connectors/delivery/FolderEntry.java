package io.guiyi.connectors.delivery;

import java.time.Instant;

/**
 * One file of a folder.
 *
 * @param name its name, without a path
 * @param size in bytes
 * @param changedAt when it was last written, by the folder's clock
 */
public record FolderEntry(String name, long size, Instant changedAt) {}

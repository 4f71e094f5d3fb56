package io.guiyi.registry.postgres;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second hub out of a directory. The operating system drops the lock when the process ends,
 * however it ends, so a crash never leaves it behind; the server does not inherit it.
 */
final class DirectoryLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryLock.class);

  /**
   * Directories locked by this very JVM. They are asked before the file is opened, because POSIX
   * drops a process's lock as soon as the process closes <em>any</em> descriptor of the file.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock or refuses at once.
   *
   * @param file the lock file; holds the pid of the holder, for the message of the refused
   */
  static DirectoryLock take(Path file) throws IOException {
    if (!HELD_HERE.add(file)) {
      throw inUse(file);
    }
    DirectoryLock taken = null;
    try {
      taken = tryTake(file);
    } finally {
      if (taken == null) {
        HELD_HERE.remove(file);
      }
    }
    if (taken == null) {
      throw inUse(file);
    }
    return taken;
  }

  @SuppressWarnings("resource") // the lock lives as long as its channel, which close() closes
  private static @Nullable DirectoryLock tryTake(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return null;
      }
      channel.truncate(0);
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.write(StandardCharsets.US_ASCII.encode(pid), 0);
      return new DirectoryLock(file, channel);
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  private static EmbeddedPostgresException inUse(Path file) throws IOException {
    Path root = file.resolveSibling("..").normalize();
    String holder =
        HELD_HERE.contains(file) ? "this process" : "process " + Files.readString(file).strip();
    return new EmbeddedPostgresException(
        Reason.DIRECTORY_IN_USE,
        "The database in %s is in use by %s. Stop that hub, or give this one a directory of its own"
            .formatted(root, holder));
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return; // by now the directory may be another's
    }
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      LOG.debug("The lock {} was gone already", file, alreadyGone);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}

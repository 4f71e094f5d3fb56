package io.guiyi.registry.postgres;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one server, and the two ways in which anything appears in it: completely, or not at
 * all.
 *
 * @param root {@code DIR/postgres}, absolute and free of symbolic links
 */
record PostgresHome(Path root) {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresHome.class);

  private static final String DRAFT = ".new-";

  /** How the names of short-lived files begin. */
  static final String SCRAP = "scrap-";

  static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** What pg_ctl's own shell command would interpret inside its double quotes. */
  private static final Pattern UNQUOTABLE = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

  static PostgresHome prepare(Path directory) throws IOException {
    PostgresHome home = new PostgresHome(folder(directory.resolve("postgres")));
    Files.createDirectories(home.run(), OWNER_DIRECTORY);
    Files.createDirectories(home.log(), OWNER_DIRECTORY);
    return home;
  }

  /**
   * Makes a folder for the owner alone, unless it is there.
   *
   * @return its real path
   * @throws EmbeddedPostgresException when its name cannot be handed to the programs
   */
  static Path folder(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (UNQUOTABLE.matcher(absolute.toString()).find()) {
      throw new EmbeddedPostgresException(
          Reason.DIRECTORY_UNUSABLE,
          "The directory '%s' holds one of \" $ ` \\ or a control character; choose another"
              .formatted(absolute));
    }
    Files.createDirectories(absolute, OWNER_DIRECTORY);
    return absolute.toRealPath();
  }

  Path data() {
    return root.resolve("data");
  }

  Path run() {
    return root.resolve("run");
  }

  Path log() {
    return root.resolve("log");
  }

  Path credentials() {
    return root.resolve("credentials");
  }

  Path lock() {
    return run().resolve("lock");
  }

  Path port() {
    return run().resolve("port");
  }

  /** An empty file for the owner alone; what a crash leaves of it the next start deletes. */
  Path scrap() throws IOException {
    return Files.createTempFile(run(), SCRAP, "", OWNER_FILE);
  }

  /** Deletes what a crash left half done. Only under the lock. */
  void tidy() throws IOException {
    discard(run(), SCRAP + "*", Duration.ZERO);
    discardDrafts(data(), Duration.ZERO);
  }

  /** Replaces a small file in one step, on the disk when this returns, for the owner alone. */
  void write(Path file, String text) throws IOException {
    Path fresh = scrap();
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(directoryOf(file));
  }

  /** An empty folder beside {@code target}, to be filled and then {@link #publish published}. */
  static Path draft(Path target) throws IOException {
    return Files.createTempDirectory(
        directoryOf(target), target.getFileName() + DRAFT, OWNER_DIRECTORY);
  }

  /** Gives a finished draft its name. */
  static void publish(Path draft, Path target) throws IOException {
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    force(directoryOf(target));
  }

  /**
   * Deletes drafts of {@code target} that were never published. A program that outlived its hub may
   * still write into one; what cannot be deleted now is left to the next start.
   *
   * @param age spares drafts younger than this, which another hub may be filling
   */
  static void discardDrafts(Path target, Duration age) throws IOException {
    discard(directoryOf(target), target.getFileName() + DRAFT + "*", age);
  }

  private static void discard(Path folder, String names, Duration age) throws IOException {
    Instant youngest = Instant.now().minus(age);
    List<Path> drafts = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
      for (Path draft : found) {
        if (!Files.getLastModifiedTime(draft).toInstant().isAfter(youngest)) {
          drafts.add(draft);
        }
      }
    }
    for (Path draft : drafts) {
      try {
        delete(draft);
      } catch (IOException stillInUse) {
        LOG.debug("{} is left to the next start", draft);
      }
    }
  }

  static void delete(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
              throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Makes a rename in {@code directory} durable. */
  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Path directoryOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("The root of a file system is no place for " + file);
    }
    return parent;
  }
}

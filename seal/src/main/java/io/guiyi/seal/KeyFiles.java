package io.guiyi.seal;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory of key files, which only its owner may enter: {@code <key id>.key} per key, and
 * {@code issued}, the list of every key id there ever was, so that a lost key file is told from one
 * that has yet to be made.
 *
 * <p>A key file appears whole or not at all: it is written beside its place under another name,
 * forced to disk and then linked to its name, which fails when the name is taken. A plain rename
 * would replace the key that another hub has just made there, and with it the only means to read
 * what that hub has sealed.
 */
final class KeyFiles {
  private static final String SUFFIX = ".key";
  private static final String ISSUED = "issued";
  private static final int FILES_MAX = 10_000;
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private final Path directory;

  KeyFiles(Path directory) {
    this.directory = directory;
  }

  /** Creates the directory when it is not there. */
  void createDirectory() {
    try {
      Path parent = directory.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_DIRECTORY));
    } catch (FileAlreadyExistsException present) {
      // It keeps the rights it has; requireOwnerOnly judges them.
    } catch (IOException | UnsupportedOperationException fault) {
      throw new KeyRefused(
          "Key directory " + directory + " cannot be created; check its parent's rights", fault);
    }
  }

  /** The ids of all key files present, after checking that no one but the owner can enter. */
  Set<KeyId> present() {
    requireOwnerOnly(directory, "Key directory", "chmod 700 ");
    try (Stream<Path> entries = Files.list(directory)) {
      Set<KeyId> ids =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
              .limit(FILES_MAX + 1L)
              .map(this::idOf)
              .collect(Collectors.toCollection(KeyFiles::sorted));
      if (ids.size() > FILES_MAX) {
        throw new KeyRefused(
            "Key directory " + directory + " holds more than " + FILES_MAX + " key files");
      }
      return ids;
    } catch (IOException fault) {
      throw new KeyRefused("Key directory " + directory + " cannot be listed", fault);
    }
  }

  private KeyId idOf(String fileName) {
    try {
      return KeyId.parse(fileName.substring(0, fileName.length() - SUFFIX.length()));
    } catch (IllegalArgumentException unnamed) {
      throw new KeyRefused(
          "Key file " + directory.resolve(fileName) + " is not named after a key id; move it away",
          unnamed);
    }
  }

  /** The key of that id, or empty when it has no file. */
  Optional<SealKey> read(KeyId id) {
    Path file = directory.resolve(id + SUFFIX);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    requireOwnerOnly(file, "Key file", "chmod 600 ");
    try {
      if (Files.size(file) > KeyText.LENGTH_MAX_BYTES) {
        throw new IllegalArgumentException(
            "it is longer than " + KeyText.LENGTH_MAX_BYTES + " bytes");
      }
      return Optional.of(KeyText.read(id, Files.readAllBytes(file)));
    } catch (IllegalArgumentException | IOException fault) {
      throw new KeyRefused(
          "Key file "
              + file
              + " cannot be used: "
              + (fault instanceof IOException ? "it cannot be read" : fault.getMessage())
              + "; restore it from the key backup",
          fault);
    }
  }

  /**
   * Stores a new key unless one of that id exists.
   *
   * @return whether it was stored; if not, another hub was first and its key counts
   */
  boolean publish(KeyId id, KeyAlgorithm algorithm, byte[] key) {
    Path file = directory.resolve(id + SUFFIX);
    try {
      Path written = write(KeyText.write(id, algorithm, key));
      try {
        Files.createLink(file, written);
        return true;
      } catch (FileAlreadyExistsException taken) {
        return false;
      } finally {
        Files.delete(written);
        force(directory);
      }
    } catch (IOException | UnsupportedOperationException fault) {
      throw new KeyRefused(
          "Key file "
              + file
              + " cannot be created; needed is a writable file system with hard links and POSIX"
              + " rights, with room on it",
          fault);
    }
  }

  /** Every key id on the list of issued keys; none when there is no list yet. */
  Set<KeyId> issued() {
    Path list = directory.resolve(ISSUED);
    try {
      return Files.readAllLines(list, StandardCharsets.US_ASCII).stream()
          .map(KeyId::parse)
          .collect(Collectors.toCollection(KeyFiles::sorted));
    } catch (NoSuchFileException none) {
      return sorted();
    } catch (IOException | IllegalArgumentException fault) {
      throw new KeyRefused(
          "List of issued keys " + list + " cannot be read; restore it from the key backup", fault);
    }
  }

  /**
   * Adds ids to the list of issued keys; ids already on it stay. Should two hubs add at the same
   * moment, one addition is lost until the next opening, which adds every key it finds.
   */
  void recordIssued(Set<KeyId> ids) {
    Set<KeyId> all = issued();
    if (!all.addAll(ids)) {
      return;
    }
    String text = all.stream().map(id -> id + "\n").collect(Collectors.joining());
    Path list = directory.resolve(ISSUED);
    try {
      Path written = write(text.getBytes(StandardCharsets.US_ASCII));
      Files.move(written, list, StandardCopyOption.ATOMIC_MOVE);
      force(directory);
    } catch (IOException fault) {
      throw new KeyRefused("List of issued keys " + list + " cannot be written", fault);
    }
  }

  /** Where a person finds the list of issued keys. */
  Path issuedList() {
    return directory.resolve(ISSUED);
  }

  /**
   * Writes a file of the owner's under a name of its own, forced to disk; leaves none on failure.
   */
  private Path write(byte[] content) throws IOException {
    Path file = directory.resolve("." + UUID.randomUUID() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(OWNER_FILE))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } catch (IOException fault) {
      Files.deleteIfExists(file);
      throw fault;
    }
    return file;
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }

  private static void requireOwnerOnly(Path path, String what, String remedy) {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      throw new KeyRefused(
          what + " " + path + " is on a file system without POSIX rights; use one that has them");
    }
    try {
      Set<PosixFilePermission> rights = view.readAttributes().permissions();
      if (!OWNER_DIRECTORY.containsAll(rights)) {
        throw new KeyRefused(
            what
                + " "
                + path
                + " is open to others than its owner (rights "
                + PosixFilePermissions.toString(rights)
                + "); run: "
                + remedy
                + path);
      }
    } catch (IOException fault) {
      throw new KeyRefused(what + " " + path + " cannot be examined", fault);
    }
  }

  private static Set<KeyId> sorted() {
    return new TreeSet<>(Comparator.comparing(KeyId::purpose).thenComparingInt(KeyId::generation));
  }
}

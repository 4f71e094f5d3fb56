package io.guiyi.connectors.delivery;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A folder on this machine. Links in it are not followed. */
public final class LocalFolder implements DeliveryFolder {
  private final Path folder;

  /** A folder that need not be there yet. */
  public LocalFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public FolderListing list() throws SourceUnavailable {
    List<FolderEntry> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        add(file, found);
        if (found.size() > FolderListing.MAX_ENTRIES) {
          throw failed(
              "holds more than %d files; clear away what was read"
                  .formatted(FolderListing.MAX_ENTRIES));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw failed("cannot be listed; check that it is there and its rights");
    }
    found.sort(Comparator.comparing(FolderEntry::name));
    return FolderListing.of(found);
  }

  private static void add(Path file, List<FolderEntry> found) throws IOException {
    try {
      BasicFileAttributes about =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (about.isRegularFile()) {
        found.add(
            new FolderEntry(
                file.getFileName().toString(), about.size(), about.lastModifiedTime().toInstant()));
      }
    } catch (NoSuchFileException e) {
      // Renamed or taken away since the folder was opened: it is not there.
    }
  }

  @Override
  public byte[] read(FolderEntry entry, int most) throws SourceUnavailable {
    Path file = folder.resolve(entry.name());
    byte[] content;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      content = in.readNBytes(most);
      if (in.read() >= 0) {
        throw SourceUnavailable.of(
            Kind.TOO_LARGE,
            "%s has more than %d bytes; let the department deliver in parts, or raise the limit"
                .formatted(entry.name(), most));
      }
    } catch (IOException e) {
      throw failed("has %s, but it cannot be read".formatted(entry.name()));
    }
    return content;
  }

  /** Nothing is held open. */
  @Override
  public void close() {}

  private SourceUnavailable failed(String what) {
    return SourceUnavailable.of(Kind.FOLDER, "the folder %s %s".formatted(folder, what));
  }
}

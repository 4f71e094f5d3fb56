package io.guiyi.routes.link;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that appear together: each is written under another name, and all are moved into their
 * places at the end.
 */
final class OutputFolder implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final List<String> written = new ArrayList<>();

  /** Makes the folder if it is not there. */
  OutputFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("folder %s cannot be made".formatted(folder), e);
    }
  }

  /** Writes the rows of a table. */
  interface Rows {
    /** Writes them all. */
    void to(CsvWriter table) throws IOException;
  }

  void table(String name, Rows rows) {
    try (CsvWriter table =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(BUFFER)
            .build(unfinished(name), StandardCharsets.UTF_8)) {
      rows.to(table);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(folder.resolve(name)), e);
    }
    written.add(name);
  }

  void text(String name, String text) {
    try (OutputStream file = Files.newOutputStream(unfinished(name))) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(folder.resolve(name)), e);
    }
    written.add(name);
  }

  /** Where a file lies until {@link #publish}. */
  Path unfinished(String name) {
    return folder.resolve('.' + name + ".part");
  }

  /** Moves all files into their places. */
  void publish() {
    for (String name : written) {
      try {
        Files.move(
            unfinished(name),
            folder.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException("%s cannot be moved".formatted(folder.resolve(name)), e);
      }
    }
    written.clear();
  }

  /** Removes what was not published. */
  @Override
  public void close() {
    for (String name : written) {
      try {
        Files.deleteIfExists(unfinished(name));
      } catch (IOException e) {
        throw new UncheckedIOException("%s cannot be removed".formatted(unfinished(name)), e);
      }
    }
  }
}

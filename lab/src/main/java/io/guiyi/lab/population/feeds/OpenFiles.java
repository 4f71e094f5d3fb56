package io.guiyi.lab.population.feeds;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files of a folder that are written together and closed together. */
final class OpenFiles implements AutoCloseable {

  private final Path folder;
  private final List<Closeable> open = new ArrayList<>();

  OpenFiles(Path folder) {
    this.folder = folder;
  }

  /** A text in UTF-8 with its first line, if that is not empty. */
  BufferedWriter text(String name, String header) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    open.add(writer);
    if (!header.isEmpty()) {
      writer.append(header).append('\n');
    }
    return writer;
  }

  /** The files of a department in a folder of their own, each with its header. */
  Sheets sheets(String name, List<DeliveryFile> deliveries, byte[] header) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Map<Integer, OutputStream> sheets = new HashMap<>();
    for (DeliveryFile delivery : deliveries) {
      OutputStream sheet =
          new BufferedOutputStream(Files.newOutputStream(own.resolve(delivery.name())));
      open.add(sheet);
      sheet.write(header);
      sheets.put(delivery.number(), sheet);
    }
    return new Sheets(Map.copyOf(sheets));
  }

  /**
   * The files of a department.
   *
   * @param byNumber by number of the delivery
   */
  record Sheets(Map<Integer, OutputStream> byNumber) {

    void write(int delivery, byte[] line) throws IOException {
      Objects.requireNonNull(byNumber.get(delivery)).write(line);
    }
  }

  @Override
  public void close() throws IOException {
    IOException fault = null;
    for (Closeable file : open) {
      try {
        file.close();
      } catch (IOException e) {
        fault = e;
      }
    }
    if (fault != null) {
      throw fault;
    }
  }
}

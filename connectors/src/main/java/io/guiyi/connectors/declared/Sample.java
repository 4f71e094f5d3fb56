package io.guiyi.connectors.declared;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.delivery.DeliveryName;
import io.guiyi.connectors.table.DelimitedFormat;
import io.guiyi.connectors.table.DeliveryTag;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.connectors.table.TablePayload;
import io.guiyi.connectors.table.TableReader;
import io.guiyi.connectors.table.TableRow;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows out of one file in hand, read as if the source had sent it: a table ({@code .csv}, {@code
 * .xlsx}) for every protocol, an answer ({@code .json}) for REST.
 */
public final class Sample {
  private Sample() {}

  /**
   * The first rows of a file.
   *
   * @param file its name, whose ending says how it is written
   * @param content all of it
   * @param most how many rows
   * @param now as of when they are stated, unless the file's name says it
   * @throws SourceUnavailable if the file as a whole cannot be read
   */
  public static List<Delivered> rows(
      Declaration declaration, String file, byte[] content, int most, Instant now)
      throws SourceUnavailable {
    DeclaredRows rows = new DeclaredRows(declaration);
    List<Delivered> read = new ArrayList<>();
    if (declaration.protocol() instanceof RestPages pages && file.endsWith(".json")) {
      for (RawBytes row : answer(file, content, pages)) {
        if (read.size() < most) {
          read.add(rows.read(new Position("row " + (read.size() + 1)), row));
        }
      }
      return read;
    }
    DeliveryTag tag = tag(declaration, file, now);
    try (TableReader table =
        FilesReading.open(
            declaration, format(declaration, file), file, content, TableLimits.defaults())) {
      for (Optional<TableRow> row = table.next();
          row.isPresent() && read.size() < most;
          row = table.next()) {
        read.add(rows.read(row.get().position(), TablePayload.of(row.get(), tag)));
      }
    }
    return read;
  }

  private static List<RawBytes> answer(String file, byte[] content, RestPages pages)
      throws SourceUnavailable {
    try {
      return RestAnswer.of(content, pages).rows();
    } catch (RestAnswer.NotAnAnswer e) {
      throw SourceUnavailable.of(Kind.PROTOCOL, "%s holds %s".formatted(file, e.getMessage()));
    }
  }

  private static DeliveryTag tag(Declaration declaration, String file, Instant now) {
    Optional<DeliveryName> name = files(declaration).flatMap(files -> files.names().read(file));
    Instant stated = name.map(DeliveryName::stated).orElse(now);
    return new DeliveryTag(file, stated, name.map(DeliveryName::number).orElse(0L));
  }

  private static TableFiles.Format format(Declaration declaration, String file) {
    if (file.endsWith(".xlsx")) {
      return new TableFiles.Format.Xlsx();
    }
    return files(declaration)
        .map(TableFiles::format)
        .filter(TableFiles.Format.Csv.class::isInstance)
        .orElse(new TableFiles.Format.Csv(DelimitedFormat.GB18030));
  }

  private static Optional<TableFiles> files(Declaration declaration) {
    return switch (declaration.protocol()) {
      case FolderFiles folder -> Optional.of(folder.files());
      case SftpFiles sftp -> Optional.of(sftp.files());
      case RestPages _, JdbcRows _ -> Optional.empty();
    };
  }
}

package io.guiyi.lab.departments;

import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.feeds.DeliveryFile;
import io.guiyi.lab.population.feeds.EducationFeed;
import io.guiyi.lab.population.feeds.EducationRow;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.seal.Sm3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The education department as an SFTP server on the loopback interface, with deliveries in {@code
 * /out}: CSV files in GB18030, each followed by its marker. Markers of even numbers have an SM3
 * digest, those of odd numbers SHA-256.
 */
public final class EducationDepartment implements AutoCloseable {
  private static final String FOLDER = "out";
  private static final String MARKER = ".ok";

  /** Names that a reader must leave alone, as far as a file system takes them. */
  private static final List<String> HOSTILE_NAMES =
      List.of(
          "..XJ_20260301_901_C.csv",
          "XJ_20260301_902_C.csv\n",
          "XJ_20260301_903_C.csv|done",
          "-rf XJ_20260301_904_C.csv",
          ".XJ_20260301_905_C.csv",
          "\u202eXJ_20260301_906_C.csv",
          "x".repeat(200) + ".csv");

  private final Path out;
  private final EducationDesk desk = new EducationDesk();
  private final SftpDesk server;
  private final AtomicLong rows = new AtomicLong();

  private EducationDepartment(Path root, int port) {
    this.out = root.resolve(FOLDER);
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + out, e);
    }
    this.server = new SftpDesk(root, port, desk);
  }

  /**
   * Starts the server on a free port.
   *
   * @param root the server's folder, where its files lie in clear; deliveries that are there
   *     already stay
   */
  public static EducationDepartment start(Path root) {
    return start(root, 0);
  }

  /**
   * Starts the server on this port.
   *
   * @param port 0 for a free one
   */
  public static EducationDepartment start(Path root, int port) {
    return new EducationDepartment(root, port);
  }

  /** Where it is, by which key it is known, and by which key it knows its caller. */
  public SftpSettings settings() {
    return server.settings("/" + FOLDER);
  }

  /** Delivers all files of a city, oldest first. */
  public void load(Population population) {
    EducationFeed feed = new EducationFeed(population.settings());
    Map<Integer, List<EducationRow>> byFile = new TreeMap<>();
    for (Household household : population) {
      for (Labelled<EducationRow> record : feed.records(household)) {
        for (EducationRow row : record.versions()) {
          byFile.computeIfAbsent(row.delivery(), _ -> new ArrayList<>()).add(row);
        }
      }
    }
    for (DeliveryFile file : EducationFeed.deliveries(population.settings())) {
      deliver(file, byFile.getOrDefault(file.number(), List.of()));
    }
  }

  /** Delivers a file and then its marker; one of the same name is replaced. */
  public void deliver(DeliveryFile file, List<EducationRow> content) {
    byte[] bytes = bytes(content);
    put(file.name(), bytes);
    put(file.name() + MARKER, marker(file, content.size(), bytes));
    rows.addAndGet(content.size());
  }

  /** Delivers a file that is not what it should be; the next good delivery of it repairs it. */
  public void deliver(DeliveryFile file, List<EducationRow> content, SpoiltDelivery how) {
    byte[] bytes = bytes(content);
    switch (how) {
      case HALF_WRITTEN -> {
        put(file.name(), Arrays.copyOf(bytes, bytes.length / 2));
        put(file.name() + MARKER, marker(file, content.size(), bytes));
      }
      case MARKER_FIRST -> put(file.name() + MARKER, marker(file, content.size(), bytes));
      case WRONG_DIGEST -> {
        put(file.name(), bytes);
        put(file.name() + MARKER, marker(file, content.size(), new byte[0]));
      }
      case WRONG_COUNT -> {
        put(file.name(), bytes);
        put(file.name() + MARKER, marker(file, content.size() + 1, bytes));
      }
      case UNMARKED -> put(file.name(), bytes);
    }
  }

  /** Puts files of hostile names beside the deliveries, each with a row that nobody may read. */
  public int putHostileNames(EducationRow bait) {
    HOSTILE_NAMES.forEach(name -> put(name, bytes(List.of(bait))));
    return HOSTILE_NAMES.size();
  }

  /** Takes a delivery and its marker away, as departments do with old ones. */
  public void clearAway(DeliveryFile file) {
    try {
      Files.deleteIfExists(out.resolve(file.name() + MARKER));
      Files.deleteIfExists(out.resolve(file.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear away " + file.name(), e);
    }
  }

  /**
   * Lets one of the next readings go wrong. Troubles strike in the order in which they are added.
   */
  public void misbehave(EducationTrouble trouble) {
    desk.expect(trouble);
  }

  /** How many rows it has delivered well. */
  public long rowsDelivered() {
    return rows.get();
  }

  /** How often the reading of a data file began. */
  public long filesRead() {
    return desk.filesRead();
  }

  /** How many readings it has let go wrong. */
  public long troublesMade() {
    return desk.troublesMade();
  }

  @Override
  public void close() {
    desk.stop();
    server.close();
  }

  private static byte[] bytes(List<EducationRow> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(EducationRow.header());
    content.forEach(row -> bytes.writeBytes(row.line()));
    return bytes.toByteArray();
  }

  private static byte[] marker(DeliveryFile file, int count, byte[] bytes) {
    boolean even = file.number() % 2 == 0;
    String text =
        "rows=%d\n%s=%s\ndelivered=%s\n"
            .formatted(
                count,
                even ? "sm3" : "sha256",
                even ? Sm3.of(bytes).hex() : sha256(bytes),
                delivered(file.at()));
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String delivered(LocalDateTime local) {
    return local.withNano(0).atOffset(ZoneOffset.ofHours(8)).toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Writes beside and renames, so that nobody sees a file grow. */
  private void put(String name, byte[] content) {
    try {
      Path part = Files.createTempFile(out, ".part", "");
      Files.write(part, content);
      Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot deliver", e);
    }
  }
}

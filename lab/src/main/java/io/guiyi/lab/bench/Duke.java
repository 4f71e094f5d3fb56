package io.guiyi.lab.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.guiyi.lab.linkage.Groups;
import io.guiyi.lab.population.WrittenDates;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Duke 1.2 (no.priv.garshol.duke), set by hand for records of historical persons. It finds pairs;
 * clusters are made of them here, outside the clock, as their connected components.
 *
 * @param home folder of the launcher
 * @param threads how many it may use
 * @param processes measures it
 */
public record Duke(Path home, int threads, MeasuredProcess processes) {

  private static final String SETTINGS = "duke-historical.xml";
  private static final String MAIN = "no.priv.garshol.duke.Duke";
  private static final Duration FETCHED_WITHIN = Duration.ofMinutes(10);
  private static final int NUMBER_DIGITS = 9;
  private static final int BATCH = 40_000;

  /** Where its jars are. */
  private Path jars() {
    return home.resolve("lab/target/peers");
  }

  /**
   * Fetches it from the central repository unless it is there.
   *
   * @throws IllegalStateException if that cannot be done
   */
  public void fetch(Path log) throws IOException, InterruptedException {
    if (isFetched()) {
      return;
    }
    Path pom = home.resolve("lab/peers/pom.xml");
    for (String maven : List.of(home.resolve("mvnw").toString(), "mvn")) {
      Process process =
          new ProcessBuilder(maven, "-B", "-q", "-f", pom.toString(), "package")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (process.waitFor(FETCHED_WITHIN.toSeconds(), TimeUnit.SECONDS) && isFetched()) {
        return;
      }
      process.destroyForcibly();
    }
    throw new IllegalStateException(
        "Duke cannot be fetched: see %s; a repository with no.priv.garshol.duke:duke:1.2 is needed"
            .formatted(log));
  }

  private boolean isFetched() {
    return Files.exists(jars().resolve("duke-1.2.jar"));
  }

  /**
   * Finds pairs and makes clusters of them.
   *
   * @param out folder for what is written; {@code clusters.csv} stands there afterwards
   */
  Spending link(Prepared prepared, Path out) throws IOException, InterruptedException {
    Files.createDirectories(out);
    Prepared.Input input = prepared.inputs().getFirst();
    Path settings = Files.writeString(out.resolve(SETTINGS), settings(input.file()));
    Path links = out.resolve("links.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", jars() + File.separator + "*", MAIN));
    command.addAll(List.of("--linkfile=" + links, "--batchsize=" + BATCH));
    command.addAll(List.of("--threads=" + threads, settings.toString()));
    Spending spending = processes.run(command, out.resolve("duke.log"));
    clusters(input.source(), prepared.records(), links, out.resolve("clusters.csv"));
    return spending;
  }

  private static String settings(Path file) throws IOException {
    try (InputStream stream = Objects.requireNonNull(Duke.class.getResourceAsStream(SETTINGS))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("@file@", file.toAbsolutePath().toString());
    }
  }

  /** A line of links is {@code +,number,number,probability}; numbers run from 1 without gaps. */
  static void clusters(String source, long records, Path links, Path clusters) throws IOException {
    Groups groups = new Groups();
    for (long record = 0; record < records; record++) {
      groups.add();
    }
    try (BufferedReader lines = Files.newBufferedReader(links)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] link = line.split(",");
        if (link[0].equals("+")) {
          groups.join(Integer.parseInt(link[1]) - 1, Integer.parseInt(link[2]) - 1);
        }
      }
    }
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(clusters)) {
      csv.writeRecord("source", "record_id", "person_id");
      for (int record = 0; record < records; record++) {
        csv.writeRecord(
            source,
            WrittenDates.padded(record + 1L, NUMBER_DIGITS),
            Integer.toString(groups.of(record)));
      }
    }
  }
}

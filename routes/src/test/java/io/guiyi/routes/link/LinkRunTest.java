package io.guiyi.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.routes.config.ConfigRefused;
import io.guiyi.routes.config.PlainJson;
import io.guiyi.routes.link.InventedClubs.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Linking files")
class LinkRunTest {
  private static final List<String> TABLES = List.of("clusters.csv", "review.csv", "rejected.csv");

  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void writeModel() throws IOException {
    model = Files.writeString(folder.resolve("clubs.yaml"), InventedClubs.MODEL);
  }

  private Map<String, Object> link(Path model, List<Input> inputs, String out, int threads)
      throws InterruptedException {
    return new LinkRun(model, inputs, folder.resolve(out), null, threads, LinkRun.Choices.USUAL)
        .run(new RunClock(System::nanoTime));
  }

  private List<Input> inputs(List<Row> rows, int parts) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (String source : List.of("chess", "choir")) {
      List<Row> own = rows.stream().filter(row -> row.source().equals(source)).toList();
      for (int part = 0; part < parts; part++) {
        List<Row> some = own.subList(part * own.size() / parts, (part + 1) * own.size() / parts);
        Path file = Files.createTempFile(folder, source, ".csv");
        inputs.add(InventedClubs.write(file, source, some));
      }
    }
    return inputs;
  }

  private Map<String, byte[]> tables(String out) throws IOException {
    Map<String, byte[]> tables = new HashMap<>();
    for (String table : TABLES) {
      tables.put(table, Files.readAllBytes(folder.resolve(out).resolve(table)));
    }
    return tables;
  }

  private Collection<Set<String>> clusters(String out) throws IOException {
    Map<String, Set<String>> clusters = new HashMap<>();
    for (String line : lines(out, "clusters.csv")) {
      int comma = line.lastIndexOf(',');
      clusters
          .computeIfAbsent(line.substring(comma), _ -> new HashSet<>())
          .add(line.substring(0, comma));
    }
    return Set.copyOf(clusters.values());
  }

  private List<String> lines(String out, String table) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(out).resolve(table));
    return lines.subList(1, lines.size());
  }

  @Test
  @DisplayName("gives the same bytes with any threads, in any order of rows, in any split")
  void orderDecidesNothing() throws IOException, InterruptedException {
    long seed = 20_261_123L;
    List<Row> rows = InventedClubs.rows(seed, 300);
    link(model, inputs(rows, 1), "once", 1);
    assertThat(clusters("once").size()).isBetween(250, 340);
    assertThat(lines("once", "review.csv")).isNotEmpty();
    Map<String, byte[]> expected = tables("once");
    Random random = new Random(seed);
    for (int round = 0; round < 8; round++) {
      List<Row> shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, random);
      List<Input> inputs = new ArrayList<>(inputs(shuffled, 1 + round % 3));
      Collections.shuffle(inputs, random);
      link(model, inputs, "again", 1 + round % 4);
      assertThat(tables("again"))
          .as("seed %d, round %d", seed, round)
          .allSatisfy((table, bytes) -> assertThat(bytes).isEqualTo(expected.get(table)));
    }
  }

  @Test
  @DisplayName("forms the same clusters whatever the records are called")
  void idsDecideNothing() throws IOException, InterruptedException {
    List<Row> rows = InventedClubs.rows(5, 200);
    link(model, inputs(rows, 1), "once", 2);
    Map<String, String> former = new HashMap<>();
    List<Row> renamed = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, new Random(6));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String id = "x" + numbers.get(i);
      former.put(row.source() + ',' + id, row.source() + ',' + row.id());
      renamed.add(new Row(row.source(), id, row.rest()));
    }
    link(model, inputs(renamed, 1), "again", 2);
    List<Set<String>> back = new ArrayList<>();
    for (Set<String> cluster : clusters("again")) {
      Set<String> own = new HashSet<>();
      cluster.forEach(record -> own.add(former.getOrDefault(record, "?")));
      back.add(own);
    }
    assertThat(back).containsExactlyInAnyOrderElementsOf(clusters("once"));
  }

  @Test
  @DisplayName("keeps a law in every cluster")
  void lawsHold() throws IOException, InterruptedException {
    for (long seed = 100; seed < 104; seed++) {
      List<Row> rows = InventedClubs.rows(seed, 150);
      Map<String, String> cards = new HashMap<>();
      for (Row row : rows) {
        cards.put(row.source() + ',' + row.id(), row.rest().split(",", -1)[4]);
      }
      link(model, inputs(rows, 1), "out", 2);
      assertThat(clusters("out"))
          .as("seed %d", seed)
          .allSatisfy(cluster -> {
            Set<String> own = new HashSet<>();
            cluster.forEach(record -> own.add(cards.getOrDefault(record, "")));
            own.remove("");
            assertThat(own).hasSizeLessThan(2);
          });
      assertThat(lines("out", "review.csv")).anyMatch(line -> line.endsWith("cannot-link"));
    }
  }

  @Test
  @DisplayName("does the same with a trained model as with the one that people wrote")
  void trainedModel() throws IOException, InterruptedException {
    List<Input> inputs = inputs(InventedClubs.rows(9, 200), 1);
    Path trained = folder.resolve("clubs.json");
    Path report = folder.resolve("report");
    new TrainRun(model, inputs, trained, report, null, null).run(new RunClock(System::nanoTime));
    link(model, inputs, "written", 1);
    link(trained, inputs, "trained", 1);
    Map<String, byte[]> written = tables("written");
    assertThat(tables("trained"))
        .allSatisfy((table, bytes) -> assertThat(bytes).isEqualTo(written.get(table)));
    byte[] text = Files.readAllBytes(trained);
    new TrainRun(model, inputs.reversed(), trained, null, null, null)
        .run(new RunClock(System::nanoTime));
    assertThat(Files.readAllBytes(trained)).isEqualTo(text);
    assertThat(report.resolve("report.html"))
        .content()
        .contains("<svg", "name.surname", "link threshold")
        .doesNotContain("<script", "http");
  }

  @Test
  @DisplayName("reads what can be read and says of every other row what to do")
  void rejectedRows() throws IOException, InterruptedException {
    Path file = folder.resolve("dirty.csv");
    Files.write(
        file,
        ("\uFEFF"
                + InventedClubs.HEADER
                + "\r\n"
                + "m1,ba,doka,1950-01-02,town 1,7,\"two\r\nlines, and \"\"quotes\"\"\"\r\n"
                + "m2,ba,doka,1950-01-02,town 1\r\n"
                + ",ba,doka,1950-01-02,town 1,7,\r\n"
                + "m1,ba,doka,1950-01-02,town 1,7,\r\n"
                + "m3,b\u0000,doka,1950-01-02,town 1,7,?\r\n"
                + "m4,ba,"
                + "x".repeat(10_001)
                + ",1950-01-02,town 1,7,\r\n"
                + "m5,ba,doka,1950-01-02,town 1,7,"
                + "x".repeat(20_000)
                + "\r\n"
                + "m6,ba,doka,1950-01-02,town 1,7,\"never closed\r\n"
                + "m7,\u9EC4,doka,1950-01-02,town 1,7,\r\n")
            .replace("b\u0000", "b\u0001")
            .getBytes(StandardCharsets.UTF_8));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 1 ? (byte) 0xFF : bytes[i];
    }
    Files.write(file, bytes);
    Map<String, Object> summary = link(model, List.of(new Input("chess", file)), "out", 1);
    assertThat(lines("out", "rejected.csv"))
        .extracting(line -> line.split(",", 6)[1] + ' ' + line.split(",", 6)[3])
        .containsExactly("4 ", "5 no", "6 no", "7 first", "8 last", "10 ");
    assertThat(lines("out", "rejected.csv"))
        .allSatisfy(line -> assertThat(line.split(",", 6)[5]).isNotBlank());
    assertThat(lines("out", "clusters.csv"))
        .extracting(line -> line.split(",")[1])
        .containsExactly("m1", "m5", "m7");
    assertThat(summary).containsEntry("rows", 9L).containsEntry("rejected", 6);
  }

  @Test
  @DisplayName("refuses headers that cannot be right, all at once, and writes nothing then")
  void headers() throws IOException {
    Path chess = Files.writeString(folder.resolve("chess.csv"), "no,FIRST,last,last,town,card\n");
    Path choir = Files.writeString(folder.resolve("choir.csv"), "");
    List<Input> inputs =
        List.of(
            new Input("chess", chess),
            new Input("choir", choir),
            new Input("chess", folder.resolve("missing.csv")),
            new Input("ches", chess));
    assertThatThrownBy(() -> link(model, inputs, "out", 1))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("has no column 'born'")
        .hasMessageContaining("has 2 columns 'last'")
        .hasMessageContaining("is empty")
        .hasMessageContaining("cannot be read")
        .hasMessageContaining("source 'ches' is none of model clubs")
        .message()
        .doesNotContain("'first'");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  @DisplayName("takes the first of the columns that a model offers, and does without one it spares")
  void offersColumns() throws IOException, InterruptedException {
    List<Input> inputs = inputs(InventedClubs.rows(3, 60), 1);
    link(model, inputs, "plain", 1);
    Path offering =
        Files.writeString(
            folder.resolve("offering.yaml"),
            InventedClubs.MODEL
                .replace("id: no", "id: number | no")
                .replace("surname: last}", "surname: last, full: \"whole?\"}"));
    link(offering, inputs, "offered", 1);
    assertThat(clusters("offered")).isEqualTo(clusters("plain"));
  }

  @Test
  @DisplayName("leaves four files and nothing beside them, and measures by a truth if there is one")
  void folderHoldsFourFiles() throws IOException, InterruptedException {
    List<Row> rows = InventedClubs.rows(3, 60);
    List<Input> inputs = inputs(rows, 1);
    link(model, inputs, "first", 1);
    Path truth = folder.resolve("first").resolve("clusters.csv");
    Map<String, Object> summary =
        new LinkRun(model, inputs, folder.resolve("out"), truth, 1, LinkRun.Choices.USUAL)
            .run(new RunClock(System::nanoTime));
    assertThat(summary.get("quality"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("pairwise_f1", 1.0)
        .containsKey("blocking_recall");
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("clusters.csv", "review.csv", "rejected.csv", "summary.json");
    }
    assertThat(PlainJson.read(Files.readString(folder.resolve("out").resolve("summary.json"))))
        .containsKeys("model", "records", "persons", "quality", "timing");
  }

  @Test
  @DisplayName("orders records by the code points of their ids")
  void orderOfIds() throws IOException, InterruptedException {
    List<String> ids = List.of("\uFB01", "b", "a", "aaaaa", "aaaa", "\uD83D\uDE00", "\u9EC4", "a1");
    List<Row> rows =
        ids.stream().map(id -> new Row("chess", id, "ba,doka,1950-01-02,town 1,7,")).toList();
    link(model, inputs(rows, 1), "out", 1);
    assertThat(lines("out", "clusters.csv"))
        .extracting(line -> line.split(",")[1])
        .containsExactly("a", "a1", "aaaa", "aaaaa", "b", "\u9EC4", "\uFB01", "\uD83D\uDE00");
  }

  @Test
  @DisplayName("can be explained pair by pair, and the account adds up")
  void explained() throws IOException, InterruptedException {
    List<Row> rows = InventedClubs.rows(11, 120);
    List<Input> inputs = inputs(rows, 1);
    link(model, inputs, "out", 1);
    List<String> pairs = lines("out", "review.csv");
    assertThat(pairs).isNotEmpty();
    String[] pair = pairs.getFirst().split(",");
    ExplainRun run = new ExplainRun(model, inputs);
    ExplainRun.Told told = run.run(pair[0] + ':' + pair[1], pair[2] + ':' + pair[3]);
    assertThat(told).isEqualTo(run.run(pair[2] + ':' + pair[3], pair[0] + ':' + pair[1]));
    long sum = told.account().prior();
    for (var item : told.account().items()) {
      sum += item.counted();
    }
    assertThat(told.account().sum()).isEqualTo(sum).isEqualTo(told.account().weight());
    assertThat(told.proposedBy()).isNotEmpty();
    assertThat(told.probability()).isEqualTo(pair[4]);
    assertThatThrownBy(() -> run.run("chess:none", "m1"))
        .hasMessageContaining("chess:none")
        .hasMessageContaining("write SOURCE:ID");
  }
}

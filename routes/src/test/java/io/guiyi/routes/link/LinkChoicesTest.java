package io.guiyi.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.routes.config.ConfigRefused;
import io.guiyi.routes.config.PlainJson;
import io.guiyi.routes.link.InventedClubs.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whoever links")
class LinkChoicesTest {
  @TempDir private Path folder;
  private final List<Input> inputs = new ArrayList<>();

  @BeforeEach
  void writeInputs() throws IOException {
    List<Row> rows = InventedClubs.rows(11, 200);
    for (String source : List.of("chess", "choir")) {
      List<Row> own = rows.stream().filter(row -> row.source().equals(source)).toList();
      inputs.add(InventedClubs.write(folder.resolve(source + ".csv"), source, own));
    }
  }

  private Path model(String thresholds) throws IOException {
    String text = InventedClubs.MODEL.replaceFirst("thresholds: .*", "thresholds: " + thresholds);
    return Files.writeString(folder.resolve("clubs.yaml"), text);
  }

  private Map<String, Object> link(Path model, Path truth, long mostPairs)
      throws InterruptedException {
    LinkRun.Choices choices = new LinkRun.Choices(mostPairs, true);
    return new LinkRun(model, inputs, folder.resolve("out"), truth, 2, choices)
        .run(new RunClock(System::nanoTime));
  }

  @Test
  @DisplayName("gets a strict and a broad view where the model has them, each with its quality")
  void views() throws IOException, InterruptedException {
    Path model = model("{ link: 0, review: -8, strict: 12, broad: -8 }");
    link(model, null, LinkRun.Choices.USUAL_MOST_PAIRS);
    Path truth =
        Files.move(folder.resolve("out").resolve("clusters.csv"), folder.resolve("truth.csv"));
    link(model, truth, 1_000_000);
    String summary = Files.readString(folder.resolve("out").resolve("summary.json"));
    Map<?, ?> views = (Map<?, ?>) PlainJson.read(summary).get("views");
    assertThat(views.size()).isEqualTo(3);
    Map<?, ?> strict = view(views, "strict");
    Map<?, ?> balanced = view(views, "balanced");
    Map<?, ?> broad = view(views, "broad");
    assertThat((Long) strict.get("persons")).isGreaterThan((Long) balanced.get("persons"));
    assertThat((Long) balanced.get("persons")).isGreaterThanOrEqualTo((Long) broad.get("persons"));
    assertThat(strict.get("pairwise_precision")).isEqualTo(1.0);
    assertThat(broad.get("pairwise_recall")).isEqualTo(1.0);
    assertThat(Files.readAllLines(folder.resolve("out").resolve("clusters-strict.csv")))
        .hasSameSizeAs(Files.readAllLines(folder.resolve("out").resolve("clusters.csv")))
        .first()
        .isEqualTo("source,record_id,person_id");
  }

  private static Map<?, ?> view(Map<?, ?> views, String name) {
    return (Map<?, ?>) Objects.requireNonNull(views.get(name));
  }

  @Test
  @DisplayName("is told of a view that lies on the wrong side of the threshold")
  void viewsOnTheWrongSide() throws IOException {
    Path model = model("{ link: 0, review: -3, strict: -1, broad: -5 }");
    assertThatThrownBy(() -> link(model, null, 1))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("strict")
        .hasMessageContaining("broad");
  }

  @Test
  @DisplayName("can ask what it would cost, and is stopped before a pair too many is weighed")
  void costs() throws IOException {
    Path model = model("{ link: 0 }");
    Map<String, Object> estimate =
        new EstimateRun(model, inputs).run(new RunClock(System::nanoTime));
    long pairs = (Long) estimate.get("pairs");
    assertThat(pairs).isPositive();
    assertThatThrownBy(() -> link(model, null, pairs - 1))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("proposes")
        .hasMessageContaining("all rules together %d; the bound is %d".formatted(pairs, pairs - 1))
        .hasMessageContaining("--most-pairs");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  @DisplayName("sees as probability what labels say of such pairs, and the same in any later run")
  void labels() throws IOException, InterruptedException {
    Path model = model("{ link: 30, review: -30 }");
    link(model, null, LinkRun.Choices.USUAL_MOST_PAIRS);
    Path labels = folder.resolve("labels.csv");
    List<String> judged = new ArrayList<>(List.of("source_a,record_a,source_b,record_b,match"));
    for (String line : Files.readAllLines(folder.resolve("out").resolve("review.csv"))) {
      String[] pair = line.split(",", -1);
      if (judged.size() <= 40 && !pair[0].equals("source_a")) {
        String names = String.join(",", List.of(pair).subList(0, 4));
        judged.add(names + (judged.size() % 4 == 0 ? ",1" : ",0"));
      }
    }
    judged.add("chess,nobody,choir,nobody,1");
    judged.add("chess,nobody,choir,nobody,");
    Files.write(labels, judged);
    Path trained = folder.resolve("clubs.json");
    Map<String, Object> figures =
        new TrainRun(model, inputs, trained, null, null, labels)
            .run(new RunClock(System::nanoTime));
    assertThat(figures)
        .containsEntry("labels", judged.size() - 3)
        .containsEntry("labels_unknown", 1);
    assertThat(Files.readString(trained)).contains("\"calibration\":");
    link(trained, null, LinkRun.Choices.USUAL_MOST_PAIRS);
    assertThat(Files.readAllLines(folder.resolve("out").resolve("review.csv")).subList(1, 30))
        .allSatisfy(
            line -> assertThat(Double.parseDouble(line.split(",", -1)[4])).isBetween(1e-6, 1.0));
    Files.writeString(labels, "source_a,record_a,source_b,record_b,match\na,1,b,2,maybe\n");
    assertThatThrownBy(() ->
            new TrainRun(model, inputs, trained, null, null, labels)
                .run(new RunClock(System::nanoTime)))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("match is neither 0 nor 1");
  }
}

package io.guiyi.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("guiyi evaluate")
class EvaluateTest {
  private static final String TRUTH =
      """
      source,record_id,person_id
      police,1,P1
      labour,1,P1
      health,7,P1
      police,2,P2
      police,9,P3
      """;

  private static final String CLUSTERS =
      """
      source,record_id,person_id
      health,7,b
      labour,1,a
      police,1,a
      police,2,b
      union,5,c
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String clusters, String truth, String... more) throws IOException {
    Path clusterFile = Files.writeString(folder.resolve("clusters.csv"), clusters);
    Path truthFile = Files.writeString(folder.resolve("truth.csv"), truth);
    CommandLine line = Guiyi.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] arguments = new String[5 + more.length];
    arguments[0] = "evaluate";
    arguments[1] = "--clusters";
    arguments[2] = clusterFile.toString();
    arguments[3] = "--truth";
    arguments[4] = truthFile.toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return line.execute(arguments);
  }

  @Test
  @DisplayName("measures the records that both files know and counts the others")
  void measures() throws IOException {
    assertThat(run(CLUSTERS, TRUTH, "--json")).as(err.toString()).isEqualTo(ExitCode.DONE);
    JsonNode answer = JsonMapper.shared().readTree(out.toString());
    assertThat(answer.path("records").asInt()).isEqualTo(4);
    assertThat(answer.path("persons").asInt()).isEqualTo(2);
    assertThat(answer.path("clusters").asInt()).isEqualTo(2);
    assertThat(answer.path("pairwise_precision").asDouble()).isEqualTo(0.5);
    assertThat(answer.path("pairwise_recall").asDouble()).isEqualTo(0.333333);
    assertThat(answer.path("pairwise_f1").asDouble()).isEqualTo(0.4);
    assertThat(answer.path("wrongly_merged_persons").asInt()).isEqualTo(2);
    assertThat(answer.path("records_without_truth").asInt()).isEqualTo(1);
    assertThat(answer.path("records_without_cluster").asInt()).isEqualTo(1);
    assertThat(answer.path("by_sources").path("labour-police").path("actual").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("takes a byte order mark, quotes, carriage returns, more columns in another order")
  void lenient() throws IOException {
    String truth =
        "\uFEFFperson_id,note,source,record_id\r\nP1,\"a, b\",police,\"1\"\r\nP1,,labour,1\r\n";
    assertThat(run(CLUSTERS, truth)).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).containsPattern("pairwise_f1 +1.0").containsPattern("records +2");
  }

  @Test
  @DisplayName("says which pairs got lost, by difficulty too")
  void breakdown() throws IOException {
    Path labels =
        Files.writeString(
            folder.resolve("difficulty.csv"),
            "source,record_id,difficulty\nhealth,7,child+homophone\npolice,1,plain\n");
    assertThat(run(CLUSTERS, TRUTH, "--breakdown", "--difficulty", labels.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).containsPattern("homophone +2 +2 +1").contains("health-police");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "source,record_id,person\\npolice,1,a\\n     | clusters.csv:1: has no column person_id",
        "source,record_id,person_id\\npolice,1\\n    | clusters.csv:2: has 2 fields, the header 3",
        "source,record_id,person_id\\npolice,,a\\n   | clusters.csv:2: has no record_id",
        "source,record_id,person_id\\npolice,1,a\\npolice,1,b\\n | clusters.csv:3: record",
        "source,record_id,person_id\\npolice,\"1,a\\n | clusters.csv:2: is not CSV",
        "''                                          | clusters.csv: is empty"
      })
  @DisplayName("refuses a file with line, value and remedy, and ends with code 2")
  void refuses(String clusters, String fault) throws IOException {
    assertThat(run(clusters.replace("\\n", "\n"), TRUTH)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(fault).contains("->");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  @DisplayName("never shows a record's number, which may be somebody's own")
  void masksNumbers() throws IOException {
    String twice = "source,record_id,person_id\neducation,G11010119900307803X,a\n";
    int exit = run(twice + "education,G11010119900307803X,b\n", twice);
    assertThat(exit).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("stands twice").doesNotContain("19900307");
  }

  @Test
  @DisplayName("says so if a file is not there")
  void missing() {
    int exit =
        Guiyi.commandLine()
            .setErr(new PrintWriter(err))
            .execute("evaluate", "--clusters", "nowhere.csv", "--truth", "nowhere.csv");
    assertThat(exit).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("nowhere.csv: cannot be read");
  }
}

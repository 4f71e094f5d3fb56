package io.guiyi.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.command.GuiyiLab;
import io.guiyi.routes.command.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("guiyi bench")
class BenchCommandTest {

  /** Stands in for the launcher: whoever has the same second column is one person. */
  private static final String LINKER =
      """
      #!/bin/sh
      verb=$1
      while [ $# -gt 0 ]; do
        case $1 in
          --out) out=$2 ;;
          --input) inputs="$inputs $2" ;;
          --model) echo "$verb $2" ;;
        esac
        shift
      done
      if [ "$verb" = train ]; then
        echo '{}' >"$out"
        exit 0
      fi
      {
        echo source,record_id,person_id
        for input in $inputs; do
          awk -F, -v source="${input%%=*}" 'NR > 1 { print source "," $1 "," $2 }' "${input#*=}"
        done
      } >"$out/clusters.csv"
      """;

  private static final String FEBRL =
      """
      rec_id,given_name,surname,cluster
      rec-1-org,ann,smith,rec-1
      rec-1-dup-0,ann,smyth,rec-1
      rec-2-org,bob,jones,rec-2
      rec-2-dup-0,bob,jonas,rec-2
      """;

  private static final String HISTORICAL =
      """
      unique_id,cluster,full_name,first_and_surname,first_name,surname,dob,birth_place,\
      postcode_fake,gender,occupation
      Q1-1,Q1,ann smith,ann smith,ann,smith,1812-03-01,bath,ba1 2xy,female,painter
      Q1-2,Q1,ann smith,ann smith,ann,smith,1812-03-01,bath,ba1 2xy,female,painter
      Q2-1,Q2,bob jones,bob jones,bob,jones,1830-03-01,york,yo1 2xy,male,clerk
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void standIn() throws IOException {
    Path linker = Files.writeString(folder.resolve("linker"), LINKER);
    Files.setPosixFilePermissions(linker, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(folder.resolve("data"));
  }

  private int bench(String... more) {
    CommandLine line = GuiyiLab.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] arguments = {
      "bench",
      "link",
      "--json",
      "--data",
      folder.resolve("data").toString(),
      "--work",
      folder.resolve("work").toString(),
      "--linker",
      folder.resolve("linker").toString(),
      "--models",
      "models"
    };
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return line.execute(all);
  }

  private JsonNode answer() {
    return JsonMapper.shared().readTree(out.toString());
  }

  @Test
  @DisplayName("links without truth and old numbers in sight, and measures what comes out")
  void linksAndMeasures() throws IOException {
    Files.writeString(folder.resolve("data/febrl3.csv"), FEBRL);
    assertThat(bench("--only", "febrl3,febrl4")).as(err.toString()).isEqualTo(ExitCode.DONE);
    JsonNode score = answer().path("contests").path(0);
    assertThat(score.path("contest").asString()).isEqualTo("febrl3");
    assertThat(score.path("records").asInt()).isEqualTo(4);
    assertThat(score.path("pairwise_f1").asDouble()).isEqualTo(1);
    assertThat(score.path("cpu_seconds").asDouble()).isBetween(0.0, 20.0);
    assertThat(answer().path("skipped").path("febrl4").asString())
        .contains("febrl4a.csv", "febrl4b.csv");
    List<String> input = Files.readAllLines(folder.resolve("work/febrl3/febrl.csv"));
    assertThat(input.getFirst()).isEqualTo("rec_id,given_name,surname");
    assertThat(input.subList(1, 5)).allMatch(row -> row.matches("00000000\\d,[a-z]+,[a-z]+"));
    assertThat(Files.readString(folder.resolve("work/febrl3/out/link.log")))
        .contains("link", "febrl.yaml");
  }

  @Test
  @DisplayName("trains on the set that it repeats, and links the copies with that model")
  void scaled() throws IOException {
    Files.writeString(folder.resolve("data/historical_50k.csv"), HISTORICAL);
    assertThat(bench("--only", "scaled", "--rows", "30"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    JsonNode score = answer().path("contests").path(0);
    assertThat(score.path("records").asInt()).isEqualTo(30);
    assertThat(score.path("pairwise_recall").asDouble()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("work/scaled/out/link.log"))).contains("model.json");
  }

  @Test
  @DisplayName("links a city over all six sources, and says so if a bound is broken")
  void city() throws IOException {
    int exit = bench("--only", "city", "--people", "100");
    assertThat(exit).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(answer().path("contests").path(0).path("records").asInt()).isGreaterThan(200);
    Files.writeString(folder.resolve("data/febrl3.csv"), FEBRL.replace("dup-0,bob", "dup-0,rob"));
    out.getBuffer().setLength(0);
    assertThat(bench("--only", "febrl3")).isEqualTo(ExitCode.BOUND_BROKEN);
    assertThat(answer().path("contests").path(0).path("bounds_broken").path(0).asString())
        .isEqualTo("F1 below 0.997");
  }

  @Test
  @DisplayName("refuses what it does not know")
  void unknown() {
    assertThat(bench("--only", "febrl9")).isEqualTo(ExitCode.USAGE);
    assertThat(bench("--rows", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("febrl9", "rows 0");
  }
}

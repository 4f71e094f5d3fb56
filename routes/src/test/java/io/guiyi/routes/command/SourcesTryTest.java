package io.guiyi.routes.command;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("guiyi sources try")
class SourcesTryTest {
  /** A source that nobody ever programmed: the blood bank's donors. */
  private static final String DONORS =
      """
      connector: declared
      enabled: false
      read:
      %s
      columns: [卡号, 姓名, 证件, 电话, 献血日期, 状态, 更新]
      codes:
        card: {普通: member, 荣誉: member, 停用: suspended}
      row:
        key: 卡号
        version: {column: 更新, written: yyyy-MM-dd}
      person:
        name: 姓名
        documents: [{number: 证件}]
        phones: [电话]
      statements:
        - kind: membership
          organisation: {words: 慈溪市献血者之家}
          number: 卡号
          standing: {column: 状态, codes: card}
          from: {column: 献血日期, written: [yyyyMMdd, yyyy年M月d日]}
      checks:
        - {column: 电话, required: true, message: 没有电话无法回访}
      """;

  private static final String FOLDER =
      """
        protocol: folder
        folder: in
        files: donors_{yyyyMMdd}.csv
      """;

  private static final String ROWS =
      """
      卡号,姓名,证件,电话,献血日期,状态,更新
      X0001,欧阳测试,11010119900307803X,13900005678,20240501,普通,2026-03-01
      X0002,测试乙,,13900005679,2024年5月2日,特殊,2026-03-01
      X0003,测试丙,,,20240503,普通,2026-03-01
      X0004,测试丁,,13900005680,20240504,停用,2026-03-01
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  @DisplayName("needs a YAML file and some rows to show a source that nobody programmed")
  void newSourceNeedsNoJava() throws IOException {
    Path yaml = write("donors.yaml", DONORS.formatted(FOLDER.stripTrailing()));
    Path rows = folder.resolve("donors_20260302.csv");
    Files.write(rows, ROWS.getBytes(Charset.forName("GB18030")));

    int exit = run("sources", "try", yaml.toString(), "--sample", rows.toString(), "--json");

    assertThat(exit).as(err.toString()).isEqualTo(ExitCode.DONE);
    JsonNode answer = JsonMapper.shared().readTree(out.toString());
    assertThat(answer.path("rows_read").asInt()).isEqualTo(4);
    assertThat(answer.path("rows_refused").asInt()).isEqualTo(2);
    JsonNode first = answer.path("rows").path(0);
    assertThat(first.path("person").path("name").asString()).isEqualTo("欧***");
    assertThat(first.path("statements").path(0).path("kind").asString()).isEqualTo("MEMBERSHIP");
    assertThat(first.path("statements").path(0).path("from").asString()).isEqualTo("2024-05-01");
    assertThat(reason(answer, 1)).isEqualTo("CODE_UNKNOWN 状态");
    assertThat(reason(answer, 2)).isEqualTo("FIELD_MISSING 电话");
    assertThat(answer.path("rows").path(3).path("statements").path(0).path("code").asString())
        .isEqualTo("SUSPENDED");
    assertThat(err.toString()).contains("4 rows read, 2 refused");
    assertThat(out.toString()).doesNotContain("11010119900307803X", "13900005678", "欧阳", "X0001");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("nothing was stored").containsExactlyInAnyOrder(yaml, rows);
    }
  }

  @Test
  @DisplayName("reads the first rows of the folder itself, without waiting and without a hub")
  void readsTheFolder() throws IOException {
    Path yaml = write("donors.yaml", DONORS.formatted(FOLDER.stripTrailing()));
    Files.createDirectories(folder.resolve("in"));
    Files.write(
        folder.resolve("in/donors_20260302.csv"), ROWS.getBytes(Charset.forName("GB18030")));
    assertThat(run("sources", "try", yaml.toString(), "--rows", "2")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("donors_20260302.csv row 2", "欧***", "CODE_UNKNOWN 状态")
        .doesNotContain("row 4", "13900005678");
  }

  @Test
  @DisplayName("reads the first page of a REST source with its token")
  void readsRest() throws IOException {
    WireMockServer server = new WireMockServer(options().dynamicPort());
    server.start();
    try {
      server.stubFor(
          get(urlPathEqualTo("/donors"))
              .withHeader("Authorization", equalTo("Bearer an-invented-token"))
              .willReturn(
                  okJson(
                      """
                      {"data":[{"卡号":"X1","姓名":"欧阳测试","证件":null,"电话":"13900005678",
                      "献血日期":"20240501","状态":"普通","更新":"2026-03-01"}]}
                      """)));
      Path token = write("donors.token", "an-invented-token\n");
      Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
      Path yaml =
          write(
              "donors.yaml",
              DONORS.formatted(
                  """
                    protocol: rest
                    url: %s/donors
                    access: token
                    token-file: donors.token
                    rows-at: data\
                  """
                      .formatted(server.baseUrl())));
      assertThat(run("sources", "try", yaml.toString())).as(err.toString()).isEqualTo(0);
      assertThat(out.toString()).contains("page 1 row 1", "欧***", "MEMBERSHIP");
      server.stop();
      assertThat(run("sources", "try", yaml.toString())).isEqualTo(ExitCode.FAILED);
      assertThat(err.toString()).contains("REFUSED");
    } finally {
      server.stop();
    }
  }

  @Test
  @DisplayName("tells every fault of the file with its line, and ends with 2")
  void tellsFaults() throws IOException {
    Path yaml =
        write(
            "donors.yaml", DONORS.formatted(FOLDER.stripTrailing()).replace("name: 姓名", "name: 名"));
    assertThat(run("sources", "try", yaml.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("donors.yaml:", "卡号, 姓名, 证件").contains("->");
    assertThat(run("sources", "try", yaml.toString(), "--rows", "0")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  @DisplayName("ends with 1 if the file lacks an agreed column, and names it")
  void tellsMissingColumns() throws IOException {
    Path yaml = write("donors.yaml", DONORS.formatted(FOLDER.stripTrailing()));
    Path rows = write("donors_20260302.csv", ROWS.replace("献血日期", "日期"));
    assertThat(run("sources", "try", yaml.toString(), "--sample", rows.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("PROTOCOL");
  }

  private static String reason(JsonNode answer, int row) {
    JsonNode refused = answer.path("rows").path(row).path("refused");
    return refused.path("reason").asString() + " " + refused.path("column").asString();
  }

  private int run(String... words) {
    CommandLine line = Guiyi.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(List.of(words).toArray(String[]::new));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

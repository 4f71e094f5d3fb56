package io.guiyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.QuarantineReason;
import io.guiyi.registry.watch.AlarmKind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages behind the status page, as a browser gets them. */
@DisplayName("The operator's pages")
@SpringBootTest(
    classes = PageServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.main.banner-mode=off")
class OperatorPagesTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/?lang=en",
          "/console/help",
          "/console/help?lang=en",
          "/console/sources/labour",
          "/console/sources/labour?lang=en");

  @LocalServerPort private int port;
  @Autowired private PageServer.Desk desk;

  @BeforeEach
  void later() {
    desk.later();
  }

  @ParameterizedTest(name = "{0} says {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /console/sources/labour         | <title>人社 · 归一</title>
          /console/sources/labour         | 熔断暂停
          /console/sources/labour         | XJ_20260301_017_C.csv
          /console/sources/labour         | ./guiyi deliveries release 12 或 refuse 12
          /console/sources/labour         | 取值分布偏移
          /console/sources/labour         | 1,204
          /console/sources/labour         | 对方未在时限内应答
          /console/sources/labour         | 进行中
          /console/sources/labour         | 重放
          /console/sources/labour         | 5c5c5c5c5c5c5c5c…
          /console/sources/labour         | ./guiyi certificates verify labour
          /console/sources/labour?lang=en | <title>Labour · Guiyi</title>
          /console/sources/labour?lang=en | no answer in time
          /console/sources/labour?lang=en | Held deliveries
          /console/help                   | <title>处置手册 · 归一</title>
          /console/help                   | 取值分布偏移
          /console/help                   | 对方没有在时限内给出完整应答
          /console/help?lang=en           | half of the file is there
          """)
  void say(String path, String words) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).containsIgnoringCase(words).doesNotContain("??", "th:");
  }

  @Test
  @DisplayName("hold no dead link, also to places within a page")
  void holdNoDeadLink() throws Exception {
    for (String page : PAGES) {
      List<String> links =
          Pattern.compile("(?:src|href)=\"([^\"]+)\"")
              .matcher(get(page).body())
              .results()
              .map(found -> found.group(1).replace("&amp;", "&"))
              .distinct()
              .toList();
      for (String link : links) {
        String[] parts = link.split("#", 2);
        HttpResponse<String> answer = get(parts[0].isEmpty() ? page : parts[0]);
        assertThat(answer.statusCode()).as("%s on %s", link, page).isEqualTo(200);
        boolean listed = parts.length == 1 || !parts[1].startsWith("failure-");
        if (parts.length == 2 && listed) {
          assertThat(answer.body()).as("%s on %s", link, page).contains("id=\"" + parts[1] + "\"");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/help", "/console/help?lang=en"})
  @DisplayName("explain every alarm and every reason for quarantine")
  void explainEverything(String path) throws Exception {
    String html = get(path).body();
    for (AlarmKind kind : AlarmKind.values()) {
      assertThat(html).contains("id=\"alarm-" + kind + "\"");
    }
    for (QuarantineReason reason : QuarantineReason.values()) {
      assertThat(html).contains("id=\"reason-" + reason + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/sources/nonesuch", "/console/sources/A_B", "/console/sources/"})
  @DisplayName("do not know a source that is not configured")
  void missUnknownSources(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("没有这个页面");
  }

  @Test
  @DisplayName("stay in the language that was asked for")
  void stayInTheirLanguage() throws Exception {
    assertThat(get("/?lang=en").body())
        .contains("/console/sources/labour?lang=en", "/console/help?lang=en#alarm-LATE");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return PageServer.get(port, path);
  }
}

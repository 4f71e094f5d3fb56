package io.guiyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.registry.store.RegisterUnavailable;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
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

/** The page as a browser gets it: over HTTP, from the real server, with everything it links to. */
@DisplayName("The status page")
@SpringBootTest(
    classes = PageServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.main.banner-mode=off")
class StatusPageTest {

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
          /         | <html lang="zh-CN">
          /         | <title>运行状态 · 归一</title>
          /         | 一人一档
          /         | 待核案件
          /         | 读取水位
          /         | 本机为主
          /         | 第 3 任期
          /         | 熔断暂停
          /         | 自 24 分钟前
          /         | 前置库拒绝或出错
          /         | 10.20.4.17:5432 refuses connections
          /         | 公安
          /         | 教育局
          /         | 代码未知
          /         | 取值分布偏移
          /         | （增量）
          /         | PSI 0.62; 05: 1.1 % → 24.0 %
          /         | ./guiyi alarms accept 1207
          /         | 对账证书 № 1207，24 分钟前
          /         | 最近一次
          /         | 待回写 7 批
          /         | 331,942
          /         | 其中 379,092 条接收部门已确认
          /         | 另有 67 项人员变更尚未分发
          /?lang=zh | 一人一档
          /?lang=en | <html lang="en">
          /?lang=en | <title>Status · Guiyi</title>
          /?lang=en | this hub leads
          /?lang=en | Review cases
          /?lang=en | resting (breaker open)
          /?lang=en | since 24 min ago
          /?lang=en | Education bureau
          /?lang=en | values shifted
          /?lang=en | certificate № 1207, 24 min ago
          /?lang=en | last news: 25 min ago
          /?lang=en | 7 pages to tell
          /?lang=en | unknown code
          /?lang=en | 379,092 of them acknowledged
          """)
  void saysInItsLanguage(String path, String words) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(words).doesNotContain("??", "th:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?lang=en", "/nowhere"})
  @DisplayName("runs nothing inline, and the browser is told to refuse it")
  void runsNothingInline(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue(PageHeaders.POLICY);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body())
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContain(" style=", "<style", "javascript:", "//cdn", "https://");
  }

  @Test
  @DisplayName("links only to files that this hub serves")
  void linksOnlyToFilesThatThisHubServes() throws Exception {
    String html = get("/").body();
    List<String> links =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(html)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(links)
        .contains(
            "/webjars/htmx.org/dist/htmx.min.js",
            "/console/console.css",
            "/console/console.js",
            "/?lang=en");
    for (String link : links) {
      assertThat(get(link).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("fetches its moving part again, in its language, every five seconds")
  void fetchesItsMovingPartAgain() throws Exception {
    assertThat(get("/?lang=en").body())
        .contains("hx-get=\"/status?lang=en\"", "hx-trigger=\"every 5s\"");
    String part = get("/status?lang=en").body();
    assertThat(part.strip()).startsWith("<main").endsWith("</main>");
    assertThat(part).contains("hx-get=\"/status?lang=en\"", "Education bureau");
  }

  @Test
  @DisplayName("reloads itself where there is no JavaScript")
  void reloadsItselfWhereThereIsNoJavaScript() throws Exception {
    assertThat(get("/").body())
        .contains("<noscript><meta http-equiv=\"refresh\" content=\"15\"></noscript>");
  }

  @Test
  @DisplayName("shows what the register last said, and that it is old, while it does not answer")
  void showsOldNumbersAsOld() throws Exception {
    get("/");
    desk.register.set(() -> {
      throw new RegisterUnavailable("the database cannot serve", new IOException());
    });
    desk.now.updateAndGet(now -> now.plus(Duration.ofMinutes(3)));
    assertThat(get("/").body()).contains("数据库无应答", "331,942");
    assertThat(get("/?lang=en").body()).contains("The database does not answer");
  }

  @Test
  @DisplayName("says what to do while there is no source, subscriber or quarantine")
  void saysWhatToDoWhileThereIsNothing() throws Exception {
    desk.streams.set(List.of());
    desk.register.set(() -> Invented.nothingYet(desk.now.get()));
    assertThat(get("/").body()).contains("尚未启用任何数据源", "尚无接收部门", "没有被隔离的行", "没有告警");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"/nowhere, 没有这个页面", "/nowhere?lang=en, There is no such page"})
  void missesAPageInItsLanguage(String path, String words) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains(words);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return PageServer.get(port, path);
  }
}

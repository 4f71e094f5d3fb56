package io.guiyi.connectors.declared;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.SteeredClock;
import io.guiyi.connectors.declared.RestPages.Access;
import io.guiyi.connectors.declared.RestPages.Paging;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Watermark;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.Membership;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A declared REST source")
@Timeout(60)
class DeclaredRestTest {
  private static final String PATH = "/union/members";
  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private final SteeredClock clock = new SteeredClock("2026-11-22T08:00:00Z");
  private final SimpleCamelContext camel = new SimpleCamelContext();

  @BeforeEach
  void open() {
    server.start();
    camel.start();
  }

  @AfterEach
  void close() {
    camel.stop();
    server.stop();
  }

  @Test
  @DisplayName("is walked by page number up to the first empty page, and since its watermark")
  void byNumber() throws Exception {
    at("page", "1", body(row("1", "2026-03-01 08:00:00"), row("2", "2026-03-03 08:00:00")));
    at("page", "2", body(row("3", "2026-03-02 08:00:00")));
    at("page", "3", body());
    try (DeclaredSource source = open(new Paging.ByNumber("page", 1), null)) {
      List<SourcePage> pages = Declared.walk(source, Watermark.START);
      assertThat(Declared.words(Declared.read(source, pages))).containsExactly("1", "2", "3");
      assertThat(pages).extracting(page -> page.after().text()).startsWith("", "");
      assertThat(pages.getLast().after()).isEqualTo(new Watermark("2026-03-03T00:00:00Z"));
      assertThat(pages.getFirst().profile().columns()).containsEntry("firm.name", 2L);
      assertThat(pages.getFirst().profile().values().get("state")).containsEntry("1", 2L);

      server.resetAll();
      server.stubFor(get(anyUrl()).willReturn(okJson(body())));
      assertThat(Declared.walk(source, pages.getLast().after())).isEmpty();
      server.verify(
          getRequestedFor(urlPathEqualTo(PATH))
              .withQueryParam("since", equalTo("2026-03-02 08:00:00"))
              .withQueryParam("limit", equalTo("2"))
              .withHeader("Authorization", equalTo("Bearer invented-token")));
    }
  }

  @Test
  @DisplayName("is walked by cursor, and counts what was announced")
  void byCursor() throws Exception {
    at(
        "cursor",
        null,
        "{\"data\":{\"list\":[%s],\"next\":\"b\"},\"total\":2}".formatted(row("1", "2026-03-01")));
    at(
        "cursor",
        "b",
        "{\"data\":{\"list\":[%s],\"next\":null},\"total\":2}".formatted(row("2", "2026-03-01")));
    try (DeclaredSource source = open(new Paging.ByCursor("cursor", "data.next"), "total")) {
      List<SourcePage> pages = Declared.walk(source, Watermark.START);
      assertThat(Declared.words(Declared.read(source, pages))).containsExactly("1", "2");
      at("cursor", "b", "{\"data\":{\"list\":[],\"next\":null},\"total\":2}");
      assertThat(fails(source).getMessage()).contains("1 rows where it announced 2");
      at("cursor", "b", "{\"data\":{\"list\":[],\"next\":\"b\"},\"total\":2}");
      assertThat(fails(source).getMessage()).contains("would never end");
    }
  }

  @Test
  @DisplayName("follows links to the next page, but to no other host")
  void byLink() throws Exception {
    for (String link : List.of("?p=2", PATH + "?p=2", server.baseUrl() + PATH + "?p=2")) {
      server.resetAll();
      at("p", null, link(row("1", "2026-03-01"), link));
      at("p", "2", link(row("2", "2026-03-01"), ""));
      try (DeclaredSource source = open(new Paging.ByLink("data.next"), null)) {
        assertThat(Declared.words(Declared.read(source, Declared.walk(source, Watermark.START))))
            .as(link)
            .containsExactly("1", "2");
      }
    }
    for (String link :
        List.of("https://elsewhere.example/x", server.baseUrl() + "0" + PATH, "//evil.example/")) {
      server.resetAll();
      at("p", null, link(row("1", "2026-03-01"), link));
      try (DeclaredSource source = open(new Paging.ByLink("data.next"), null)) {
        SourceUnavailable fault =
            assertThrows(
                SourceUnavailable.class, () -> Declared.walk(source, Watermark.START), link);
        assertThat(fault.kind()).as(link).isEqualTo(Kind.REDIRECTED);
      }
    }
  }

  @Test
  @DisplayName(
      "says whom a row is about and what it states; what it cannot understand is put aside")
  void mapping() throws Exception {
    String good = row("1", "2026-03-01");
    String body =
        body(
            good,
            good.replace("\"m\"", "\"z\""),
            good.replace("19900307", "19900230"),
            good.replace("\"state\":1", "\"state\":\"X\""),
            good.replace("2026-03-01", "yesterday"),
            good.replace("\"number\":\"1\"", "\"number\":null"),
            good.replace("2021年3月1日", "2021-13-01"),
            "17");
    server.stubFor(get(anyUrl()).willReturn(okJson(body)));
    try (DeclaredSource source = open(new Paging.InOne(), null)) {
      List<Canonicalized> rows = Declared.read(source, Declared.walk(source, Watermark.START));
      assertThat(Declared.words(rows))
          .containsExactly(
              "1",
              "CODE_UNKNOWN sex",
              "DATE_INVALID born",
              "1",
              "VERSION_UNREADABLE changed",
              "KEY_MISSING number",
              "DATE_INVALID since",
              "MALFORMED ");
      CanonicalRecord record = (CanonicalRecord) rows.getFirst();
      assertThat(record.who().sex()).isEqualTo(Sex.MALE);
      assertThat(record.who().employer()).isEqualTo("慈溪测试电器有限公司");
      assertThat(record.what()).hasSize(2);
      assertThat(record.what().getFirst())
          .isInstanceOfSatisfying(
              Membership.class,
              m -> assertThat(m.standing()).isEqualTo(Membership.Standing.MEMBER));
      assertThat(record.what().getLast()).isInstanceOf(Guardianship.class);
      CanonicalRecord withdrawn = (CanonicalRecord) rows.get(3);
      assertThat(withdrawn.origin().isWithdrawn()).isTrue();
      assertThat(withdrawn.what()).isEmpty();
    }
  }

  private SourceUnavailable fails(DeclaredSource source) {
    return assertThrows(SourceUnavailable.class, () -> Declared.walk(source, Watermark.START));
  }

  private DeclaredSource open(Paging paging, @Nullable String totalAt) {
    RestPages pages =
        new RestPages(
            HttpSettings.of(server.baseUrl() + PATH),
            new Access.Token("Authorization", "Bearer ", new Secret("invented-token")),
            "data.list",
            totalAt,
            paging,
            "limit",
            2,
            new RestPages.Since("since", RestPages.TimeForm.LOCAL, Duration.ofDays(1)));
    Declaration members =
        Declared.members(pages, Declared.changes(), DeliveryRule.DELTA, List.of());
    assertThat(DeclaredColumns.codes(members)).containsEntry("state", Set.of("1", "2", "X"));
    return DeclaredSource.create(camel, members, clock);
  }

  private void at(String parameter, @Nullable String value, String body) {
    server.stubFor(
        get(urlPathEqualTo(PATH))
            .withQueryParam(parameter, value == null ? absent() : equalTo(value))
            .willReturn(okJson(body)));
  }

  private static String body(String... rows) {
    return "{\"data\":{\"list\":[%s]}}".formatted(String.join(",", rows));
  }

  private static String link(String row, String next) {
    return "{\"data\":{\"list\":[%s],\"next\":\"%s\"}}".formatted(row, next);
  }

  private static String row(String number, String changed) {
    return """
    {"number":"%s","name":"欧阳测试","sex":"m","id":"11010119900307803X","born":"19900307",\
    "phone":13900005678,"mate":"司马测试","firm":{"name":"慈溪测试电器有限公司"},\
    "since":"2021年3月1日","state":1,"changed":"%s"}\
    """
        .formatted(number, changed);
  }
}

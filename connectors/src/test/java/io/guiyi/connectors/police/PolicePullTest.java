package io.guiyi.connectors.police;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.guiyi.connectors.police.PoliceDesk.body;
import static io.guiyi.connectors.police.PoliceDesk.page;
import static io.guiyi.connectors.police.PoliceDesk.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A pull of the police's registrations")
class PolicePullTest {
  private final PoliceDesk desk = new PoliceDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  @DisplayName("walks the cursor to its end and moves the watermark only past delivered instants")
  void walksTheCursor() throws SourceUnavailable {
    desk.answers(
        null,
        body(
            List.of(
                row("A", "2026-01-01 00:00:00"),
                row("B", "2026-01-02 00:00:00"),
                row("C", "2026-01-03 00:00:00")),
            4,
            "c/1=+ä"));
    desk.answers("c/1=+ä", body(List.of(row("D", "2026-01-03 00:00:00")), 4, null));

    List<SourcePage> pages = desk.walk(Watermark.START);

    assertThat(pages).hasSize(2);
    assertThat(keys(pages.getFirst())).containsExactly("A", "B", "C");
    assertThat(keys(pages.getLast())).containsExactly("D");
    // The third of January may go on behind the first page: only the second is sure.
    assertThat(pages.getFirst().after()).isEqualTo(new Watermark("2026-01-01T16:00:00Z"));
    assertThat(pages.getLast().after()).isEqualTo(new Watermark("2026-01-02T16:00:00Z"));
    assertThat(desk.requests().getFirst().getUrl()).isEqualTo(PoliceDesk.PATH + "?limit=3");
    assertThat(desk.source.health().isWell()).isTrue();
    assertThat(desk.source.health().lastSuccess()).isEqualTo(desk.clock.instant());
  }

  @Test
  @DisplayName("starts the next pull one overlap before the watermark and never moves it back")
  void overlaps() throws SourceUnavailable {
    desk.answers(null, body(List.of(row("A", "2026-01-03 07:59:00")), 1, null));

    List<SourcePage> pages = desk.walk(new Watermark("2026-01-03T00:00:00Z"));

    assertThat(desk.requests().getFirst().queryParameter("since").firstValue())
        .isEqualTo("2026-01-02T23:50:00Z");
    assertThat(pages.getFirst().after()).isEqualTo(new Watermark("2026-01-03T00:00:00Z"));
  }

  @Test
  @DisplayName("does not let a department's fast clock carry the watermark into the future")
  void boundsTheWatermarkByTheClock() throws SourceUnavailable {
    desk.answers(null, body(List.of(row("A", "2099-01-01 00:00:00")), 1, null));

    assertThat(desk.walk(Watermark.START).getFirst().after())
        .isEqualTo(new Watermark("2026-11-22T08:00:00Z"));
  }

  @Test
  @DisplayName("that finds nothing brings no page")
  void findsNothing() throws SourceUnavailable {
    desk.answers(null, body(List.of(), 0, null));

    assertThat(desk.walk(Watermark.START)).isEmpty();
  }

  @Test
  @DisplayName("signs every request over the path exactly as it was sent, each with its own nonce")
  void signs() throws Exception {
    desk.answers(null, body(List.of(row("A", "2026-01-01 00:00:00")), 2, "z%2F ?&"));
    desk.answers("z%2F ?&", body(List.of(row("B", "2026-01-02 00:00:00")), 2, null));

    desk.walk(new Watermark("2025-01-03T00:00:00Z"));

    assertThat(desk.requests()).hasSize(2);
    for (LoggedRequest request : desk.requests()) {
      assertThat(request.header("X-Client-Id").firstValue()).isEqualTo("guiyi-test");
      assertThat(request.header("X-Timestamp").firstValue())
          .isEqualTo(Long.toString(desk.clock.millis()));
      assertThat(request.header("X-Signature").firstValue()).isEqualTo(expectedSignature(request));
      assertThat(request.getHeaders().keys()).noneMatch(name -> name.startsWith("Camel"));
    }
    assertThat(desk.requests().stream().map(r -> r.header("X-Nonce").firstValue()).distinct())
        .hasSize(2)
        .allMatch(nonce -> nonce.matches("[0-9a-f]{32}"));
  }

  @Test
  @DisplayName("puts bad rows aside with their place and goes on with their neighbours")
  void putsBadRowsAside() throws SourceUnavailable {
    desk.answers(
        null,
        body(
            List.of(row("A", "2026-01-01 00:00:00"), "17", row("C", "2026-01-03 00:00:00")),
            3,
            null));

    SourcePage page = desk.walk(Watermark.START).getFirst();

    // What is no JSON object has no columns to show.
    assertThat(page.profile().rows()).isEqualTo(2);
    assertThat(page.profile().columns()).containsEntry("djbh", 2L);

    assertThat(page.rows()).hasSize(3);
    Quarantined bad = (Quarantined) page.rows().get(1);
    assertThat(bad.reason()).isEqualTo(QuarantineReason.MALFORMED);
    assertThat(bad.position().text()).isEqualTo("page 1 row 2");
    assertThat(bad.payload().asUtf8()).isEqualTo("17");
    assertThat(page.after()).isEqualTo(new Watermark("2026-01-02T16:00:00Z"));
  }

  @Test
  @DisplayName("holds a byte that is not UTF-8 against its row alone, and keeps every other byte")
  void keepsBytes() throws SourceUnavailable {
    byte[] good =
        body(List.of(row("A", "2026-01-01 00:00:00")), 2, null).getBytes(StandardCharsets.UTF_8);
    byte[] bad =
        body(List.of(row("A", "2026-01-01 00:00:00"), row("B", "2026-01-02 00:00:00")), 2, null)
            .getBytes(StandardCharsets.UTF_8);
    int secondName = new String(bad, StandardCharsets.ISO_8859_1).lastIndexOf("\"xm\":\"") + 6;
    bad[secondName] = (byte) 0xff;
    desk.server.stubFor(page(null).willReturn(aResponse().withStatus(200).withBody(bad)));

    SourcePage page = desk.walk(Watermark.START).getFirst();

    assertThat(((SourceRecord) page.rows().getFirst()).payload().asUtf8())
        .isEqualTo(row("A", "2026-01-01 00:00:00"));
    assertThat(((Quarantined) page.rows().getLast()).reason()).isEqualTo(QuarantineReason.ENCODING);
    assertThat(good).isNotEmpty();
  }

  @Test
  @DisplayName("whose cursor expires starts again at its own watermark")
  void startsAgain() throws SourceUnavailable {
    desk.server.stubFor(
        page(null)
            .inScenario("expiry")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(
                okJson(
                    body(
                        List.of(row("A", "2026-01-01 00:00:00"), row("B", "2026-01-02 00:00:00")),
                        3,
                        "old")))
            .willSetStateTo("read"));
    desk.server.stubFor(
        page("old").willReturn(aResponse().withStatus(410).withBody("{\"code\":4101}")));
    desk.server.stubFor(
        page(null)
            .inScenario("expiry")
            .whenScenarioStateIs("read")
            .willReturn(
                okJson(
                    body(
                        List.of(
                            row("A", "2026-01-01 00:00:00"),
                            row("B", "2026-01-02 00:00:00"),
                            row("C", "2026-01-03 00:00:00")),
                        3,
                        null))));

    List<SourcePage> pages = desk.walk(Watermark.START);

    assertThat(pages.stream().flatMap(page -> keys(page).stream())).contains("A", "B", "C");
    assertThat(pages.getLast().after()).isEqualTo(new Watermark("2026-01-02T16:00:00Z"));
    assertThat(desk.requests().getLast().queryParameter("since").firstValue())
        .isEqualTo("2025-12-31T15:50:00Z");
  }

  @Test
  @DisplayName("whose cursors always expire gives up")
  void givesUpRestarting() throws SourceUnavailable {
    desk.answers(null, body(List.of(row("A", "2026-01-01 00:00:00")), 2, "old"));
    desk.server.stubFor(page("old").willReturn(aResponse().withStatus(410)));
    Pull pull = desk.pull();

    assertThatExceptionOfType(SourceUnavailable.class)
        .isThrownBy(() -> {
          for (int i = 0; i < 20; i++) {
            assertThat(pull.nextPage()).isPresent();
          }
        })
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Kind.EXPIRED_CURSOR));
  }

  @Test
  @DisplayName("notices a page that comes twice")
  void noticesARepeatedPage() throws SourceUnavailable {
    String same = row("A", "2026-01-01 00:00:00");
    desk.answers(null, body(List.of(same), 9, "c1"));
    desk.answers("c1", body(List.of(same), 9, "c2"));

    assertContradiction("page 2 again");
  }

  @Test
  @DisplayName("notices a cursor that leads in a circle")
  void noticesACircle() throws SourceUnavailable {
    desk.answers(null, body(List.of(row("A", "2026-01-01 00:00:00")), 9, "c1"));
    desk.answers("c1", body(List.of(row("B", "2026-01-02 00:00:00")), 9, "c1"));

    assertContradiction("a cursor or link again");
  }

  @Test
  @DisplayName("notices a page that has shifted back")
  void noticesAShiftedPage() throws SourceUnavailable {
    desk.answers(
        null,
        body(List.of(row("A", "2026-01-01 00:00:00"), row("B", "2026-01-02 00:00:00")), 9, "c1"));
    desk.answers(
        "c1",
        body(List.of(row("A", "2026-01-01 00:00:00"), row("C", "2026-01-03 00:00:00")), 9, null));

    assertContradiction("rows must ascend");
  }

  @Test
  @DisplayName("that got fewer rows than announced keeps them, begins anew next time and says so")
  void noticesMissingRows() throws SourceUnavailable {
    desk.answers(
        null,
        body(List.of(row("A", "2026-01-01 00:00:00"), row("B", "2026-01-02 00:00:00")), 5, null));
    Pull pull = desk.pull();

    Optional<SourcePage> page = pull.nextPage();

    assertThat(page.orElseThrow().after()).isEqualTo(Watermark.START);
    assertThatExceptionOfType(SourceUnavailable.class)
        .isThrownBy(pull::nextPage)
        .withMessageContaining("2 rows where it announced 5");
    assertThat(desk.source.health().isWell()).isFalse();
  }

  @Test
  @DisplayName("that lost a row on an early page goes back with the watermark it had moved")
  void goesBackBeforeTheGap() throws SourceUnavailable {
    desk.answers(
        null,
        body(List.of(row("A", "2026-01-02 00:00:00"), row("B", "2026-01-03 00:00:00")), 4, "c1"));
    desk.answers("c1", body(List.of(row("D", "2026-01-05 00:00:00")), 4, null));
    Watermark begin = new Watermark("2026-01-01T00:00:00Z");
    Pull pull = desk.source.pull(begin);

    assertThat(pull.nextPage().orElseThrow().after())
        .isEqualTo(new Watermark("2026-01-01T16:00:00Z"));
    assertThat(pull.nextPage().orElseThrow().after()).isEqualTo(begin);
    assertThatExceptionOfType(SourceUnavailable.class)
        .isThrownBy(pull::nextPage)
        .withMessageContaining("3 rows where it announced 4");
  }

  @Test
  @DisplayName("does not take a row that comes twice for one that was left out")
  void countsEachRowOnce() throws SourceUnavailable {
    desk.answers(
        null,
        body(List.of(row("A", "2026-01-01 00:00:00"), row("B", "2026-01-02 00:00:00")), 4, "c1"));
    desk.answers(
        "c1",
        body(List.of(row("D", "2026-01-04 00:00:00"), row("A", "2026-01-05 00:00:00")), 4, null));
    Pull pull = desk.pull();

    assertThat(pull.nextPage()).isPresent();
    assertThat(pull.nextPage()).isPresent();
    assertThatExceptionOfType(SourceUnavailable.class)
        .isThrownBy(pull::nextPage)
        .withMessageContaining("3 rows where it announced 4");
  }

  @Test
  @DisplayName("holds a field that stands twice against its row alone")
  void keepsDuplicateFieldsToTheirRow() throws SourceUnavailable {
    String twice = row("B", "2026-01-02 00:00:00").replaceFirst("\\{", "{\"xm\":\"甲\",");
    desk.answers(null, body(List.of(row("A", "2026-01-01 00:00:00"), twice), 2, null));

    SourcePage page = desk.walk(Watermark.START).getFirst();

    assertThat(page.rows().getFirst()).isInstanceOf(SourceRecord.class);
    assertThat(((Quarantined) page.rows().getLast()).reason())
        .isEqualTo(QuarantineReason.MALFORMED);
  }

  static Stream<String> tooMuchForARow() {
    return Stream.of(
        "\"xm\":" + "[".repeat(200) + "]".repeat(200),
        "\"xm\":" + "9".repeat(1_000),
        "\"" + "n".repeat(2_000) + "\":1");
  }

  @ParameterizedTest
  @MethodSource("tooMuchForARow")
  @DisplayName("holds what is too deep or too long for a row against that row alone")
  void keepsExcessToItsRow(String excess) throws SourceUnavailable {
    String much = row("B", "2026-01-02 00:00:00").replaceFirst("\\{", "{" + excess + ",");
    desk.answers(null, body(List.of(row("A", "2026-01-01 00:00:00"), much), 2, null));

    SourcePage page = desk.walk(Watermark.START).getFirst();

    assertThat(page.rows().getFirst()).isInstanceOf(SourceRecord.class);
    assertThat(((Quarantined) page.rows().getLast()).reason())
        .isEqualTo(QuarantineReason.MALFORMED);
  }

  @Test
  @DisplayName("refuses a watermark that is none of its own")
  void refusesAForeignWatermark() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> desk.source.pull(new Watermark("4711")))
        .withMessageContaining("reset it");
  }

  private void assertContradiction(String words) throws SourceUnavailable {
    Pull pull = desk.pull();
    assertThat(pull.nextPage()).isPresent();
    assertThatExceptionOfType(SourceUnavailable.class)
        .isThrownBy(pull::nextPage)
        .withMessageContaining(words)
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Kind.PROTOCOL));
    assertThat(desk.source.health().isWell()).isFalse();
  }

  private static List<String> keys(SourcePage page) {
    return page.rows().stream().map(row -> ((SourceRecord) row).key().key()).toList();
  }

  private static String expectedSignature(LoggedRequest request) throws Exception {
    String text =
        "GET\n%s\n%s\n%s\n%s"
            .formatted(
                request.getUrl(),
                request.header("X-Timestamp").firstValue(),
                request.header("X-Nonce").firstValue(),
                HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBody())));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(PoliceDesk.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}

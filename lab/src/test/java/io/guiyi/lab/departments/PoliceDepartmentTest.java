package io.guiyi.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.PoliceField;
import io.guiyi.lab.population.feeds.PoliceRow;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The police department")
class PoliceDepartmentTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC);
  private static final PoliceAccount ACCOUNT = new PoliceAccount("hub", "一个秘密");

  private PoliceDepartment police;
  private PoliceCaller caller;

  @BeforeEach
  void start() {
    police = PoliceDepartment.start(ACCOUNT, CLOCK);
    police.load(Population.generate(new PopulationSettings(900, 7, 0)));
    caller = new PoliceCaller(police.baseUri(), ACCOUNT, CLOCK);
  }

  @AfterEach
  void stop() {
    police.close();
  }

  private static List<String> places(JsonNode page) {
    List<String> places = new ArrayList<>();
    for (JsonNode row : page.get("rows")) {
      places.add(row.get("gxsj").asString() + " " + row.get("djbh").asString());
    }
    return places;
  }

  private List<String> readAll(String parameters, int limit) throws Exception {
    List<String> places = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 10_000; page++) {
      HttpResponse<String> answer = caller.get(parameters + "limit=" + limit + cursor);
      assertThat(answer.statusCode()).isEqualTo(200);
      JsonNode body = JSON.readTree(answer.body());
      places.addAll(places(body));
      if (body.get("next").isNull()) {
        assertThat(body.get("total").asInt()).isEqualTo(places.size());
        return places;
      }
      cursor = "&cursor=" + body.get("next").asString();
    }
    throw new AssertionError("the paging does not end");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 2000})
  @DisplayName("hands out every row once, in the order of update and key")
  void paging(int limit) throws Exception {
    List<String> places = readAll("", limit);
    assertThat(places).hasSize(police.keys()).isSorted().doesNotHaveDuplicates();
    assertThat(police.rowsServed()).isEqualTo(police.keys());
  }

  @Test
  @DisplayName("hands out only what was updated since an instant, that instant included")
  void since() throws Exception {
    List<String> all = readAll("", 500);
    String middle = all.get(all.size() / 2);
    Instant instant = Instant.parse(middle.substring(0, 19).replace(' ', 'T') + "+08:00");
    List<String> later = readAll("since=" + instant + "&", 100);
    assertThat(later)
        .isEqualTo(all.stream().filter(p -> p.compareTo(middle.substring(0, 19)) >= 0).toList());
  }

  @Test
  @DisplayName("a row that changes during a reading is read again at the end, in its new state")
  void changeWhileReading() throws Exception {
    JsonNode first = JSON.readTree(caller.get("limit=100").body());
    String key = first.get("rows").get(3).get("djbh").asString();
    for (int i = 0; i < police.keys(); i++) {
      Labelled<PoliceRow> record = police.record(i);
      if (record.truth().recordKey().equals(key)) {
        PoliceRow changed =
            record.versions().getLast().with(PoliceField.GXSJ, "2026-07-01 10:00:00");
        police.put(new Labelled<>(record.truth(), List.of(changed)));
      }
    }
    String cursor = "&cursor=" + first.get("next").asString();
    List<String> rest = places(JSON.readTree(caller.get("limit=2000" + cursor).body()));
    assertThat(rest.getLast()).isEqualTo("2026-07-01 10:00:00 " + key);
    assertThat(rest.size() + 100).isEqualTo(police.keys() + 1);
  }

  @Test
  @DisplayName("refuses a signature made with another secret")
  void badSignature() throws Exception {
    PoliceCaller stranger =
        new PoliceCaller(police.baseUri(), new PoliceAccount("hub", "another"), CLOCK);
    HttpResponse<String> answer = stranger.get("");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("4010");
    assertThat(police.callsRefused()).isEqualTo(1);
    assertThat(police.rowsServed()).isZero();
  }

  @Test
  @DisplayName("refuses a nonce that was used before")
  void replayedNonce() throws Exception {
    assertThat(caller.get("limit=1", "00000000000000aa", CLOCK.millis()).statusCode())
        .isEqualTo(200);
    assertThat(caller.get("limit=1", "00000000000000aa", CLOCK.millis()).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest(name = "{0} minutes away: {1}")
  @CsvSource({"-11, 401", "-9, 200", "9, 200", "11, 401"})
  @DisplayName("accepts time stamps within ten minutes of its clock")
  void timestampWindow(int minutes, int status) throws Exception {
    long timestamp = CLOCK.instant().plus(Duration.ofMinutes(minutes)).toEpochMilli();
    assertThat(caller.get("limit=1", "00000000000000bb", timestamp).statusCode()).isEqualTo(status);
  }

  @Test
  @DisplayName("refuses calls without signature headers")
  void unsigned() throws Exception {
    try (var http = java.net.http.HttpClient.newHttpClient()) {
      var request =
          java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create(police.baseUri() + PoliceDepartment.PATH))
              .build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "limit=0, 400",
    "limit=2001, 400",
    "limit=many, 400",
    "since=yesterday, 400",
    "cursor=nonsense, 410"
  })
  @DisplayName("refuses parameters that it does not understand")
  void parameters(String query, int status) throws Exception {
    assertThat(caller.get(query).statusCode()).isEqualTo(status);
  }

  @Test
  @DisplayName("is busy when told to, once, and says when to come back")
  void tooManyRequests() throws Exception {
    police.misbehave(new PoliceTrouble.TooManyRequests(Duration.ofSeconds(3)));
    HttpResponse<String> answer = caller.get("limit=1");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    assertThat(caller.get("limit=1").statusCode()).isEqualTo(200);
    assertThat(police.troublesMade()).isEqualTo(1);
  }

  @Test
  @DisplayName("fails, redirects, talks rubbish and lets a cursor expire when told to")
  void statusTroubles() throws Exception {
    String next = JSON.readTree(caller.get("limit=1").body()).get("next").asString();
    police.misbehave(new PoliceTrouble.ExpiredCursor());
    police.misbehave(new PoliceTrouble.ServerError());
    police.misbehave(new PoliceTrouble.Redirect("http://127.0.0.1:1/"));
    police.misbehave(new PoliceTrouble.NotJson());
    assertThat(caller.get("limit=1").statusCode()).as("has no cursor to expire").isEqualTo(200);
    assertThat(caller.get("limit=1&cursor=" + next).statusCode()).isEqualTo(410);
    assertThat(caller.get("limit=1").statusCode()).isEqualTo(500);
    assertThat(caller.get("limit=1").statusCode()).isEqualTo(302);
    assertThat(caller.get("limit=1").body()).startsWith("<html>");
  }

  @Test
  @DisplayName("breaks off, resets and trickles when told to")
  void connectionTroubles() throws Exception {
    police.misbehave(new PoliceTrouble.BrokenOff());
    assertThatThrownBy(() -> caller.get("limit=1")).isInstanceOf(IOException.class);
    police.misbehave(new PoliceTrouble.ConnectionReset());
    assertThatThrownBy(() -> caller.get("limit=1")).isInstanceOf(IOException.class);
    police.misbehave(new PoliceTrouble.SlowBody(Duration.ofMillis(300)));
    long begun = System.nanoTime();
    assertThat(caller.get("limit=5").statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(200));
  }

  @Test
  @DisplayName("repeats the last row of the page before when the page shifts")
  void shiftedPage() throws Exception {
    JsonNode first = JSON.readTree(caller.get("limit=10").body());
    police.misbehave(new PoliceTrouble.ShiftedPage());
    String cursor = "&cursor=" + first.get("next").asString();
    List<String> second = places(JSON.readTree(caller.get("limit=10" + cursor).body()));
    assertThat(second).hasSize(11).startsWith(places(first).getLast());
  }

  @Test
  @DisplayName("sends a body as big as told")
  void oversizeBody() throws Exception {
    police.misbehave(new PoliceTrouble.OversizeBody(3_000_000));
    assertThat(caller.get("limit=1").body()).hasSizeGreaterThan(3_000_000);
  }

  @Test
  @DisplayName("never shows its secret")
  void secretStaysHidden() {
    assertThat(ACCOUNT.toString()).doesNotContain("秘密");
  }
}

package io.guiyi.routes.api;

import static io.guiyi.routes.api.ApiServer.NOW;
import static io.guiyi.routes.api.ApiServer.SEARCH;
import static io.guiyi.routes.api.InventedRegister.MERGED;
import static io.guiyi.routes.api.InventedRegister.NAMESAKE;
import static io.guiyi.routes.api.InventedRegister.NOBODY;
import static io.guiyi.routes.api.InventedRegister.NUMBER;
import static io.guiyi.routes.api.InventedRegister.WEI;
import static io.guiyi.routes.api.Reply.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answers: persons read, persons searched for, how the hub stands. */
@DisplayName("The API")
@SpringBootTest(
    classes = ApiServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.main.banner-mode=off", "guiyi.logs=target/logs"})
class ApiTest {
  private static final String BY_NUMBER = "{\"idNumber\": \"" + NUMBER + "\"}";

  @Autowired private ApiServer server;

  @BeforeEach
  void up() {
    server.reset();
  }

  @Nested
  @DisplayName("to read a person")
  class Read {
    @Test
    @DisplayName("answers with every value and where it comes from")
    void answersWithEveryValue() throws IOException {
      Reply reply = server.get("/api/v1/persons/" + WEI);
      assertThat(reply.status()).isEqualTo(200);
      JsonNode person = reply.json();
      assertThat(person.path("id").asString()).isEqualTo(WEI.text());
      assertThat(person.has("redirectedFrom")).isFalse();
      assertThat(person.path("version").asInt()).isEqualTo(3);
      assertThat(person.path("standing").asString()).isEqualTo("ACTIVE");
      assertThat(person.path("values").propertyNames())
          .containsExactly("name", "idNumber", "birthDate", "employment.employer");
      assertThat(person.path("values").path("employment.employer"))
          .isEqualTo(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"value": "慈溪永固阀门有限公司",
                       "provenance": {"source": "labour", "record": 23, "recordVersion": 2,
                                      "asOf": "2026-03-02T02:15:21Z"}}\
                      """));
      assertThat(person.path("relations"))
          .isEqualTo(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"family.children": [{"relation": "FATHER", "person": "%s",
                         "since": "2025-09-01", "stated": [{"source": "education", "record": 31,
                         "recordVersion": 1, "asOf": "2026-03-02T02:15:21Z"}]}],
                       "family.spouse": [{"relation": "SPOUSE", "stated": [{"source": "police",
                         "record": 17, "recordVersion": 2, "asOf": "2026-03-02T02:15:21Z"}]}]}\
                      """
                          .formatted(InventedRegister.CHILD)));
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @DisplayName("leads from a merged id to the person, and says so")
    void leadsFromAMergedId() throws IOException {
      Reply reply = server.get("/api/v1/persons/" + MERGED);
      assertThat(reply.json().path("id").asString()).isEqualTo(WEI.text());
      assertThat(reply.json().path("redirectedFrom").asString()).isEqualTo(MERGED.text());
      assertThat(reply.header("Content-Location")).isEqualTo("/api/v1/persons/" + WEI);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"K-2026/0417, K-2026/0417", "-, none", "' a b ', a b"})
    @DisplayName("leaves one audit entry, with the case it is for")
    void leavesOneAuditEntry(String header, String noted) throws IOException {
      List<String> headers = header.equals("-") ? List.of() : List.of("X-Case-Number: " + header);
      server.send("GET", "/api/v1/persons/" + WEI, "", headers);
      assertThat(server.trail.entries)
          .containsExactly("api | person.read | %s | found=%s case=%s".formatted(WEI, WEI, noted));
    }

    @Test
    @DisplayName("leaves an entry also when there is no such person")
    void leavesAnEntryWhenThereIsNoSuchPerson() throws IOException {
      assertProblem(server.get("/api/v1/persons/" + NOBODY), 404, "unknown-person", NOBODY.text());
      assertThat(server.trail.entries)
          .containsExactly("api | person.read | %s | found=none case=none".formatted(NOBODY));
    }

    @Test
    @DisplayName("understands an id in small letters")
    void understandsSmallLetters() throws IOException {
      assertThat(
              server
                  .get("/api/v1/persons/" + WEI.text().toLowerCase(java.util.Locale.ROOT))
                  .status())
          .isEqualTo(200);
    }
  }

  @Nested
  @DisplayName("to search for persons")
  class SearchFor {
    @Test
    @DisplayName("finds by ID number, and shows no more than it takes to choose")
    void findsByIdNumber() throws IOException {
      Reply reply = server.post(BY_NUMBER);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json())
          .isEqualTo(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"persons": [{"id": "%s", "version": 3, "standing": "ACTIVE",
                        "masked": {"name": "张*", "idNumber": "33**************16",
                                   "birthDate": "1990-**-**"}}],
                       "limit": 20}\
                      """
                          .formatted(WEI)));
      assertThat(reply.body()).doesNotContain(NUMBER, "张伟");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-03-07", "19900307", "1990年3月7日"})
    @DisplayName("finds by name and birth date")
    void findsByNameAndBirthDate(String birthDate) throws IOException {
      Reply reply = server.post("{\"name\": \" 张伟 \", \"birthDate\": \"" + birthDate + "\"}");
      assertThat(reply.json().path("persons").values())
          .extracting(person -> person.path("id").asString())
          .containsExactly(WEI.text(), NAMESAKE.text());
    }

    @Test
    @DisplayName("leaves one audit entry that names who was found, and nothing that was asked for")
    void leavesOneAuditEntry() throws IOException {
      server.send(
          "POST",
          SEARCH,
          "{\"name\": \"张伟\", \"birthDate\": \"1990-03-07\"}",
          List.of("Content-Type: application/json", "X-Case-Number: JF-7"));
      server.post("{\"idNumber\": \"110101198506120039\"}");
      assertThat(server.trail.entries)
          .containsExactly(
              "api | person.search | search | by=name+birthDate found=%s,%s case=JF-7"
                  .formatted(WEI, NAMESAKE),
              "api | person.search | search | by=idNumber found=none case=none");
    }

    @Test
    @DisplayName("answers nothing that could not be noted")
    void answersNothingThatCouldNotBeNoted() throws IOException {
      server.trail.down = true;
      assertProblem(server.post(BY_NUMBER), 503, "register-unavailable", "database");
      assertProblem(server.get("/api/v1/persons/" + WEI), 503, "register-unavailable", "database");
    }
  }

  @Nested
  @DisplayName("to see how the hub stands")
  class Stand {
    @Test
    @DisplayName("tells the numbers")
    void tellsTheNumbers() throws IOException {
      JsonNode status = server.get("/api/v1/status").json();
      assertThat(status.path("persons").asInt()).isEqualTo(90);
      assertThat(status.path("rows").path("read").asInt()).isEqualTo(138);
      assertThat(status.path("rows").path("new").asInt()).isEqualTo(100);
      assertThat(status.path("leadership").path("here").asBoolean()).isTrue();
      assertThat(status.path("feeds").path(0).path("acknowledged").asInt()).isEqualTo(70);
      assertThat(status.path("quarantine").path(0).path("reason").asString())
          .isEqualTo("DATE_INVALID");
    }

    @Test
    @DisplayName("tells the sources, and notes neither")
    void tellsTheSources() throws IOException {
      JsonNode source = server.get("/api/v1/sources").json().path("sources").path(0);
      assertThat(source.path("source").asString()).isEqualTo("police");
      assertThat(source.path("condition").asString()).isEqualTo("WELL");
      assertThat(source.path("lastComplete").asString()).isEqualTo(NOW.toString());
      assertThat(source.has("failure")).isFalse();
      assertThat(server.trail.entries).isEmpty();
    }
  }
}

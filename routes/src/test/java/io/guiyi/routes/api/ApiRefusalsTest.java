package io.guiyi.routes.api;

import static io.guiyi.routes.api.ApiServer.SEARCH;
import static io.guiyi.routes.api.InventedRegister.NUMBER;
import static io.guiyi.routes.api.InventedRegister.WEI;
import static io.guiyi.routes.api.Reply.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the API refuses, and whom it does not let in. */
@DisplayName("The API")
@SpringBootTest(
    classes = ApiServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.main.banner-mode=off", "guiyi.logs=target/logs"})
class ApiRefusalsTest {
  @Autowired private ApiServer server;

  @BeforeEach
  void up() {
    server.reset();
  }

  @Nested
  @DisplayName("refuses")
  class Refuse {
    @ParameterizedTest(name = "{0} {1} with {2}: {3}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            GET    | /api/v1/persons/P-0000-04K7-0   |  | 400 | bad-person-id
            GET    | /api/v1/persons/330282199003070016 | | 400 | bad-person-id
            GET    | /api/v1/persons/x               |  | 400 | bad-person-id
            GET    | /api/v1/persons                 |  | 404 | unknown-path
            GET    | /api/v1/nothing                 |  | 404 | unknown-path
            GET    | /api                            |  | 404 | unknown-path
            GET    | /api/v1/persons/search          |  | 405 | wrong-method
            DELETE | /api/v1/status                  |  | 405 | wrong-method
            POST   | /api/v1/persons/P-0000-04K7-0   |  | 405 | wrong-method
            POST   | /api/v1/persons/search          | (text/plain) x | 415 | wrong-media-type
            POST   | /api/v1/persons/search          |  | 415 | wrong-media-type
            POST   | /api/v1/persons/search          | {} | 400 | bad-body
            POST   | /api/v1/persons/search          | [] | 400 | bad-body
            POST   | /api/v1/persons/search          | "idNumber" | 400 | bad-body
            POST   | /api/v1/persons/search          | {"idNumber" | 400 | bad-body
            POST   | /api/v1/persons/search          | \
            {"idNumber": 330282199003070016} | 400 | bad-body
            POST   | /api/v1/persons/search          | {"idNumber": null} | 400 | bad-body
            POST   | /api/v1/persons/search          | \
            {"idNumber": "1", "idNumber": "330282199003070016"} | 400 | bad-body
            POST   | /api/v1/persons/search          | \
            {"idNumber": "330282199003070016", "limit": 500} | 400 | bad-body
            POST   | /api/v1/persons/search          | \
            {"idNumber": "330282199003070016"} {} | 400 | bad-body
            POST   | /api/v1/persons/search          | {"name": "张伟"} | 400 | bad-body
            POST   | /api/v1/persons/search          | \
            {"idNumber": "330282199003070015"} | 400 | bad-search
            POST   | /api/v1/persons/search          | \
            {"name": "张伟", "birthDate": "1990-02-30"} | 400 | bad-search
            POST   | /api/v1/persons/search          | \
            {"name": "张伟", "birthDate": "1990-03"} | 400 | bad-search
            POST   | /api/v1/persons/search          | \
            {"name": "", "birthDate": "1990-03-07"} | 400 | bad-search
            """)
    @DisplayName("with a problem that says what is wrong and what to do")
    void withAProblem(String method, String path, String body, int status, String type)
        throws IOException {
      List<String> headers =
          body == null
              ? List.of()
              : List.of(
                  "Content-Type: "
                      + (body.startsWith("(text/plain)") ? "text/plain" : "application/json"));
      Reply reply = server.send(method, path, body == null ? "" : body, headers);
      assertProblem(reply, status, type, "");
      assertThat(reply.body()).doesNotContain(NUMBER, "330282199003070015", "张伟", "1990-02-30");
      assertThat(server.trail.entries).isEmpty();
    }

    @Test
    @DisplayName("an ID number by its masked form, bound and remedy")
    void anIdNumberMasked() throws IOException {
      assertProblem(
          server.post("{\"idNumber\": \"330282199003070015\"}"),
          400,
          "bad-search",
          "idNumber '33**************15': the check character does not fit");
    }

    @Test
    @DisplayName("a method, naming the ones there are")
    void aMethodNamingTheOnesThereAre() throws IOException {
      assertThat(server.send("PUT", SEARCH, "", List.of()).header("Allow")).contains("POST");
    }

    @ParameterizedTest(name = "a body of {0} bytes, chunked={1}: {2}")
    @CsvSource({
      "16384, false, 400",
      "16385, false, 413",
      "4000000, false, 413",
      "16384, true,  400",
      "16385, true,  413",
    })
    @DisplayName("bodies above 16 KiB, whether they say so before or not")
    void bodiesThatAreTooLarge(int bytes, boolean chunked, int status) throws IOException {
      String body = "[" + " ".repeat(bytes - 2) + "]";
      List<String> headers = new ArrayList<>(List.of("Content-Type: application/json"));
      if (chunked) {
        headers.add("Transfer-Encoding: chunked");
        body = "%x\r\n%s\r\n0\r\n\r\n".formatted(bytes, body);
      }
      Reply reply = server.send("POST", SEARCH, body, headers);
      assertProblem(reply, status, status == 413 ? "too-large" : "bad-body", "");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "a\u00e9",
          "0123456789012345678901234567890123456789012345678901234567890123x",
          "K-330282199003070016",
          "9330282199003070016",
        })
    @DisplayName("case numbers that are none, or hold an ID number")
    void caseNumbers(String caseNumber) throws IOException {
      Reply reply =
          server.send("GET", "/api/v1/persons/" + WEI, "", List.of("X-Case-Number: " + caseNumber));
      assertProblem(reply, 400, "bad-case-number", "X-Case-Number");
      assertThat(reply.body()).doesNotContain(NUMBER);
      assertThat(server.trail.entries).isEmpty();
    }

    @Test
    @DisplayName("while the register does not answer, and says when to come again")
    void whileTheRegisterDoesNotAnswer() throws IOException {
      server.register.down = true;
      Reply reply = server.get("/api/v1/persons/" + WEI);
      assertProblem(reply, 503, "register-unavailable", "database");
      assertThat(reply.header("Retry-After")).isEqualTo("5");
    }

    @Test
    @DisplayName("an answer in a form that it does not have")
    void anAnswerInAnotherForm() throws IOException {
      assertProblem(
          server.send("GET", "/api/v1/status", "", List.of("Accept: text/html")),
          406,
          "not-acceptable",
          "");
    }
  }

  @Nested
  @DisplayName("lets nobody in")
  class Doors {
    static Stream<String> waysIn() {
      return Stream.of(
          "/api/v1/status",
          "/api/v1/sources",
          "/api/v1/persons/" + WEI,
          "/api",
          "/api/",
          "/api/v1/nothing",
          "//api/v1/status",
          "/./api/v1/status",
          "/x/../api/v1/status",
          "/api;x=1/v1/status",
          "/%61pi/v1/status",
          "/api/v1/status/",
          "/api/v1/status.json");
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    @DisplayName("without a token, however the path is written")
    void withoutAToken(String path) throws IOException {
      Reply reply = server.raw("GET", path, "", List.of("Host: 127.0.0.1"));
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"guiyi\"");
      assertProblem(reply, 401, "unauthorized", "token");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Bearer ",
          "Bearer x",
          "Basic TOKEN",
          "TOKEN",
          "BearerTOKEN",
          "Bearer TOKENx",
          "Bearer xTOKEN",
          "Bearer TOKEN, Bearer TOKEN"
        })
    @DisplayName("with another token")
    void withAnotherToken(String header) throws IOException {
      Reply reply =
          server.raw(
              "GET",
              "/api/v1/status",
              "",
              List.of(
                  "Host: 127.0.0.1", "Authorization: " + header.replace("TOKEN", server.token())));
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.body()).doesNotContain(server.token());
    }

    @ParameterizedTest(name = "Host: {0} is answered {1}")
    @CsvSource({
      "127.0.0.1, 200",
      "localhost, 200",
      "LOCALHOST:80, 200",
      "[::1], 200",
      "127.0.0.2, 200",
      "hub.example, 421",
      "127.0.0.1.nip.io, 421",
      "10.0.0.1, 421",
      "0x7f000001.example, 421",
    })
    @DisplayName("who addresses another machine")
    void whoAddressesAnotherMachine(String host, int status) throws IOException {
      Reply reply =
          server.raw(
              "GET",
              "/api/v1/status",
              "",
              List.of("Host: " + host, "Authorization: Bearer " + server.token()));
      assertThat(reply.status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "127.0.0.1, true", "127.8.9.1, true", "::1, true", "0:0:0:0:0:0:0:1, true",
      "10.1.2.3, false", "8.8.8.8, false", "fe80::1, false", "hub.example, false",
      "localhost, false", "'', false",
    })
    @DisplayName("from another machine")
    void fromAnotherMachine(String address, boolean here) {
      assertThat(LoopbackOnly.isLoopback(address)).isEqualTo(here);
    }
  }
}

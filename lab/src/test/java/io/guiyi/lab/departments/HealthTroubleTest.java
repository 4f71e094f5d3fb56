package io.guiyi.lab.departments;

import static io.guiyi.lab.departments.HealthCity.START;
import static io.guiyi.lab.departments.HealthCity.dose;
import static io.guiyi.lab.departments.HealthCity.key;
import static io.guiyi.lab.departments.HealthCity.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SourceHealth.Breaker;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.connectors.police.PoliceSource;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A health department in trouble")
@Timeout(60)
class HealthTroubleTest {
  private static final int CHILDREN = 23;
  private static final int MOST_PULLS = 8;

  private final HealthCity city = new HealthCity(CHILDREN);

  @AfterEach
  void close() {
    city.close();
  }

  static Stream<HealthTrouble> survived() {
    return Stream.of(
        new HealthTrouble.TooManyRequests(Duration.ofSeconds(1)),
        new HealthTrouble.ServerError(500),
        new HealthTrouble.ServerError(503),
        new HealthTrouble.SlowBody(Duration.ofMillis(300)),
        new HealthTrouble.SlowBody(Duration.ofSeconds(20)),
        new HealthTrouble.Silence(Duration.ofSeconds(5)),
        new HealthTrouble.BrokenOff(),
        new HealthTrouble.ConnectionReset(),
        new HealthTrouble.ExpiredLink(),
        new HealthTrouble.ShiftedPage());
  }

  @ParameterizedTest(name = "that answers {0} on the way is read to the end all the same")
  @MethodSource("survived")
  void survives(HealthTrouble trouble) throws SourceUnavailable {
    strikeSecondPage(trouble);
    city.pull();

    assertThat(city.department.troublesMade()).isEqualTo(1);
    assertThat(city.held).hasSize(CHILDREN);
  }

  static Stream<HealthTrouble> noticed() {
    return Stream.of(
        new HealthTrouble.RepeatedPage(),
        new HealthTrouble.PartialPage(),
        new HealthTrouble.NotJson(),
        new HealthTrouble.Redirect("http://127.0.0.1:9/fhir"),
        new HealthTrouble.ForeignLink("http://127.0.0.1:9/fhir"));
  }

  @ParameterizedTest(name = "that answers {0} fails the pull, and the next one loses nothing")
  @MethodSource("noticed")
  void loseNothing(HealthTrouble trouble) throws SourceUnavailable {
    strikeSecondPage(trouble);
    SourceUnavailable fault = assertThrows(SourceUnavailable.class, city::pull);

    assertThat(fault.kind()).isIn(Kind.PROTOCOL, Kind.REDIRECTED);
    assertThat(fault.sentence()).doesNotContain(HealthCity.TOKEN).doesNotContain("测试");
    assertThat(city.source.health().isWell()).isFalse();
    city.clock.move(Duration.ofSeconds(1));
    city.pull();
    assertThat(city.held).hasSize(CHILDREN);
    assertThat(city.source.health().isWell()).isTrue();
  }

  @Test
  @DisplayName("that leaves out a patient is read again from where the walk began")
  void partialPage() {
    city.department.misbehave(new HealthTrouble.PartialPage());
    SourceUnavailable fault = assertThrows(SourceUnavailable.class, city::pull);

    assertThat(fault.sentence()).contains("22 rows where it announced 23");
    assertThat(city.held).hasSize(CHILDREN - 1);
    assertThat(city.mark.text()).startsWith("patients=- ");
  }

  @Test
  @DisplayName("that sends a dose nobody can read has that dose held aside, and the file taken")
  void unreadableDose() throws SourceUnavailable {
    city.department.put(dose(key(1), 3, START, "perhaps"));
    city.pull();

    assertThat(city.held).hasSize(CHILDREN);
    assertThat(city.aside)
        .singleElement()
        .satisfies(aside -> {
          assertThat(aside.reason()).isEqualTo(QuarantineReason.CODE_UNKNOWN);
          assertThat(aside.position().text()).endsWith(" doses");
        });
    assertThat(city.source.canonicalize(Objects.requireNonNull(city.held.get(key(1)))))
        .isInstanceOf(CanonicalRecord.class);
  }

  @ParameterizedTest(name = "that leaves out a patient and breaks off {0} pages later loses none")
  @CsvSource({"0", "1", "2", "3"})
  void partialPageThenBrokenOff(int later) throws SourceUnavailable {
    city.department.misbehave(new HealthTrouble.PartialPage());
    assertThat(city.pull(1 + later)).as("the walk broke off before its end").isFalse();
    assertThat(city.held).doesNotContainKey(key(0));

    city.clock.move(Duration.ofSeconds(1));
    city.pull();
    assertThat(city.held).hasSize(CHILDREN);
    assertThat(city.mark.text()).doesNotContain("..");
    long read = city.read;
    city.pull();
    assertThat(city.read - read).as("what is proved is not read again").isLessThan(CHILDREN);
  }

  @Test
  @DisplayName("never has its watermark carried past what was read, wherever it breaks off")
  void neverPassesUnreadData() throws SourceUnavailable {
    for (int pages = 1; pages < 5; pages++) {
      city.held.clear();
      city.mark = Watermark.START;
      city.pull(pages);
      String reached = city.mark.text().replaceFirst("patients=-\\.\\.(\\S+) .*", "$1");
      Instant sure = Instant.parse(reached);
      for (int child = 0; child < CHILDREN; child++) {
        if (!START.plus(Duration.ofMinutes(child)).isAfter(sure)) {
          assertThat(city.held).as("after %d pages", pages).containsKey(key(child));
        }
      }
    }
  }

  @Test
  @DisplayName("that redirects or links elsewhere never gets the token sent there")
  void tokenStaysHere() {
    WireMockServer elsewhere =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    elsewhere.start();
    try {
      elsewhere.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
      String there = elsewhere.baseUrl() + HealthDepartment.PATH;
      city.department.misbehave(new HealthTrouble.Redirect(there));
      assertThat(assertThrows(SourceUnavailable.class, city::pull).kind())
          .isEqualTo(Kind.REDIRECTED);
      city.department.misbehave(new HealthTrouble.ForeignLink(there));
      assertThat(assertThrows(SourceUnavailable.class, city::pull).kind())
          .isEqualTo(Kind.REDIRECTED);

      assertThat(elsewhere.getAllServeEvents()).isEmpty();
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  @DisplayName("again and again is left in peace, then tried once, then trusted again")
  void breaker() throws SourceUnavailable {
    for (int i = 0; i < 5; i++) {
      city.department.misbehave(new HealthTrouble.ServerError(500));
    }
    assertThat(failure().kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure().kind()).isEqualTo(Kind.BREAKER_OPEN);
    assertThat(city.source.health().breaker()).isEqualTo(Breaker.OPEN);
    long made = city.department.troublesMade();

    city.clock.move(Duration.ofSeconds(31));
    assertThat(failure().kind()).isEqualTo(Kind.BREAKER_OPEN);
    assertThat(city.department.troublesMade()).as("one trial").isEqualTo(made + 1);

    city.clock.move(Duration.ofSeconds(31));
    city.pull();
    assertThat(city.held).hasSize(CHILDREN);
    assertThat(city.source.health().breaker()).isEqualTo(Breaker.CLOSED);
  }

  @Test
  @DisplayName("whose links always expire is given up, and gets further with each pull")
  void expiringForever() throws SourceUnavailable {
    for (int i = 0; i < 40; i++) {
      city.department.misbehave(new HealthTrouble.ExpiredLink());
    }
    boolean done = false;
    for (int i = 0; i < MOST_PULLS && !done; i++) {
      try {
        done = city.pull(100);
      } catch (SourceUnavailable expired) {
        assertThat(expired.kind()).isEqualTo(Kind.EXPIRED_CURSOR);
      }
    }

    assertThat(city.mark.isStart()).isFalse();
  }

  @Test
  @DisplayName("and silent holds up no other department, and leaves no thread behind")
  void holdsUpNobody() throws Exception {
    PoliceAccount account = new PoliceAccount("guiyi", "an-invented-secret-of-the-lab");
    try (PoliceDepartment police = PoliceDepartment.start(account, city.clock);
        PoliceSource source =
            PoliceSource.create(
                city.camel,
                PoliceSettings.of(
                    police.baseUri().toString(), account.clientId(), new Secret(account.secret())),
                city.clock)) {
      police.load(Population.generate(new PopulationSettings(40, 7, 1)));
      city.pull(1);
      long before = ownThreads();
      for (int i = 0; i < 3; i++) {
        city.department.misbehave(new HealthTrouble.Silence(Duration.ofSeconds(4)));
      }
      Thread waiting = Thread.ofPlatform().start(() -> failure());
      await(() -> city.department.troublesMade() > 0);
      Pull pull = source.pull(Watermark.START);
      int rows = 0;
      for (var page = pull.nextPage(); page.isPresent(); page = pull.nextPage()) {
        rows += page.get().rows().size();
      }

      assertThat(rows).isEqualTo(police.keys());
      assertThat(waiting.isAlive()).as("health is still being waited for").isTrue();
      assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
      await(() -> ownThreads() <= before);
    }
  }

  /** Threads but those of the simulated servers and of the machine itself. */
  private static long ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.matches("qtp.*|wiremock.*|.*[Ss]cheduler.*|ForkJoin.*|.*-Cleaner.*"))
        .count();
  }

  private static void await(BooleanSupplier condition) {
    long giveUpAt = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the condition never came").isLessThan(giveUpAt);
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest(name = "whose clock is {0} min off, and then {1} min, hides no dose")
  @CsvSource({"10, 0", "-10, 0", "0, -10", "10, -10", "-10, 10"})
  void clocks(int first, int then) throws SourceUnavailable {
    city.pull();
    city.clock.move(Duration.ofDays(1));
    city.department.put(dose(key(1), 3, at(first), "completed"));
    city.department.put(patient("new-1", at(first), "true"));
    city.pull();
    city.clock.move(Duration.ofSeconds(30));
    city.department.put(dose(key(2), 3, at(then), "completed"));
    city.department.put(patient("new-2", at(then), "true"));
    city.pull();

    assertThat(city.held).hasSize(CHILDREN + 2);
    assertThat(version(key(2))).isEqualTo(at(then));
    assertThat(version(key(1))).isEqualTo(at(first).minusSeconds(30));
  }

  private Instant version(String key) {
    return Objects.requireNonNull(city.held.get(key)).version().changedAt();
  }

  /** What the department's clock shows if it is so many minutes off. */
  private Instant at(int minutesOff) {
    return city.clock.instant().plus(Duration.ofMinutes(minutesOff));
  }

  private SourceUnavailable failure() {
    return assertThrows(SourceUnavailable.class, city::pull);
  }

  /** The first page is sound; the trouble waits for the second. */
  private void strikeSecondPage(HealthTrouble trouble) throws SourceUnavailable {
    city.pull(1);
    city.department.misbehave(trouble);
  }
}

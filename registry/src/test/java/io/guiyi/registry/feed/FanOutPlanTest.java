package io.guiyi.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.person.Person.Standing;
import io.guiyi.records.person.PersonField;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.feed.FanOutPlan.Change;
import io.guiyi.registry.feed.FanOutPlan.Counter;
import io.guiyi.registry.feed.FanOutPlan.Follower;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The plan of a fan-out")
class FanOutPlanTest {
  private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  private static final Counter SCHOOL = counter("education", new AgeSpan(3, 18), 1);
  private static final Counter WORK = counter("labour", null, 100);

  @ParameterizedTest(name = "{0}, born {1}, held by {2}: goes to {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "ACTIVE, 20150601, -, education labour",
        "ACTIVE, 19900601, -, labour",
        "ACTIVE, 19900601, education, labour",
        "ACTIVE, -, -, labour",
        "ACTIVE, 2015, -, education labour",
        "CLOSED, -, -, -",
        "CLOSED, -, education, education",
        "CLOSED, -, education labour, education labour",
        "MERGED, -, labour, labour",
        "MERGED, -, -, -",
      })
  void whoHears(Standing standing, String birth, String held, String hears) {
    Change change = change(1, 7, standing, birth, NOON);
    Set<Follower> followers = new HashSet<>();
    words(held).forEach(name -> followers.add(new Follower(name, 7)));
    FanOutPlan plan = FanOutPlan.of(List.of(change), List.of(SCHOOL, WORK), followers);
    assertThat(plan.entries())
        .extracting(FanOutPlan.Entry::subscriber)
        .containsExactlyElementsOf(words(hears));
  }

  @Test
  @DisplayName("gives each subscriber its own sequence without gaps, in the order of changes")
  void sequences() {
    FanOutPlan plan =
        FanOutPlan.of(
            List.of(
                change(11, 1, Standing.ACTIVE, "19900101", NOON),
                change(12, 2, Standing.ACTIVE, "20150101", NOON),
                change(15, 3, Standing.ACTIVE, "19910101", NOON),
                change(19, 4, Standing.ACTIVE, "20160101", NOON)),
            List.of(SCHOOL, WORK),
            Set.of());
    assertThat(plan.entries())
        .extracting(entry -> entry.subscriber() + entry.sequence() + ":" + entry.change().id())
        .containsExactly(
            "labour100:11",
            "education1:12",
            "labour101:12",
            "labour102:15",
            "education2:19",
            "labour103:19");
    assertThat(plan.counters()).extracting(Counter::nextSequence).containsExactly(3L, 104L);
  }

  @Test
  @DisplayName("lets whoever hears of a person early in a page hear that it closed later in it")
  void followersWithinAPage() {
    FanOutPlan plan =
        FanOutPlan.of(
            List.of(
                change(1, 7, Standing.ACTIVE, "19900101", NOON),
                change(2, 7, Standing.CLOSED, null, NOON)),
            List.of(SCHOOL, WORK),
            Set.of());
    assertThat(plan.entries())
        .extracting(FanOutPlan.Entry::subscriber)
        .containsExactly("labour", "labour");
  }

  @ParameterizedTest(name = "recorded {0}: {1}")
  @CsvSource({
    "2026-05-31T15:59:59Z, false",
    "2026-05-31T16:00:00Z, true",
  })
  void theDayIsTheCitys(Instant recordedAt, boolean hears) {
    Change thirdBirthday = change(1, 7, Standing.ACTIVE, "20230601", recordedAt);
    FanOutPlan plan = FanOutPlan.of(List.of(thirdBirthday), List.of(SCHOOL), Set.of());
    assertThat(plan.entries().size()).isEqualTo(hears ? 1 : 0);
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : List.of(text.split(" "));
  }

  private static Change change(
      long id, long person, Standing standing, String birth, Instant recordedAt) {
    PartialDate date = birth == null ? null : PartialDate.parse(birth).orElseThrow();
    return new Change(id, person, 1, PersonChange.Kind.UPSERTED, standing, date, recordedAt);
  }

  private static Counter counter(String subscriber, AgeSpan ages, long next) {
    SharingPolicy policy =
        new SharingPolicy(
            subscriber, "purpose", "basis", EnumSet.of(PersonField.NAME), Set.of(), ages);
    return new Counter(policy, policy.hash(), next);
  }
}

package io.guiyi.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.identity.PartialDate;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An age span of 3 to 18")
class AgeSpanTest {
  private static final AgeSpan SCHOOL = new AgeSpan(3, 18);

  @ParameterizedTest(name = "born {0}, on {1}: {2} ({3})")
  @CsvSource({
    "20230301, 2026-03-01, true, third birthday",
    "20230302, 2026-03-01, false, the day before the third birthday",
    "20070302, 2026-03-01, true, the last day of being 18",
    "20070301, 2026-03-01, false, nineteenth birthday",
    "20080229, 2026-02-28, true, 17 until the leap day's eve is over",
    "20230229x, 2026-03-01, false, no such date",
    "20270101, 2026-03-01, false, born after the day",
    "201503, 2026-03-01, true, any day of that month is within",
    "202303, 2026-03-01, false, only some days of that month are within",
    "2015, 2026-03-01, true, any day of that year is within",
    "2007, 2026-03-01, false, only some days of that year are within",
    "202402, 2027-02-28, false, the leap day itself is not within yet",
    "202402, 2027-03-01, true, the whole of a leap February",
  })
  void coversWhatIsCertain(String birth, LocalDate on, boolean covered, String why) {
    boolean answer =
        PartialDate.parse(birth).toOptional().map(date -> SCHOOL.covers(date, on)).orElse(false);
    assertThat(answer).as(why).isEqualTo(covered);
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({"-1, 5", "18, 3", "0, 151"})
  void refusesWhatIsNoSpan(int from, int through) {
    assertThatThrownBy(() -> new AgeSpan(from, through))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("%d to %d".formatted(from, through))
        .hasMessageContaining("150");
  }
}

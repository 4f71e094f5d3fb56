package io.guiyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.console.StatusView.Part;
import io.guiyi.records.Watermark;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.status.RegisterStatus;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The status view")
class StatusViewTest {
  private static StatusView view(RegisterStatus status, boolean leading) {
    return StatusView.of(
        new LatestStatus.Reading(status, true),
        Invented.streams(Invented.NOW),
        leading,
        "0.1.0",
        Invented.NOW);
  }

  @ParameterizedTest(name = "a hub that leads={0}, lease {1} s long: {2}")
  @CsvSource({"true, 12, LEADS", "true, -1, LEADS", "false, 12, WAITS", "false, -1, ELECTS"})
  void saysWhatThisHubDoes(boolean leading, long leaseSeconds, Part part) {
    RegisterStatus status = Invented.register(Invented.NOW.plusSeconds(leaseSeconds - 12));
    assertThat(view(status, leading).part()).isEqualTo(part);
  }

  @Test
  @DisplayName("shows times in Shanghai")
  void showsTimesInShanghai() {
    assertThat(view(Invented.register(Invented.NOW), true).asOf())
        .isEqualTo(LocalTime.of(10, 15, 30));
  }

  @Test
  @DisplayName("calls a source late for which that alarm is raised")
  void callsASourceLate() {
    List<StatusView.SourceLine> lines = view(Invented.register(Invented.NOW), true).sources();
    assertThat(lines).extracting(StatusView.SourceLine::late).containsExactly(false, true);
    assertThat(lines.getLast().complete()).isEqualTo(new Age("age.minutes", 24));
    assertThat(lines.getLast().untold()).isEqualTo(7);
  }

  @ParameterizedTest(name = "of \"{0}\" people read \"{1}\"")
  @CsvSource({
    "2026-03-02T02:15:21Z, 2026-03-02T02:15:21Z",
    "XJ_20260301_007_D.csv|done|5c5c5c, XJ_20260301_007_D.csv",
    "patients=2026-03-01T08:00:00Z related=2026-03-02T02:15:21Z, patients=2026-03-01T08:00:00Z",
    "'', ''",
  })
  void showsOfAWatermarkWhatPeopleRead(String text, String head) {
    StatusView.SourceLine line = view(Invented.register(Invented.NOW), true).sources().getFirst();
    SourceFreshness read = line.freshness();
    SourceFreshness here =
        new SourceFreshness(
            read.source(),
            new Watermark(text),
            read.lastStarted(),
            read.lastOutcome(),
            read.lastComplete(),
            read.lastPage(),
            read.counts());
    StatusView.SourceLine shown =
        new StatusView.SourceLine(
            line.state(),
            line.complete(),
            line.news(),
            line.late(),
            line.failing(),
            here,
            line.periods(),
            line.certificate(),
            line.certified(),
            line.held(),
            line.untold());
    assertThat(shown.watermarkHead()).isEqualTo(head);
  }

  @Test
  @DisplayName("parts an alarm's column from the rows it speaks of")
  void partsAlarms() {
    List<AlarmLine> alarms = view(Invented.register(Invented.NOW), true).alarms();
    assertThat(alarms).extracting(AlarmLine::subject).containsExactly("", "", "aac058");
    assertThat(alarms).extracting(AlarmLine::part).containsExactly("", "", "CHANGES");
  }

  @Test
  @DisplayName("sums up what its lines show")
  void sumsUpWhatItsLinesShow() {
    StatusView view = view(Invented.register(Invented.NOW), true);
    assertThat(view.feedEntries()).isEqualTo(48_205 + 331_377);
    assertThat(view.delivered()).isEqualTo(48_190 + 330_902);
    assertThat(view.held()).isEqualTo(864 + 1_190 + 1_391 + 342);
    assertThat(view.counts().read())
        .isEqualTo(
            view.sources().stream().mapToLong(line -> line.freshness().counts().read()).sum());
  }
}

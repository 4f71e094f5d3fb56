package io.guiyi.lab.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.guiyi.lab.house.SourceTree;
import io.guiyi.routes.command.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every drill, as small as it may be,")
class DrillsTest {
  @TempDir private Path data;

  /** Every drill on its usual source, and one on another, where links take the place of cursors. */
  static Stream<Arguments> drills() {
    return Stream.concat(
        Drills.all().stream()
            .map(drill -> arguments(drill, drill.sources().stream().findFirst().orElse(""))),
        Stream.of(arguments(drill("mispaged"), "health")));
  }

  private static Drill drill(String name) {
    return Drills.all().stream()
        .filter(drill -> drill.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("drills")
  @DisplayName("breaks no bound and leaves nothing running")
  void breaksNoBound(Drill drill, String source) throws Exception {
    StringWriter said = new StringWriter();
    Clock clock = Clock.systemUTC();
    DrillReport report =
        drill.hold(
            new DrillOrders(
                drill.size().least(),
                source,
                7,
                SourceTree.ofThisBuild().root().resolve("config"),
                data,
                // A life lasts seconds: the second compiler would not earn its keep.
                List.of("-XX:TieredStopAtLevel=1"),
                clock,
                new Progress(new PrintWriter(said, true), clock)));
    System.out.println(drill.name() + " " + report.figures());
    assertThat(report.brokenBounds()).as(said.toString()).isEmpty();
    assertThat(Processes.over(data)).isEmpty();
  }
}

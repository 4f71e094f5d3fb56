package io.guiyi.lab.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.house.SourceTree;
import io.guiyi.routes.command.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A drill in its smallest form, as every build holds it.
 *
 * @param drill what is held
 * @param source the source it strikes; empty for a drill that has none to choose
 */
record SmallestForm(Drill drill, String source) {
  /** The drill on its usual source. */
  static SmallestForm of(Drill drill) {
    return new SmallestForm(drill, drill.sources().stream().findFirst().orElse(""));
  }

  /** Holds it in an empty folder: no bound may break, and nothing may be left running. */
  void breaksNoBound(Path data) throws Exception {
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

  @Override
  public String toString() {
    return (drill.name() + " " + source).strip();
  }
}

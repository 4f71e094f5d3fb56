package io.guiyi.lab.bench.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.TermKey;
import io.guiyi.matching.value.Hash64;
import io.guiyi.routes.command.Progress;
import io.guiyi.routes.config.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small form of {@code guiyi bench resolve}, held against the same truth. */
@DisplayName("guiyi bench resolve")
class ResolveBenchTest {
  private static final int PEOPLE = 2_000;
  private static final int ARRIVALS = 1_500;
  private static final long SEED = 4_711;
  private static final TermKey KEY = text -> Hash64.of("a secret " + text);

  @TempDir Path work;

  @Test
  void a_person_who_is_there_is_recognised_and_nobody_is_taken_for_somebody_else()
      throws IOException {
    ResolveFigures figures = measured(false);
    assertThat(figures.right()).as(figures.toString()).isGreaterThanOrEqualTo(0.995);
    assertThat(figures.wrong()).as(figures.toString()).isLessThanOrEqualTo(2);
    assertThat(figures.underSearched()).as(figures.toString()).isZero();
  }

  @Test
  void a_record_with_a_mistake_still_meets_its_person() throws IOException {
    ResolveFigures figures = measured(true);
    assertThat(figures.right()).as(figures.toString()).isGreaterThanOrEqualTo(0.999);
    assertThat(figures.underSearched()).as(figures.toString()).isZero();
  }

  private ResolveFigures measured(boolean searchOnly) throws IOException {
    ResolveSettings settings =
        new ResolveSettings(PEOPLE, ARRIVALS, 0, true, searchOnly, 200, SEED, work);
    Progress progress = new Progress(new PrintWriter(Writer.nullWriter()), Clock.systemUTC());
    ResolveFigures figures = new ResolveBench(settings, ModelFile.shipped(), KEY, progress).run();
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).as("nothing is left behind").isEmpty();
    }
    return figures;
  }
}

package io.guiyi.lab.drill;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All but the takeover, which takes nearly as long as the others together. */
@DisplayName("Every drill, as small as it may be,")
class DrillsTest {
  @TempDir private Path data;

  /** Every drill on its usual source, and one on another, where links take the place of cursors. */
  static Stream<SmallestForm> drills() {
    return Stream.concat(
        Drills.all().stream()
            .filter(drill -> !drill.name().equals(TakeoverDrillTest.NAME))
            .map(SmallestForm::of),
        Drills.all().stream()
            .filter(drill -> drill.name().equals("mispaged"))
            .map(drill -> new SmallestForm(drill, "health")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drills")
  @DisplayName("breaks no bound and leaves nothing running")
  void breaksNoBound(SmallestForm drill) throws Exception {
    drill.breaksNoBound(data);
  }
}

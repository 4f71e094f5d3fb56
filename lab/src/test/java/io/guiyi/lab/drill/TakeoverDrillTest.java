package io.guiyi.lab.drill;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The takeover drill, as small as it may be,")
class TakeoverDrillTest {
  /** Its name on the command line. */
  static final String NAME = new TakeoverDrill().name();

  @Test
  @DisplayName("breaks no bound and leaves nothing running")
  void breaksNoBound(@TempDir Path data) throws Exception {
    SmallestForm.of(new TakeoverDrill()).breaksNoBound(data);
  }
}

package io.guiyi.lab.departments;

import java.time.Duration;

/** A way in which the education department's server misbehaves once, when a data file is read. */
public sealed interface EducationTrouble {

  /**
   * Nothing comes for a time, then everything does.
   *
   * @param duration how long
   */
  record SlowRead(Duration duration) implements EducationTrouble {}

  /** Nothing comes as long as the server runs; the session stays alive. */
  record Hanging() implements EducationTrouble {}

  /** The connection breaks off in the middle of the file. */
  record ConnectionReset() implements EducationTrouble {}

  /** The file gets another name while it is read, and its old name back when it was. */
  record RenamedDuringRead() implements EducationTrouble {}
}

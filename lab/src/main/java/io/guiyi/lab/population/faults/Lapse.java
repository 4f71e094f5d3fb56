package io.guiyi.lab.population.faults;

/** Something that a department did not do, did twice, or did carelessly beside the identity. */
public enum Lapse implements Fault {
  /** Gone, but the spell is still open. Possible where a spell has ended. */
  NOT_CANCELLED("not-cancelled"),
  /** Here, but not (yet) registered: the row does not exist. Possible where a spell is open. */
  NOT_REGISTERED("not-registered"),
  /** The same spell of the same person under a second key. */
  SECOND_KEY("second-key"),
  /** An older version is delivered after a newer one. Possible where a key has several versions. */
  LATE_VERSION("late-version"),
  /** A wrong number in the key is put right: the old key goes, another comes. */
  KEY_CORRECTED("key-corrected"),
  /** One key stands twice in one file. */
  KEY_TWICE("key-twice"),
  /** A guardian or spouse is told without her number. */
  RELATIVE_WITHOUT_ID("relative-without-id"),
  /** A guardian or spouse is told with a wrong digit in her number. */
  RELATIVE_ID_TYPO("relative-id-typo"),
  /** A spreadsheet has taken the zeros in front of codes for decoration. */
  LOST_ZEROS("lost-zeros");

  private final String label;

  Lapse(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}

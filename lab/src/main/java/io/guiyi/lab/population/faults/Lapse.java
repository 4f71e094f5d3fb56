package io.guiyi.lab.population.faults;

/** Something that a department did not do, or did twice. */
public enum Lapse implements Fault {
  /** Gone, but the spell is still open. Possible where a spell has ended. */
  NOT_CANCELLED("not-cancelled", 8, 5),
  /** Here, but not (yet) registered: the row does not exist. Possible where a spell is open. */
  NOT_REGISTERED("not-registered", 8, 5),
  /** The same spell of the same person under a second key. */
  SECOND_KEY("second-key", 0.3, 1),
  /** An older version is delivered after a newer one. Possible where a key has several versions. */
  LATE_VERSION("late-version", 0, 0.5);

  private final String label;
  private final double police;
  private final double labour;

  Lapse(String label, double police, double labour) {
    this.label = label;
    this.police = police;
    this.labour = labour;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Rates rates() {
    return new Rates(police, labour);
  }
}

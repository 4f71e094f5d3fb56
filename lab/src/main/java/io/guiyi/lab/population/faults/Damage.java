package io.guiyi.lab.population.faults;

/** What makes a row impossible to understand; together about four rows in a thousand. */
public enum Damage implements Fault {
  /** No name at all. */
  MISSING_NAME("missing-name", 0.07, 0.07),
  /** A date that no calendar has, such as 20240231. */
  IMPOSSIBLE_DATE("impossible-date", 0.07, 0.07),
  /** A code that no list has. */
  UNKNOWN_CODE("unknown-code", 0.07, 0.07),
  /** Something else where a row should be. */
  NOT_A_ROW("not-a-row", 0.05, 0),
  /** A row that breaks off after its first fields. */
  SHORT_ROW("short-row", 0.05, 0.06),
  /** A field many times longer than agreed. */
  OVERLONG_FIELD("overlong-field", 0.05, 0.06),
  /** A kind of operation that was never agreed. */
  UNKNOWN_OPERATION("unknown-operation", 0.05, 0.07);

  private final String label;
  private final double police;
  private final double labour;

  Damage(String label, double police, double labour) {
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

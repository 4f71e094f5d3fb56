package io.guiyi.lab.population.faults;

/** What makes a row impossible to understand; together about four rows in a thousand. */
public enum Damage implements Fault {
  /** No name at all. */
  MISSING_NAME("missing-name"),
  /** A date that no calendar has, such as 20240231. */
  IMPOSSIBLE_DATE("impossible-date"),
  /** A code that no list has. */
  UNKNOWN_CODE("unknown-code"),
  /** Something else where a row should be. */
  NOT_A_ROW("not-a-row"),
  /** A row that breaks off after its first fields. */
  SHORT_ROW("short-row"),
  /** A field many times longer than agreed. */
  OVERLONG_FIELD("overlong-field"),
  /** A kind of operation that was never agreed. */
  UNKNOWN_OPERATION("unknown-operation"),
  /** A byte that is no character of the file's encoding. */
  NO_CHARACTER("no-character");

  private final String label;

  Damage(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}

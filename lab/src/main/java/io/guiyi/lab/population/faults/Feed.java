package io.guiyi.lab.population.faults;

/** The two departments whose rows this population is written in. */
public enum Feed {
  POLICE("police"),
  LABOUR("labour");

  private final String source;

  Feed(String source) {
    this.source = source;
  }

  /** The name of the source in the truth file. */
  public String source() {
    return source;
  }
}

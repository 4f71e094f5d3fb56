package io.guiyi.lab.population.faults;

/** The departments whose rows this population is written in; the last two are declared sources. */
public enum Feed {
  POLICE("police"),
  LABOUR("labour"),
  EDUCATION("education"),
  HEALTH("health"),
  UNION("union"),
  VILLAGE("village");

  private final String source;

  Feed(String source) {
    this.source = source;
  }

  /** The name of the source in the truth file. */
  public String source() {
    return source;
  }
}

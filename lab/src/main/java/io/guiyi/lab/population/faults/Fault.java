package io.guiyi.lab.population.faults;

/** One way in which a department's rows depart from the truth. */
public sealed interface Fault permits Slip, Lapse, Damage {

  /** Short name, as in the truth file. */
  String label();

  /** How often it happens at scale 1. */
  Rates rates();

  /**
   * Rates of one fault.
   *
   * @param police per cent of the police rows in which it is possible
   * @param labour per cent of the labour rows in which it is possible
   */
  record Rates(double police, double labour) {

    /** The rate at one department, in per cent. */
    public double percent(Feed feed) {
      return switch (feed) {
        case POLICE -> police;
        case LABOUR -> labour;
      };
    }
  }
}

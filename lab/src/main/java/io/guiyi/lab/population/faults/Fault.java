package io.guiyi.lab.population.faults;

/** One way in which a department's rows depart from the truth; the profile says how often. */
public sealed interface Fault permits Slip, Lapse, Damage {

  /** Short name, as in the truth file and in the profile. */
  String label();
}

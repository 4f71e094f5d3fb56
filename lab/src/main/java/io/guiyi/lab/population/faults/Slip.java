package io.guiyi.lab.population.faults;

import io.guiyi.lab.population.books.Dice;

/** A fault in how a person's identity is written on one row. */
public non-sealed interface Slip extends Fault {

  /** Whether this can happen to what is written so far. */
  boolean possible(Written written, Subject subject);

  /** What is written after the slip; called only where it is possible. */
  Written slip(Written written, Subject subject, Dice dice);
}

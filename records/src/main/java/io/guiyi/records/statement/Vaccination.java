package io.guiyi.records.statement;

import java.time.LocalDate;

/**
 * 预防接种: one dose given.
 *
 * @param vaccine the vaccine's code
 * @param dose which dose, from 1
 * @param on when
 * @param unit where; empty if not given
 */
public record Vaccination(String vaccine, int dose, LocalDate on, String unit)
    implements Statement {
  /** Checks the dose. */
  public Vaccination {
    if (dose < 1 || dose > 20) {
      throw new IllegalArgumentException("a dose must be 1 to 20, this one is " + dose);
    }
  }

  @Override
  public Period period() {
    return Period.on(on);
  }

  @Override
  public String code() {
    return vaccine + "/" + dose;
  }
}

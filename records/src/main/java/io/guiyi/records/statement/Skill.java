package io.guiyi.records.statement;

import java.time.LocalDate;

/**
 * 职业技能: a vocational certificate.
 *
 * @param level 1 (highest) to 5
 * @param title what it certifies
 * @param issuer who issued it; empty if not given
 * @param issuedOn when
 */
public record Skill(int level, String title, String issuer, LocalDate issuedOn)
    implements Statement {
  /** Checks the level. */
  public Skill {
    if (level < 1 || level > 5) {
      throw new IllegalArgumentException("a skill level must be 1 to 5, this one is " + level);
    }
  }

  @Override
  public Period period() {
    return Period.since(issuedOn);
  }

  @Override
  public String code() {
    return Integer.toString(level);
  }
}

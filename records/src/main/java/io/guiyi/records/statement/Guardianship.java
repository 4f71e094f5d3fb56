package io.guiyi.records.statement;

import io.guiyi.records.identity.GuardianClaim;

/**
 * 监护: somebody is this child's parent or guardian.
 *
 * @param period since when it is stated
 * @param guardian who
 */
public record Guardianship(Period period, GuardianClaim guardian) implements Statement {
  @Override
  public String code() {
    return guardian.relation().name();
  }
}

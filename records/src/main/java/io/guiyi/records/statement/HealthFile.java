package io.guiyi.records.statement;

import io.guiyi.records.Mask;

/**
 * 健康档案: a health file exists. Nothing of its content is ever taken in.
 *
 * @param period since it was opened
 * @param fileNumber the file's number, opaque
 * @param unit which clinic keeps it; empty if not given
 * @param standing whether the clinic still follows the person
 */
public record HealthFile(Period period, String fileNumber, String unit, Standing standing)
    implements Statement {

  /** 建档状态. A file stays where it was opened; that it exists does not say where somebody lives. */
  public enum Standing {
    /** 在册. */
    REGISTERED,
    /** 迁出. */
    MOVED_AWAY,
    /** 失访. */
    LOST_TRACK,
    /** Not given, or by a code that was not agreed. */
    UNSTATED
  }

  /** A file of which nobody says how it stands. */
  public HealthFile(Period period, String fileNumber, String unit) {
    this(period, fileNumber, unit, Standing.UNSTATED);
  }

  @Override
  public String code() {
    return standing == Standing.UNSTATED ? "" : standing.name();
  }

  @Override
  public String toString() {
    return "HealthFile[" + period + " " + Mask.document(fileNumber) + "]";
  }
}

package io.guiyi.records.statement;

import io.guiyi.records.Mask;

/**
 * 健康档案: a health file exists. Nothing of its content is ever taken in.
 *
 * @param period since it was opened
 * @param fileNumber the file's number, opaque
 * @param unit which clinic keeps it; empty if not given
 */
public record HealthFile(Period period, String fileNumber, String unit) implements Statement {
  @Override
  public String code() {
    return "";
  }

  @Override
  public String toString() {
    return "HealthFile[" + period + " " + Mask.document(fileNumber) + "]";
  }
}

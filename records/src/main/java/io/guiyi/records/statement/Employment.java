package io.guiyi.records.statement;

/**
 * 就业登记: a registered job.
 *
 * @param period from start to end; open while it lasts
 * @param employer with whom
 * @param occupation occupation code by GB/T 6565; empty if not given
 * @param industry industry code by GB/T 4754; empty if not given
 */
public record Employment(Period period, Employer employer, String occupation, String industry)
    implements Statement {
  @Override
  public String code() {
    return industry.matches("[A-Z]?\\d{0,4}") ? industry : "";
  }
}

package io.guiyi.records.statement;

/**
 * 劳动合同: a labour contract.
 *
 * @param period its term; open-ended contracts have no end
 * @param employer with whom
 */
public record Contract(Period period, Employer employer) implements Statement {
  @Override
  public String code() {
    return "";
  }
}

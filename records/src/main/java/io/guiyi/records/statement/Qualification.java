package io.guiyi.records.statement;

/**
 * 文化程度: the highest qualification.
 *
 * @param level two digits of GB/T 4658: 1x graduate, 2x bachelor, 3x college, 4x vocational, 6x
 *     high school, 7x junior high, 8x primary, 9x other
 * @param period since when it is stated
 */
public record Qualification(String level, Period period) implements Statement {
  /** Checks the code. */
  public Qualification {
    if (!level.matches("[1-9]\\d")) {
      throw new IllegalArgumentException("a qualification must be two digits of GB/T 4658");
    }
  }

  @Override
  public String code() {
    return level;
  }
}

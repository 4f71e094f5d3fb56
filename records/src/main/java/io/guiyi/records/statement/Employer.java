package io.guiyi.records.statement;

import org.jspecify.annotations.Nullable;

/**
 * An employer as a row names it.
 *
 * @param name as written, 1 to 120 characters
 * @param creditCode if given and valid
 * @param localNumber the labour bureau's own number of the unit, if given
 */
public record Employer(String name, @Nullable CreditCode creditCode, @Nullable String localNumber) {
  /** Checks the length. */
  public Employer {
    int length = name.codePointCount(0, name.length());
    if (name.isBlank() || length > 120) {
      throw new IllegalArgumentException(
          "an employer's name must have 1 to 120 characters, this one has " + length);
    }
  }
}

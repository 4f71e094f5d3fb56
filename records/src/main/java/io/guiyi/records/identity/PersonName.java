package io.guiyi.records.identity;

import io.guiyi.records.Mask;
import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;

/**
 * A person's name as a source writes it. Only what no name ever needs is taken away (outer blanks,
 * zero-width characters); variants, spaces inside and wildcards are left for matching to judge.
 *
 * @param written 1 to 50 characters, counted in code points
 */
public record PersonName(String written) {
  /** The longest name, in code points: twice what the 2016 notice on dotted names asks for. */
  public static final int MAX_LENGTH = 50;

  /** Reads a name. */
  public static Parsed<PersonName> parse(String text) {
    String name = text.replaceAll("[\\u200B-\\u200F\\u2060\\uFEFF]", "").strip();
    if (name.isEmpty()) {
      return Parsed.refused(RefusalReason.BLANK, "no name; ask the department to complete the row");
    }
    int length = name.codePointCount(0, name.length());
    if (length > MAX_LENGTH) {
      return Parsed.refused(
          RefusalReason.LENGTH,
          "a name has at most %d characters, this one has %d".formatted(MAX_LENGTH, length));
    }
    if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.isDigit(c))) {
      return Parsed.refused(
          RefusalReason.CHARACTER, "a name holds no digits and no control characters");
    }
    return Parsed.ok(new PersonName(name));
  }

  @Override
  public String toString() {
    return Mask.name(written);
  }
}

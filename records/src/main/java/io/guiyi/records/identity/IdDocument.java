package io.guiyi.records.identity;

import io.guiyi.records.Mask;
import io.guiyi.records.Parsed;

/**
 * A document number as a row writes it. It need not be valid: a slip, a masked or a borrowed number
 * is evidence too.
 *
 * @param type what the row says it is
 * @param written the text as it came, outer blanks removed, at most 40 characters, counted in code
 *     points
 */
public record IdDocument(DocumentType type, String written) {
  /** The longest text taken for a document number, in code points. */
  public static final int MAX_LENGTH = 40;

  /** Checks the bounds. */
  public IdDocument {
    int length = written.codePointCount(0, written.length());
    if (written.isBlank() || length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a document number must have 1 to %d characters, this one has %d"
              .formatted(MAX_LENGTH, length));
    }
  }

  /** The number as one of those whose arithmetic we know, or why it is none. */
  public Parsed<IdNumber> number() {
    return IdNumber.parse(written);
  }

  @Override
  public String toString() {
    return type + " " + Mask.document(written);
  }
}

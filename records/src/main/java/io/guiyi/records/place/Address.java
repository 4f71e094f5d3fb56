package io.guiyi.records.place;

import io.guiyi.records.Mask;
import org.jspecify.annotations.Nullable;

/**
 * An address as a source writes it, with the codes that it may carry.
 *
 * @param written the text, 1 to 200 characters, counted in code points
 * @param standardCode the code in the standard-address library, if given
 * @param houseCode the number of the house in the rental register, if given
 * @param room the room, if given apart from the text
 */
public record Address(
    String written,
    @Nullable String standardCode,
    @Nullable String houseCode,
    @Nullable String room) {
  /** The longest address text, in code points. */
  public static final int MAX_LENGTH = 200;

  /** Checks the length. */
  public Address {
    int length = written.codePointCount(0, written.length());
    if (written.isBlank() || length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "an address must have 1 to %d characters, this one has %d".formatted(MAX_LENGTH, length));
    }
  }

  /** An address that is only text. */
  public static Address of(String written) {
    return new Address(written, null, null, null);
  }

  @Override
  public String toString() {
    return "Address[" + Mask.all(written) + "]";
  }
}

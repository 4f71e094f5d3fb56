package io.guiyi.seal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public name of one key, such as {@code identity-1} or {@code subscriber.education-2}. It
 * travels in front of everything the key has sealed and is the key's file name.
 *
 * @param purpose the {@linkplain KeyPurpose#label() label} of what the key is for
 * @param generation counts from 1; the highest one writes
 */
public record KeyId(String purpose, int generation) {
  /** The longest {@link #text()} in characters, which are all ASCII. */
  public static final int TEXT_MAX = 64;

  private static final int GENERATION_MAX = 999_999;
  private static final Pattern PURPOSE =
      Pattern.compile("[a-z][a-z0-9-]{0,19}(\\.[a-z][a-z0-9-]{0,39})?");
  private static final Pattern TEXT = Pattern.compile("(.+)-([1-9][0-9]{0,5})");

  /** Checks both parts. */
  public KeyId {
    if (!PURPOSE.matcher(purpose).matches() || generation < 1 || generation > GENERATION_MAX) {
      throw new IllegalArgumentException(
          "Key id of purpose '"
              + purpose
              + "' and generation "
              + generation
              + " is refused: a key purpose's label and 1 to "
              + GENERATION_MAX);
    }
    if (purpose.length() + 1 + Integer.toString(generation).length() > TEXT_MAX) {
      throw new IllegalArgumentException(
          "Key id of purpose '" + purpose + "' is longer than " + TEXT_MAX + " characters");
    }
  }

  /**
   * Reads the {@link #text()} form.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static KeyId parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (text.length() > TEXT_MAX || !parts.matches()) {
      throw new IllegalArgumentException(
          "Text of " + text.length() + " characters is no key id; expected e.g. identity-1");
    }
    return new KeyId(parts.group(1), Integer.parseInt(parts.group(2)));
  }

  /** The id of the first key of a purpose. */
  static KeyId first(KeyPurpose purpose) {
    return new KeyId(purpose.label(), 1);
  }

  /** The id that follows this one when the purpose's key is rotated. */
  KeyId next() {
    return new KeyId(purpose, generation + 1);
  }

  /** Purpose and generation joined by a hyphen. */
  public String text() {
    return purpose + "-" + generation;
  }

  @Override
  public String toString() {
    return text();
  }
}

package io.guiyi.records;

/**
 * What names one row of one source for ever: every version of the row carries the same key.
 *
 * <p>A key can itself hold a personal value (a 学籍号 is "G" and an ID number), so it is masked in
 * {@code toString} and stored only sealed or as a keyed hash.
 *
 * @param source whose row
 * @param key the department's own key, 1 to 64 characters
 */
public record SourceKey(SourceId source, String key) {
  /** The longest key a source may use, in characters. */
  public static final int MAX_LENGTH = 64;

  /** Checks the length. */
  public SourceKey {
    if (key.isBlank() || key.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a source key must have 1 to %d characters, this one has %d"
              .formatted(MAX_LENGTH, key.length()));
    }
  }

  @Override
  public String toString() {
    return source + ":" + Mask.document(key);
  }
}

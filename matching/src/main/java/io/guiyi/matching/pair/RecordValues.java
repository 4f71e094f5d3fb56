package io.guiyi.matching.pair;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One record's values in a model's fields, with what is asked for again and again made once.
 * Immutable; equal if the contents are.
 */
public final class RecordValues {
  private final @Nullable Object[] values;
  private final String[] terms;
  private final long content;

  /**
   * Values.
   *
   * @param values in the order of the model's fields
   * @param terms in the order of its comparisons, empty where rarity does not count
   * @param content the digest of all values
   */
  RecordValues(@Nullable Object[] values, String[] terms, long content) {
    this.values = values;
    this.terms = terms;
    this.content = content;
  }

  /** The value of a field; null if it is missing. */
  public @Nullable Object value(int field) {
    return values[field];
  }

  /** How many fields there are. */
  public int fields() {
    return values.length;
  }

  /**
   * The text whose rarity tells how much agreement in a comparison is worth; empty if the value is
   * missing or its rarity does not count.
   */
  public String term(int comparison) {
    return terms[comparison];
  }

  /** The digest of all values, the same in every run: two records of one digest say the same. */
  public long content() {
    return content;
  }

  @Nullable Object[] copy() {
    return values.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordValues that && content == that.content;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(content);
  }

  @Override
  public String toString() {
    return "RecordValues[%d of %d]"
        .formatted(Arrays.stream(values).filter(value -> value != null).count(), values.length);
  }
}

package io.guiyi.lab.population.feeds;

import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row by field; immutable. A field without a value is null.
 *
 * @param <F> the fields of a department
 */
public final class Fields<F extends Enum<F>> {

  private final EnumMap<F, String> values;

  private Fields(EnumMap<F, String> values) {
    this.values = values;
  }

  /** Starts a row with every field null. */
  public static <F extends Enum<F>> Draft<F> draft(Class<F> fields) {
    return new Draft<>(new EnumMap<>(fields));
  }

  /** The value of a field. */
  public @Nullable String get(F field) {
    return values.get(field);
  }

  /** The same row with one field changed. */
  public Fields<F> with(F field, @Nullable String value) {
    return new Draft<>(values.clone()).set(field, value).done();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fields<?> fields && values.equals(fields.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Nothing of the person. */
  @Override
  public String toString() {
    return values.size() + " fields";
  }

  /**
   * A row being filled in.
   *
   * @param <F> the fields of a department
   */
  public static final class Draft<F extends Enum<F>> {

    private final EnumMap<F, String> values;

    private Draft(EnumMap<F, String> values) {
      this.values = values;
    }

    /** Sets a field. */
    public Draft<F> set(F field, @Nullable String value) {
      if (value == null) {
        values.remove(field);
      } else {
        values.put(field, value);
      }
      return this;
    }

    /** The row as filled in so far. */
    public Fields<F> done() {
      return new Fields<>(values.clone());
    }
  }
}

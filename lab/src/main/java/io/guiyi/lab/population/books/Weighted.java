package io.guiyi.lab.population.books;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table whose entries are drawn in proportion to their weights.
 *
 * @param <T> what is drawn
 */
public final class Weighted<T> {

  private final List<T> entries;
  private final double[] upTo;

  private Weighted(List<T> entries, double[] upTo) {
    this.entries = entries;
    this.upTo = upTo;
  }

  /** Starts an empty table. */
  public static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /** One entry, drawn in proportion to its weight. */
  public T draw(Dice dice) {
    double point = dice.unit() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, point);
    int index = found >= 0 ? found + 1 : -found - 1;
    return entries.get(Math.min(index, entries.size() - 1));
  }

  /** All entries in the order of the table. */
  public List<T> entries() {
    return entries;
  }

  /**
   * Collects entries.
   *
   * @param <T> what is drawn
   */
  public static final class Builder<T> {

    private final List<T> entries = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();
    private double total;

    private Builder() {}

    /** Adds an entry; the weight is positive, in any unit common to the table. */
    public Builder<T> add(T entry, double weight) {
      if (!(weight > 0)) {
        throw new IllegalArgumentException(
            "weight " + weight + " of a table entry is not positive: leave the entry out instead");
      }
      total += weight;
      entries.add(entry);
      upTo.add(total);
      return this;
    }

    /** The finished table; it has at least one entry. */
    public Weighted<T> build() {
      if (entries.isEmpty()) {
        throw new IllegalStateException("a weighted table needs at least one entry");
      }
      return new Weighted<>(
          List.copyOf(entries), upTo.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}

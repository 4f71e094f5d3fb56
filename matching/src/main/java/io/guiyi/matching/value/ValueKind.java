package io.guiyi.matching.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value that a model's field can have.
 *
 * @param <V> the value in memory; immutable
 */
public interface ValueKind<V> {
  /** The word by which models name it. */
  String name();

  /** The parts that a source's columns fill, in order; the first must be given. */
  List<String> parts();

  /**
   * Reads the raw text of the columns.
   *
   * @param raw one text for each of {@link #parts}, empty where the source has none
   * @return the value; null if the columns say nothing
   */
  @Nullable V read(List<String> raw);

  /**
   * The text that stands for the value: equal for equal values only, the same in every run. From it
   * come order, digests and frequencies.
   */
  String canonical(V value);

  /**
   * The question that a comparison asks.
   *
   * @param of which part or view of the value is asked about; empty for the whole
   * @param levels the answers wanted, best first, as a model writes them
   * @throws ModelWordException if {@code of} or a level is unknown here
   */
  Ladder<V> ladder(String of, List<String> levels);

  /**
   * A way to find values again.
   *
   * @param word as a model writes it behind the field's name, {@code whole} for the value itself
   * @throws ModelWordException if the kind has no such facet
   */
  Facet<V> facet(String word);
}

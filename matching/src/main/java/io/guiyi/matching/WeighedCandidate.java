package io.guiyi.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record that another was compared with, and the outcome.
 *
 * @param record which
 * @param version which version of it
 * @param person to whom it belonged; null if it was waiting
 * @param answers what each comparison said that said anything, in the model's order
 * @param weight the sum of log2(m/u) as it counts, in millionths of a bit
 * @param cannotLink what forbids the link; null if nothing does
 * @param numbersLost which of its valid numbers counted as somebody else's: bit 0 stands for the
 *     first
 */
public record WeighedCandidate(
    RecordRef record,
    int version,
    @Nullable PersonRef person,
    List<Answer> answers,
    long weight,
    @Nullable CannotLink cannotLink,
    int numbersLost) {
  /** Copies the list. */
  public WeighedCandidate {
    answers = List.copyOf(answers);
  }

  /**
   * What one comparison said.
   *
   * @param comparison its name
   * @param level the answer
   * @param counted what of its weight counted, the value's rarity and the caps included, in
   *     millionths of a bit
   * @param bearers how common the values were held to be; null where it did not count
   */
  public record Answer(String comparison, String level, long counted, @Nullable Bearers bearers) {
    /** An answer whose rarity did not count. */
    public Answer(String comparison, String level, long counted) {
      this(comparison, level, counted, null);
    }
  }

  /**
   * How many records at hand bore the values that were compared, so that the rarity of a value can
   * be weighed again when others have come.
   *
   * @param own the value of the record that was decided about
   * @param other the candidate's; the same number if it is the same value
   */
  public record Bearers(int own, int other) {}
}

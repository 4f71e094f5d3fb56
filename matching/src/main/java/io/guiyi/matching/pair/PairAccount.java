package io.guiyi.matching.pair;

import java.util.List;

/**
 * How the weight of a pair came about; all weights in millionths of a bit.
 *
 * @param prior the weight before anything was asked
 * @param items one for each comparison, in their order
 * @param sum the prior and what the items count
 * @param supported false if a support is missing: none of the comparisons spoke that one of must
 * @param forbidden true if a law forbids to link the pair whatever it weighs
 * @param weight what the pair weighs: the sum, or less without support
 */
public record PairAccount(
    long prior, List<Item> items, long sum, boolean supported, boolean forbidden, long weight) {
  /** Copies the list. */
  public PairAccount {
    items = List.copyOf(items);
  }

  /** What a comparison said, where the answer weighs so much and so much of it counted. */
  static Item item(ModelWeights weights, int comparison, int slot, long answer, long counted) {
    ModelQuestions questions = weights.questions();
    long level = weights.ofSlot(comparison, slot);
    return new Item(
        questions.comparison(comparison).name(),
        slot == 0 ? "" : questions.levels(comparison).get(slot - 1),
        level,
        answer - level,
        counted);
  }

  /**
   * What one comparison said.
   *
   * @param comparison its name
   * @param answer the level; empty if one side says nothing, or if an earlier answer implies it
   * @param level what that level weighs
   * @param term what the rarity of the value adds or takes
   * @param counted what of both counts under the caps
   */
  public record Item(String comparison, String answer, long level, long term, long counted) {}
}

package io.guiyi.routes.link;

import io.guiyi.matching.block.Blocks;
import io.guiyi.routes.config.ConfigFault;
import io.guiyi.routes.config.ConfigRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What blocking rules propose, counted before a pair is weighed. A pair that several rules propose
 * is counted by each, so that the sum is the most that can be weighed.
 *
 * @param rules in the order of the model
 */
record PairCount(List<Blocks.OfRule> rules) {
  /** More pairs than this are no run of minutes. */
  static final long USUAL_MOST = 2_000_000_000L;

  PairCount {
    rules = List.copyOf(rules);
  }

  long all() {
    return rules.stream().mapToLong(Blocks.OfRule::pairs).sum();
  }

  /**
   * Stops a run that would take too long.
   *
   * @throws ConfigRefused naming the rule that proposes most
   */
  void refuseAbove(long most, Path model) {
    if (all() <= most) {
      return;
    }
    Blocks.OfRule worst =
        rules.stream().max(Comparator.comparingLong(Blocks.OfRule::pairs)).orElseThrow();
    throw new ConfigRefused(
        List.of(
            new ConfigFault(
                model.toString(),
                0,
                "rule '%s' proposes %d pairs, all rules together %d; the bound is %d"
                    .formatted(worst.rule(), worst.pairs(), all(), most),
                "add a key to the rule, lower its cap, or raise --most-pairs")));
  }

  /** For {@code summary.json}. */
  List<Map<String, Object>> figures() {
    List<Map<String, Object>> figures = new ArrayList<>();
    for (Blocks.OfRule rule : rules) {
      Map<String, Object> own = new LinkedHashMap<>();
      own.put("rule", rule.rule());
      own.put("blocks", rule.blocks());
      own.put("pairs", rule.pairs());
      own.put("largest", rule.largest());
      own.put("refused_blocks", rule.refused());
      own.put("refused_contents", rule.unitsRefused());
      figures.add(own);
    }
    return figures;
  }
}

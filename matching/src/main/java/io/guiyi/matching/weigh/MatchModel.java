package io.guiyi.matching.weigh;

import io.guiyi.matching.compare.Comparison;
import io.guiyi.matching.compare.ComparisonLevel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Everything a decision depends on besides the records: weights, prior, thresholds, caps.
 * Immutable, and named by the SHA-256 of its canonical text. All weights are millionths of a bit.
 */
public final class MatchModel {
  private final String name;
  private final Map<ComparisonLevel, Long> weights;
  private final Thresholds thresholds;
  private final String hash;

  /**
   * The figures that are no weight of a level.
   *
   * @param prior log2 of the share of pairs that are one person; negative
   * @param contactCap the most that phone, address, employer and kin may add up to: they are shared
   *     by families and room-mates
   * @param link from this weight on, records are linked
   * @param review from this weight on, a steward may have to look
   * @param margin a runner-up closer than this makes the winner doubtful
   */
  public record Thresholds(long prior, long contactCap, long link, long review, long margin) {
    /** Checks their order. */
    public Thresholds {
      if (prior >= 0 || contactCap <= 0 || margin < 0 || review > link) {
        throw new IllegalArgumentException(
            "a model needs prior < 0 < contactCap, margin >= 0 and review <= link; it has prior %s,"
                    .formatted(Bits.print(prior))
                + " contactCap %s, margin %s, review %s, link %s"
                    .formatted(
                        Bits.print(contactCap),
                        Bits.print(margin),
                        Bits.print(review),
                        Bits.print(link)));
      }
    }
  }

  /**
   * A model; it must weigh every level.
   *
   * @param name what people call it
   * @param weights log2(m/u) of every level of every comparison
   * @param thresholds the rest
   */
  public MatchModel(String name, Map<ComparisonLevel, Long> weights, Thresholds thresholds) {
    this.name = name;
    this.weights = Map.copyOf(weights);
    this.thresholds = thresholds;
    for (Comparison comparison : Comparison.values()) {
      for (ComparisonLevel level : comparison.levels()) {
        if (!this.weights.containsKey(level)) {
          throw new IllegalArgumentException(
              "model %s has no weight for %s %s; give it one".formatted(name, comparison, level));
        }
      }
    }
    this.hash = sha256(canonicalText());
  }

  /** The model set by hand, for grown-ups and children. */
  public static MatchModel handSet() {
    return HandSetWeights.model();
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** log2(m/u) of a level. */
  public long weight(ComparisonLevel level) {
    Long weight = weights.get(level);
    if (weight == null) {
      throw new IllegalArgumentException("model %s does not weigh %s".formatted(name, level));
    }
    return weight;
  }

  /** Prior, caps and thresholds. */
  public Thresholds thresholds() {
    return thresholds;
  }

  /** SHA-256 of {@link #canonicalText}, 64 hexadecimal digits. */
  public String hash() {
    return hash;
  }

  /** All of the model, one line for each figure, in an order that never changes. */
  public String canonicalText() {
    StringBuilder text = new StringBuilder("model ").append(name).append('\n');
    for (Comparison comparison : Comparison.values()) {
      for (ComparisonLevel level : comparison.levels()) {
        line(text, comparison + "." + level.name(), weight(level));
      }
    }
    line(text, "prior", thresholds.prior());
    line(text, "contactCap", thresholds.contactCap());
    line(text, "link", thresholds.link());
    line(text, "review", thresholds.review());
    line(text, "margin", thresholds.margin());
    return text.append("surnames\n").append(SurnameShare.canonicalText()).toString();
  }

  private static void line(StringBuilder text, String key, long value) {
    text.append(key).append(' ').append(value).append('\n');
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "MatchModel[" + name + " " + hash.substring(0, 12) + "]";
  }
}

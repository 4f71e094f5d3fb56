package io.guiyi.registry.steward;

import io.guiyi.matching.CannotLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that the record of a case was compared with.
 *
 * @param record it, as it stands now
 * @param version which version of it was compared
 * @param weight the sum of log2(m/u) when it was compared, in millionths of a bit
 * @param cannotLink the law that forbade the link; null if none did
 * @param levels what the weight is made of, in the model's order
 */
public record CandidateView(
    RecordView record,
    int version,
    long weight,
    @Nullable CannotLink cannotLink,
    List<Level> levels) {
  /** Copies the list. */
  public CandidateView {
    levels = List.copyOf(levels);
  }

  /**
   * One comparison.
   *
   * @param comparison which
   * @param level what it came to
   * @param counted what of its weight counted, in millionths of a bit
   */
  public record Level(String comparison, String level, long counted) {}
}

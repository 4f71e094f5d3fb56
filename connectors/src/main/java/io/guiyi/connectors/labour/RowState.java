package io.guiyi.connectors.labour;

import io.guiyi.records.RowOutcome;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the state columns of one row shall say.
 *
 * @param number which row
 * @param state aae419: 1 taken, 2 refused
 * @param reason aae420: why refused
 * @param detail aae421: the sentence for the department, at most 200 characters
 * @param at aae422: when the hub said so, local time
 */
record RowState(
    long number, String state, @Nullable String reason, @Nullable String detail, LocalDateTime at) {
  /** How many parameters the update takes. */
  static final int PARAMETERS = 5;

  private static final int LONGEST_DETAIL = 200;

  static RowState of(long number, RowOutcome outcome, LocalDateTime at) {
    return switch (outcome.kind()) {
      case QUARANTINED -> new RowState(number, "2", outcome.reason(), cut(outcome.detail()), at);
      case NEW, CHANGED, UNCHANGED, WITHDRAWN, STALE -> new RowState(number, "1", null, null, at);
    };
  }

  /** In the order of the update's placeholders. */
  List<@Nullable Object> parameters() {
    return Arrays.asList(state, reason, detail, at, number);
  }

  private static String cut(String detail) {
    return detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
  }
}

package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.registry.steward.CaseLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Open cases.
 *
 * @param cases one by one, oldest first
 * @param open how many are open in all, by trigger
 * @param next hand it in as {@code after} to go on; left out if this is the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CasesAnswer(List<Line> cases, Map<ReviewTrigger, Long> open, @Nullable String next) {

  /**
   * One case.
   *
   * @param id its name, such as C-000451
   * @param trigger why the machine hesitated, one of a closed list
   * @param chinese the trigger in Chinese
   * @param english the trigger in English
   * @param source whose record it is about
   * @param record the record's number
   * @param openedAt since when it waits
   */
  record Line(
      String id,
      String trigger,
      String chinese,
      String english,
      String source,
      long record,
      Instant openedAt) {
    static Line of(CaseLine line) {
      TriggerWords words = TriggerWords.of(line.trigger());
      return new Line(
          line.id(),
          line.trigger().name(),
          words.chinese(),
          words.english(),
          line.source().name(),
          line.record(),
          line.openedAt());
    }
  }

  static CasesAnswer of(List<CaseLine> lines, Map<ReviewTrigger, Long> open, int limit) {
    return new CasesAnswer(
        lines.stream().map(Line::of).toList(),
        open,
        lines.size() < limit ? null : lines.getLast().id());
  }
}

package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.registry.watch.Alarm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm.
 *
 * @param id its number
 * @param source whose
 * @param kind one of a closed list, such as LATE
 * @param chinese the kind in Chinese
 * @param english the kind in English
 * @param subject the column or delivery concerned; empty if the source as a whole is
 * @param detail figures, names and codes
 * @param raisedAt since when
 * @param seenAt when it was last found to hold
 * @param clearedAt when it was over
 * @param accepted what an operator said about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlarmAnswer(
    long id,
    String source,
    String kind,
    String chinese,
    String english,
    String subject,
    String detail,
    Instant raisedAt,
    Instant seenAt,
    @Nullable Instant clearedAt,
    @Nullable Accepted accepted) {

  /**
   * An operator's word.
   *
   * @param by who gave it
   * @param reason the reason given
   * @param at when
   */
  record Accepted(String by, String reason, Instant at) {}

  static AlarmAnswer of(Alarm alarm) {
    Alarm.Word word = alarm.word();
    return new AlarmAnswer(
        alarm.id(),
        alarm.source().name(),
        alarm.kind().name(),
        alarm.kind().chinese(),
        alarm.kind().english(),
        alarm.subject(),
        alarm.detail(),
        alarm.raisedAt(),
        alarm.seenAt(),
        alarm.clearedAt(),
        word == null ? null : new Accepted(word.by(), word.why(), word.at()));
  }
}

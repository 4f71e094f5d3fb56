package io.guiyi.console;

import io.guiyi.registry.watch.Alarm;
import java.time.Instant;

/**
 * An alarm as the pages show it.
 *
 * @param alarm the alarm
 * @param raised how long ago it was raised
 * @param subject the column or delivery concerned; empty if the source as a whole is
 * @param part of which rows it speaks, {@code WHOLE} or {@code CHANGES}; empty if of all
 */
public record AlarmLine(Alarm alarm, Age raised, String subject, String part) {
  private static final String BEFORE_PART = " · ";

  /** The line at one moment. */
  static AlarmLine of(Alarm alarm, Instant now) {
    String[] subject = alarm.subject().split(BEFORE_PART, 2);
    return new AlarmLine(
        alarm, Age.of(alarm.raisedAt(), now), subject[0], subject.length == 2 ? subject[1] : "");
  }
}

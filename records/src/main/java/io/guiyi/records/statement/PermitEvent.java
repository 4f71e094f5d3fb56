package io.guiyi.records.statement;

import io.guiyi.records.Mask;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a residence permit (居住证), GA/T 2000.6.
 *
 * @param event what happened
 * @param on when
 * @param permitNumber the permit's number, opaque
 * @param validUntil until when the permit is valid after the event, if the event says so
 */
public record PermitEvent(
    Event event, LocalDate on, String permitNumber, @Nullable LocalDate validUntil)
    implements Statement {

  /** The life cycle of a permit. */
  public enum Event {
    /** 01 受理. */
    ACCEPTED("01"),
    /** 02 审核签发. */
    APPROVED("02"),
    /** 03 发放. */
    ISSUED("03"),
    /** 04 签注. */
    ENDORSED("04"),
    /** 05 功能中止. */
    SUSPENDED("05"),
    /** 06 功能恢复. */
    RESTORED("06"),
    /** 07 地址变更. */
    ADDRESS_CHANGED("07"),
    /** 08 注销. */
    CANCELLED("08");

    private final String code;

    Event(String code) {
      this.code = code;
    }

    /** The two-digit code. */
    public String code() {
      return code;
    }
  }

  @Override
  public Period period() {
    return new Period(on, validUntil == null || validUntil.isBefore(on) ? on : validUntil);
  }

  @Override
  public String code() {
    return event.code();
  }

  @Override
  public String toString() {
    return "PermitEvent[" + event + " " + on + " " + Mask.document(permitNumber) + "]";
  }
}

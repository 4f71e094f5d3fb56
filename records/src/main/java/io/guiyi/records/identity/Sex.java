package io.guiyi.records.identity;

import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;

/** Sex as registered, GB/T 2261.1. */
public enum Sex {
  /** 0, not known. */
  UNKNOWN("0"),
  /** 1, male. */
  MALE("1"),
  /** 2, female. */
  FEMALE("2"),
  /** 9, not stated. */
  UNSTATED("9");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  /** The one-digit code of GB/T 2261.1. */
  public String code() {
    return code;
  }

  /** True for male and female. */
  public boolean isStated() {
    return this == MALE || this == FEMALE;
  }

  /** Reads the code, 男/女 or M/F; blank is {@link #UNSTATED}. */
  public static Parsed<Sex> parse(String text) {
    return switch (text.strip()) {
      case "" -> Parsed.ok(UNSTATED);
      case "0", "未知" -> Parsed.ok(UNKNOWN);
      case "1", "男", "男性", "M", "m" -> Parsed.ok(MALE);
      case "2", "女", "女性", "F", "f" -> Parsed.ok(FEMALE);
      case "9", "未说明" -> Parsed.ok(UNSTATED);
      default ->
          Parsed.refused(
              RefusalReason.UNKNOWN_CODE,
              "sex must be one of 0, 1, 2, 9, 男, 女, M, F (GB/T 2261.1)");
    };
  }
}

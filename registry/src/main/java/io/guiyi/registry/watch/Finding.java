package io.guiyi.registry.watch;

import org.jspecify.annotations.Nullable;

/**
 * What is found to hold of a source now.
 *
 * @param subject the column or delivery concerned; empty if the source as a whole is; longer ones
 *     are cut to {@value #MAX_SUBJECT} characters
 * @param detail figures, names and codes; never a personal value; cut to {@value #MAX_DETAIL}
 * @param pull with which pull it began; null where no pull shows it
 */
public record Finding(String subject, String detail, @Nullable Long pull) {
  /** The longest subject. */
  public static final int MAX_SUBJECT = 120;

  /** The longest detail. */
  public static final int MAX_DETAIL = 500;

  /** Cuts what is too long. */
  public Finding {
    subject = cut(subject, MAX_SUBJECT);
    detail = cut(detail, MAX_DETAIL);
  }

  /** Of the source as a whole. */
  public static Finding of(String detail) {
    return new Finding("", detail, null);
  }

  /** About a part of it. */
  public static Finding about(String subject, String detail) {
    return new Finding(subject, detail, null);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}

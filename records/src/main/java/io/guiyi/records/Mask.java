package io.guiyi.records;

/**
 * The one masking rule of every screen, log and export, so that pieces masked in different places
 * never add up to a whole value: ID numbers and other documents keep their first two and last two
 * characters, phones their first three and last four, names their first character.
 */
public final class Mask {
  private static final int DOCUMENT_EDGE = 2;

  private Mask() {}

  /** {@code 33**************23}; texts of up to four characters become stars altogether. */
  public static String document(String clear) {
    return keep(clear, DOCUMENT_EDGE, DOCUMENT_EDGE);
  }

  /** {@code 139****5678}; anything shorter than eight characters becomes stars altogether. */
  public static String phone(String clear) {
    return clear.length() < 8 ? stars(clear.length()) : keep(clear, 3, 4);
  }

  /** {@code 张*}, {@code 阿******}: the first character stays, counted in code points. */
  public static String name(String clear) {
    int length = clear.codePointCount(0, clear.length());
    if (length <= 1) {
      return stars(length);
    }
    return clear.substring(0, clear.offsetByCodePoints(0, 1)) + stars(length - 1);
  }

  /** Only the length survives. For values nobody needs to recognise. */
  public static String all(String clear) {
    return stars(clear.codePointCount(0, clear.length()));
  }

  private static String keep(String clear, int head, int tail) {
    int hidden = clear.length() - head - tail;
    if (hidden <= 0) {
      return stars(clear.length());
    }
    return clear.substring(0, head) + stars(hidden) + clear.substring(clear.length() - tail);
  }

  private static String stars(int count) {
    return "*".repeat(Math.min(count, 32));
  }
}

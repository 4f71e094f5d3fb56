package io.guiyi.registry.steward;

/**
 * A verdict with who gives it, why, and what was seen.
 *
 * @param verdict what is decided
 * @param author the steward's account, 1 to {@value #AUTHOR_MAX} characters
 * @param reason why, 1 to {@value #REASON_MAX} characters; no personal values
 * @param seen the token of the {@link CaseView}, {@link PersonsView} or {@link Preview} that the
 *     steward looked at
 */
public record VerdictCommand(Verdict verdict, String author, String reason, String seen) {
  /** The longest account name. */
  public static final int AUTHOR_MAX = 100;

  /** The longest reason. */
  public static final int REASON_MAX = 500;

  /** Checks author and reason. */
  public VerdictCommand {
    author = required("author", author, AUTHOR_MAX);
    reason = required("reason", reason, REASON_MAX);
  }

  static String required(String what, String given, int most) {
    String text = given.strip();
    if (text.isEmpty() || text.length() > most) {
      throw new IllegalArgumentException(
          "the %s has %d characters; give 1 to %d".formatted(what, text.length(), most));
    }
    return text;
  }
}

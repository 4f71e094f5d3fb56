package io.guiyi.routes.config;

/** Names that a model's author may choose. */
final class ModelWords {
  /** What a name looks like. */
  static final String NAME =
      "write letters, digits, '-' and '_', at most 60, beginning with a letter";

  private static final int LONGEST = 60;

  private ModelWords() {}

  static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && Character.isLetter(text.charAt(0))
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }
}

package io.guiyi.connectors.declared;

/**
 * A text that lets itself be looked at only so often, so that a pattern which tries a row in ever
 * new ways gives up instead of holding up the pull.
 */
final class BoundedText implements CharSequence {
  /** A pattern looked more often than any sensible one does. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("the pattern tries too many ways", null, false, false);
    }
  }

  private final String text;
  private int looks;

  BoundedText(String text, int looks) {
    this.text = text;
    this.looks = looks;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--looks < 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}

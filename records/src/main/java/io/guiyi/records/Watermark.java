package io.guiyi.records;

/**
 * How far a source has been durably read, in the source's own terms: an update time, a running
 * number, a file name. It moves only in the transaction that stores the rows before it.
 *
 * @param text at most 200 characters; empty means "from the start"
 */
public record Watermark(String text) {
  /** Nothing has been read yet. */
  public static final Watermark START = new Watermark("");

  /** Checks the length. */
  public Watermark {
    if (text.length() > 200) {
      throw new IllegalArgumentException(
          "a watermark has at most 200 characters, this one has " + text.length());
    }
  }

  /** True if nothing has been read yet. */
  public boolean isStart() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text;
  }
}

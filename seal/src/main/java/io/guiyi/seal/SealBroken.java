package io.guiyi.seal;

import java.util.Locale;

/**
 * Something sealed could not be opened: it was altered, cut, moved to another place, or its key is
 * not here. Names the place and the reason, never the content.
 */
public final class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the seal does not hold. */
  public enum Reason {
    /** The bytes do not have the layout of something sealed. */
    MALFORMED,
    /** The key it names is not of the expected purpose or not in the key ring. */
    UNKNOWN_KEY,
    /** Key and layout fit, content or place do not: altered or moved. */
    NOT_AUTHENTIC
  }

  private final String place;
  private final Reason reason;

  SealBroken(String place, Reason reason, String remedy) {
    super(
        "Seal broken at "
            + place
            + " ("
            + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + "): "
            + remedy);
    this.place = place;
    this.reason = reason;
  }

  /** Where the broken seal was found, free of personal values. */
  public String place() {
    return place;
  }

  /** Why it does not hold. */
  public Reason reason() {
    return reason;
  }
}

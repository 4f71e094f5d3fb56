package io.guiyi.lab.drill.malformed;

import io.guiyi.records.QuarantineReason;

/** What must become of a malformed row. */
public sealed interface Outcome {
  /** The word of the table for {@link Kept}. */
  String KEPT = "kept";

  /** It is a record like the good row's, but for what the field itself says. */
  record Kept() implements Outcome {
    @Override
    public String toString() {
      return KEPT;
    }
  }

  /**
   * It is put aside.
   *
   * @param reason why
   */
  record Aside(QuarantineReason reason) implements Outcome {
    @Override
    public String toString() {
      return reason.name();
    }
  }

  /** The outcome of that name. */
  static Outcome named(String name) {
    return name.equals(KEPT) ? new Kept() : new Aside(QuarantineReason.valueOf(name));
  }
}

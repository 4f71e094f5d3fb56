package io.guiyi.matching.value;

import java.util.Collection;

/** A word of a model that its field's kind does not know. Models hold no personal values. */
public final class ModelWordException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** Says which word, for what, and what could have been written. */
  public ModelWordException(String word, String purpose, Collection<String> known) {
    super("%s is no %s; write one of: %s".formatted(word, purpose, String.join(", ", known)));
  }
}

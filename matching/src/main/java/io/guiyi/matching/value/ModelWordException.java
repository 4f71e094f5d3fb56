package io.guiyi.matching.value;

import java.util.Collection;

/** A word of a model that its field's kind does not know. Models hold no personal values. */
public final class ModelWordException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String problem;
  private final String remedy;

  /** Says which word, for what, and what could have been written. */
  public ModelWordException(String word, String purpose, Collection<String> known) {
    this("'%s' is no %s".formatted(word, purpose), "write one of: " + String.join(", ", known));
  }

  private ModelWordException(String problem, String remedy) {
    super(problem + "; " + remedy);
    this.problem = problem;
    this.remedy = remedy;
  }

  /** What is wrong. */
  public String problem() {
    return problem;
  }

  /** What could have been written. */
  public String remedy() {
    return remedy;
  }
}

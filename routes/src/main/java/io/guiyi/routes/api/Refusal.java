package io.guiyi.routes.api;

/**
 * Ends a request with a problem; thrown where the fault is seen, answered by {@link ApiProblems}.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private Refusal(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** A refusal of {@code kind}; neither text may hold a personal value in clear. */
  static Refusal of(ProblemKind kind, String detail, String remedy) {
    return new Refusal(Problem.of(kind, detail, remedy));
  }

  Problem problem() {
    return problem;
  }
}

package io.guiyi.routes.command;

/** How a command ended. The numbers are part of the command line's contract. */
public final class ExitCode {
  /** Done, also when rows were quarantined (their count stands on stderr). */
  public static final int DONE = 0;

  /** Anything that is none of the others. */
  public static final int FAILED = 1;

  /** Wrong usage or configuration. */
  public static final int USAGE = 2;

  /** The work ran, but a bound that it asserts did not hold. */
  public static final int BOUND_BROKEN = 3;

  private ExitCode() {}
}

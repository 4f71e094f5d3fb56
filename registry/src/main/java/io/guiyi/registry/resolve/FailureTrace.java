package io.guiyi.registry.resolve;

/**
 * A failure as it may stand in a log: the classes of it and its causes, with their frames. Messages
 * are left out, because they may quote a row.
 */
final class FailureTrace {
  private static final int CAUSES_MAX = 4;
  private static final int FRAMES_MAX = 24;

  private FailureTrace() {}

  static String of(Throwable failed) {
    StringBuilder trace = new StringBuilder(failed.getClass().getName());
    Throwable cause = failed;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      if (depth > 0) {
        trace.append("\ncaused by ").append(cause.getClass().getName());
      }
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, FRAMES_MAX); i++) {
        trace.append("\n  at ").append(frames[i]);
      }
      cause = cause.getCause();
    }
    return trace.toString();
  }
}

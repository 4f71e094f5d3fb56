package io.guiyi.console;

import java.util.List;

/** Tells how the sources are doing; the application gives it. For many threads. */
@FunctionalInterface
public interface SourceStates {
  /** Every configured source, in configured order. */
  List<SourceState> now();
}

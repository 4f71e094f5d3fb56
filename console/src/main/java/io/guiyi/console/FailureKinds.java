package io.guiyi.console;

import java.util.List;

/**
 * The kinds in which a source can fail, as the connectors name them; the pages have words for each
 * under {@code failure.KIND}.
 *
 * @param names in the order to show them
 */
public record FailureKinds(List<String> names) {
  /** Copies the list. */
  public FailureKinds {
    names = List.copyOf(names);
  }
}

package io.guiyi.connectors.declared;

import java.util.List;
import java.util.Set;

/** When a row makes a statement. */
public sealed interface Condition {
  /** Every row does. */
  record Always() implements Condition {}

  /**
   * A row does in which this column is not empty.
   *
   * @param column which
   */
  record Given(String column) implements Condition {}

  /**
   * A row does in which this column holds one of these codes.
   *
   * @param column which
   * @param codes as the source writes them
   */
  record OneOf(String column, Set<String> codes) implements Condition {
    /** Copies the set. */
    public OneOf {
      codes = Set.copyOf(codes);
    }
  }

  /** The columns it is read from. */
  default List<String> columns() {
    return switch (this) {
      case Always _ -> List.of();
      case Given(String column) -> List.of(column);
      case OneOf(String column, Set<String> _) -> List.of(column);
    };
  }
}

package io.guiyi.connectors.declared;

import java.util.List;

/**
 * Where one of our terms comes from.
 *
 * @param <T> our term
 */
public sealed interface CodeFrom<T> {
  /**
   * A column that holds a code.
   *
   * @param name the column
   * @param codes what its codes mean
   */
  record Column<T>(String name, CodeList<T> codes) implements CodeFrom<T> {}

  /**
   * The same for every row.
   *
   * @param meaning our term
   */
  record Always<T>(T meaning) implements CodeFrom<T> {}

  /** The column it is read from, if it is. */
  default List<String> columns() {
    return switch (this) {
      case Column<T>(String name, CodeList<T> _) -> List.of(name);
      case Always<T> _ -> List.of();
    };
  }
}

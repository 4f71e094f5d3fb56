package io.guiyi.connectors.declared;

import java.util.List;

/** Where a text about a row comes from. */
public sealed interface TextFrom {
  /**
   * One column, or several that are joined in this order; those that are empty are left out.
   *
   * @param names the source's own names, at least one
   * @param between what stands between two of them; may be empty
   */
  record Columns(List<String> names, String between) implements TextFrom {
    /** Copies the list and checks that it is not empty. */
    public Columns {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("a text must come from at least one column");
      }
    }

    @Override
    public String field() {
      return names.getFirst();
    }
  }

  /**
   * The same words for every row: what the whole list has in common and therefore does not say.
   *
   * @param text the words
   */
  record Words(String text) implements TextFrom {
    @Override
    public String field() {
      return "";
    }
  }

  /** The column to name when the text is at fault; empty if it is no column. */
  String field();

  /** The columns it is read from. */
  default List<String> columns() {
    return switch (this) {
      case Columns columns -> columns.names();
      case Words _ -> List.of();
    };
  }

  /** One column. */
  static TextFrom column(String name) {
    return new Columns(List.of(name), "");
  }
}

package io.guiyi.connectors.declared;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A column that holds a date.
 *
 * @param column which
 * @param forms how it may be written, at least one; the first that fits counts
 */
public record DateFrom(String column, List<DateForm> forms) {
  /** Copies the list and checks that it is not empty. */
  public DateFrom {
    forms = List.copyOf(forms);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("a date must be written in at least one form");
    }
  }

  /** The forms as they are named in a declaration. */
  String written() {
    return forms.stream().map(DateForm::label).collect(Collectors.joining(" or "));
  }
}

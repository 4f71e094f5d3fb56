package io.guiyi.lab.drill.malformed;

import java.util.List;

/**
 * Rows that are malformed in the same way.
 *
 * @param field which field is spoilt
 * @param mutation how
 * @param expected what must become of them
 */
public record MalformedClass(Field field, Mutation mutation, Outcome expected) {

  /** Every class that the two tables make, in their order. */
  public static List<MalformedClass> all() {
    Expectations expectations = Expectations.read();
    return Field.all().stream()
        .flatMap(field ->
            expectations.of(field.kind()).entrySet().stream()
                .map(entry -> new MalformedClass(field, entry.getKey(), entry.getValue())))
        .toList();
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(field.feed().source(), field.path(), mutation);
  }
}

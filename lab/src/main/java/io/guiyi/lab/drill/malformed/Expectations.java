package io.guiyi.lab.drill.malformed;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What must become of rows: the table {@code expected.tsv}. */
final class Expectations {
  private static final String EVERY_KIND = "*";

  private final Map<FieldKind, Map<Mutation, Outcome>> outcomes = new EnumMap<>(FieldKind.class);

  private Expectations() {}

  /** Reads the table. */
  static Expectations read() {
    Expectations expectations = new Expectations();
    for (List<String> row : Table.rows("expected.tsv", 3)) {
      Outcome outcome = Outcome.named(row.get(2));
      for (FieldKind kind : kinds(row.get(0))) {
        for (String mutation : row.get(1).split(" ")) {
          expectations.note(kind, Mutation.valueOf(mutation), outcome);
        }
      }
    }
    return expectations;
  }

  private static List<FieldKind> kinds(String cell) {
    return cell.equals(EVERY_KIND)
        ? List.of(FieldKind.values())
        : Arrays.stream(cell.split(" ")).map(FieldKind::valueOf).toList();
  }

  private void note(FieldKind kind, Mutation mutation, Outcome outcome) {
    Map<Mutation, Outcome> ofKind =
        outcomes.computeIfAbsent(kind, _ -> new EnumMap<>(Mutation.class));
    if (ofKind.put(mutation, outcome) != null) {
      throw new IllegalStateException(
          "expected.tsv says twice what becomes of %s %s".formatted(kind, mutation));
    }
  }

  /** What is foretold of a kind of field, by mutation. */
  Map<Mutation, Outcome> of(FieldKind kind) {
    return outcomes.getOrDefault(kind, Map.of());
  }
}

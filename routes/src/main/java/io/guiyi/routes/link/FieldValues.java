package io.guiyi.routes.link;

import io.guiyi.matching.column.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From the spellings of a field's parts to its value, each combination read once. */
final class FieldValues {
  private static final int UNREAD = -1;

  private final Lexicon<?> lexicon;
  private final List<Spellings> parts = new ArrayList<>();
  private final List<NumberPairs> pairs = new ArrayList<>();
  private int[] values = new int[0];

  FieldValues(Lexicon<?> lexicon) {
    this.lexicon = lexicon;
    for (int part = 0; part < lexicon.kind().parts().size(); part++) {
      parts.add(new Spellings());
      if (part > 0) {
        pairs.add(new NumberPairs());
      }
    }
  }

  int parts() {
    return parts.size();
  }

  Spellings part(int part) {
    return parts.get(part);
  }

  /**
   * The number of the value.
   *
   * @param spellings of all fields' parts
   * @param first the place of this field's first part
   */
  int number(int[] spellings, int first) {
    int combined = spellings[first];
    for (int part = 1; part < parts.size(); part++) {
      combined = pairs.get(part - 1).number(combined, spellings[first + part]);
    }
    if (combined >= values.length) {
      int known = values.length;
      values = Arrays.copyOf(values, Math.max(1024, 2 * combined));
      Arrays.fill(values, known, values.length, UNREAD);
    }
    if (values[combined] == UNREAD) {
      String[] raw = new String[parts.size()];
      Arrays.setAll(raw, part -> parts.get(part).text(spellings[first + part]));
      values[combined] = lexicon.number(List.of(raw));
    }
    return values[combined];
  }
}

package io.guiyi.matching.pair;

import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.Answers;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.matching.value.ValueKinds;
import java.util.ArrayList;
import java.util.List;

/**
 * The comparisons of a model: what each asks and where its answer stands in a pattern. The same for
 * columns and for single records. Immutable.
 *
 * <p>A pattern holds for each comparison a slot of a few bits: 0 for missing, 1 for the best level,
 * and so on.
 */
public final class ModelQuestions {
  /** The bits of all answers together. */
  public static final int MOST_BITS = Long.SIZE - 1;

  private final ModelDescription model;
  private final List<Asked<?>> asked;

  /**
   * One comparison.
   *
   * @param <V> what is compared
   * @param comparison as the model writes it
   * @param field the place of its field in the model
   * @param ladder what it asks
   * @param shift how far its slot lies from the lowest bit of a pattern
   * @param mask the bits of its slot
   * @param implying answers that contain this one's: masks and answers take turns
   */
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package, never compared
  record Asked<V>(
      Comparison comparison, int field, Ladder<V> ladder, int shift, int mask, long[] implying) {}

  private ModelQuestions(ModelDescription model) {
    this.model = model;
    List<String> fields = model.fields().stream().map(ModelDescription.Field::name).toList();
    asked = new ArrayList<>();
    int shift = 0;
    for (Comparison comparison : model.comparisons()) {
      int field = fields.indexOf(comparison.field());
      ValueKind<?> kind = ValueKinds.named(model.fields().get(field).kind());
      long[] implying = patterns(comparison.impliedBy());
      Asked<?> next = asked(comparison, field, kind, shift, implying);
      shift += Integer.bitCount(next.mask());
      if (shift > MOST_BITS) {
        throw new IllegalArgumentException(
            ("the comparisons of model %s need more than 63 bits at %s;"
                    + " ask fewer or with fewer levels")
                .formatted(model.name(), comparison.name()));
      }
      asked.add(next);
    }
  }

  private static <V> Asked<V> asked(
      Comparison comparison, int field, ValueKind<V> kind, int shift, long[] implying) {
    Ladder<V> ladder = kind.ladder(comparison.of(), comparison.levels());
    int mask = (1 << bits(ladder.levels().size())) - 1;
    return new Asked<>(comparison, field, ladder, shift, mask, implying);
  }

  /** The comparisons of a model. */
  public static ModelQuestions of(ModelDescription model) {
    return new ModelQuestions(model);
  }

  /** How many bits of a pattern the answers of so many levels need, missing included. */
  public static int bits(int levels) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(levels);
  }

  /** The model. */
  public ModelDescription model() {
    return model;
  }

  /** How many comparisons. */
  public int size() {
    return asked.size();
  }

  Asked<?> get(int comparison) {
    return asked.get(comparison);
  }

  /** The comparison as the model writes it. */
  public Comparison comparison(int comparison) {
    return asked.get(comparison).comparison();
  }

  /** The levels of a comparison, best first. */
  public List<String> levels(int comparison) {
    return asked.get(comparison).ladder().levels();
  }

  /** The slot of a comparison in a pattern: 0 for missing, the level's place plus one otherwise. */
  public int slot(int comparison, long pattern) {
    Asked<?> question = asked.get(comparison);
    return (int) (pattern >>> question.shift()) & question.mask();
  }

  /**
   * The place of a comparison.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  int place(String comparison) {
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).comparison().name().equals(comparison)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "comparison %s is unknown here; name one that stands before".formatted(comparison));
  }

  /**
   * The patterns in which the answers stand alone: a pattern holds one of them if it equals it in
   * the bits of its mask. Masks and answers take turns.
   *
   * @throws IllegalArgumentException if a comparison or a level is unknown among those so far
   */
  long[] patterns(List<Answers> answers) {
    List<Long> patterns = new ArrayList<>();
    for (Answers some : answers) {
      Asked<?> question = asked.get(place(some.comparison()));
      for (String level : some.levels()) {
        int place = question.ladder().levels().indexOf(level);
        if (place < 0) {
          throw new IllegalArgumentException(
              "comparison %s has no level %s; it has %s"
                  .formatted(some.comparison(), level, question.ladder().levels()));
        }
        patterns.add((long) question.mask() << question.shift());
        patterns.add((long) (place + 1) << question.shift());
      }
    }
    return patterns.stream().mapToLong(Long::longValue).toArray();
  }

  /** True if a pattern holds one of the answers. */
  static boolean holds(long pattern, long[] answers) {
    for (int i = 0; i < answers.length; i += 2) {
      if ((pattern & answers[i]) == answers[i + 1]) {
        return true;
      }
    }
    return false;
  }
}

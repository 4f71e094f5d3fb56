package io.guiyi.matching.pair;

import io.guiyi.matching.column.Lexicon;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.model.ModelDescription.Answers;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The comparisons of a model, bound to the columns of a table. Immutable; read by many threads.
 *
 * <p>A pattern holds for each comparison a slot of a few bits: 0 for missing, 1 for the best level,
 * and so on.
 */
public final class Questions {
  /** The bits of all answers together. */
  public static final int MOST_BITS = Long.SIZE - 1;

  private final List<Question<?>> questions;
  private final int[] numbers;

  /**
   * One comparison.
   *
   * @param <V> what is compared
   */
  static final class Question<V> {
    final Comparison comparison;
    final Ladder<V> ladder;
    final Lexicon<V> lexicon;
    final int[] column;
    final int shift;
    final int mask;
    final int[] terms;
    final List<String> termTexts;
    final long[] signatures;
    final long[] implying;

    Question(Comparison comparison, Lexicon<V> lexicon, int[] column, int shift, long[] implying) {
      this.comparison = comparison;
      this.implying = implying;
      this.lexicon = lexicon;
      this.column = column;
      this.shift = shift;
      ladder = lexicon.kind().ladder(comparison.of(), comparison.levels());
      mask = (1 << bits(ladder.levels().size())) - 1;
      terms = new int[lexicon.size()];
      signatures = new long[lexicon.size()];
      List<String> texts = new ArrayList<>(List.of(""));
      Map<String, Integer> known = new HashMap<>(Map.of("", 0));
      for (int number = 1; number < terms.length; number++) {
        String term = ladder.term(lexicon.value(number));
        Integer place = known.putIfAbsent(term, texts.size());
        if (place == null) {
          place = texts.size();
          texts.add(term);
        }
        terms[number] = place;
        signatures[number] = Signature.of(term);
      }
      termTexts = List.copyOf(texts);
    }
  }

  /** How many bits of a pattern the answers of so many levels need, missing included. */
  public static int bits(int levels) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(levels);
  }

  private Questions(List<Question<?>> questions, int units) {
    this.questions = List.copyOf(questions);
    int size = questions.size();
    numbers = new int[units * size];
    for (int i = 0; i < size; i++) {
      int[] column = questions.get(i).column;
      for (int unit = 0; unit < units; unit++) {
        numbers[unit * size + i] = column[unit];
      }
    }
  }

  /**
   * The numbers of each unit's values, one for each comparison, unit by unit: a pair is two short
   * stretches of memory and not two places in every column. Not to be changed.
   */
  int[] numbers() {
    return numbers;
  }

  /** Binds the comparisons of the table's model. */
  public static Questions of(RecordTable table) {
    List<Question<?>> questions = new ArrayList<>();
    int shift = 0;
    for (Comparison comparison : table.model().comparisons()) {
      int field = table.field(comparison.field());
      long[] implying = patterns(questions, comparison.impliedBy());
      Question<?> question =
          new Question<>(comparison, table.lexicon(field), table.column(field), shift, implying);
      shift += Integer.bitCount(question.mask);
      if (shift > MOST_BITS) {
        throw new IllegalArgumentException(
            ("the comparisons of model %s need more than 63 bits at %s;"
                    + " ask fewer or with fewer levels")
                .formatted(table.model().name(), comparison.name()));
      }
      questions.add(question);
    }
    return new Questions(questions, table.units());
  }

  /**
   * The patterns in which the answers stand alone: a pattern holds one of them if it equals it in
   * the bits of its mask. Masks and answers take turns.
   *
   * @throws IllegalArgumentException if a comparison or a level is unknown among {@code questions}
   */
  private static long[] patterns(List<Question<?>> questions, List<Answers> answers) {
    List<Long> patterns = new ArrayList<>();
    for (Answers some : answers) {
      Question<?> question =
          questions.stream()
              .filter(q -> q.comparison.name().equals(some.comparison()))
              .findFirst()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "comparison %s is unknown here; name one that stands before"
                          .formatted(some.comparison())));
      for (String level : some.levels()) {
        int place = question.ladder.levels().indexOf(level);
        if (place < 0) {
          throw new IllegalArgumentException(
              "comparison %s has no level %s; it has %s"
                  .formatted(some.comparison(), level, question.ladder.levels()));
        }
        patterns.add((long) question.mask << question.shift);
        patterns.add((long) (place + 1) << question.shift);
      }
    }
    return patterns.stream().mapToLong(Long::longValue).toArray();
  }

  /** Masks and answers of {@code answers}, for {@link #holds}. */
  long[] patterns(List<Answers> answers) {
    return patterns(questions, answers);
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

  /**
   * The place of a comparison.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  int place(String comparison) {
    for (int i = 0; i < questions.size(); i++) {
      if (questions.get(i).comparison.name().equals(comparison)) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no comparison " + comparison);
  }

  /** How many comparisons. */
  public int size() {
    return questions.size();
  }

  Question<?> get(int comparison) {
    return questions.get(comparison);
  }

  /** The comparison as the model writes it. */
  public Comparison comparison(int comparison) {
    return questions.get(comparison).comparison;
  }

  /** The levels of a comparison, best first. */
  public List<String> levels(int comparison) {
    return questions.get(comparison).ladder.levels();
  }

  /** How far a comparison's slot lies from the lowest bit of a pattern. */
  int shift(int comparison) {
    return questions.get(comparison).shift;
  }

  /** The bits of a comparison's slot. */
  int mask(int comparison) {
    return questions.get(comparison).mask;
  }

  /** The slot of a comparison in a pattern: 0 for missing, the level's place plus one otherwise. */
  public int slot(int comparison, long pattern) {
    Question<?> question = questions.get(comparison);
    return (int) (pattern >>> question.shift) & question.mask;
  }

  /** The distinct terms of a comparison; the first is the empty one. */
  public List<String> terms(int comparison) {
    return questions.get(comparison).termTexts;
  }

  /** The place in {@link #terms} of each unit's term. */
  public int[] termOfUnits(int comparison) {
    Question<?> question = questions.get(comparison);
    int[] column = question.column;
    int[] terms = new int[column.length];
    Arrays.setAll(terms, unit -> question.terms[column[unit]]);
    return terms;
  }
}

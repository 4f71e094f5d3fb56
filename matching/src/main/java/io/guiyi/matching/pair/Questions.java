package io.guiyi.matching.pair;

import io.guiyi.matching.column.Lexicon;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.value.Ladder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The comparisons of a model, bound to the columns of a table. Immutable; read by many threads.
 *
 * <p>What belongs to the model alone are its {@link ModelQuestions}.
 */
public final class Questions {
  /** The number of the empty term. */
  static final int NO_TERM = 0;

  private final ModelQuestions model;
  private final List<Question<?>> questions;
  private final int[] rows;
  private final RecordTable table;

  /**
   * One comparison.
   *
   * @param <V> what is compared
   */
  static final class Question<V> {
    final Ladder<V> ladder;
    final Lexicon<V> lexicon;
    final int[] column;
    final int shift;
    final int[] terms;
    final List<String> termTexts;
    final long[] outlines;
    final long[] implying;

    Question(ModelQuestions.Asked<?> asked, Lexicon<V> lexicon, int[] column) {
      this.lexicon = lexicon;
      this.column = column;
      shift = asked.shift();
      implying = asked.implying();
      Comparison comparison = asked.comparison();
      ladder = lexicon.kind().ladder(comparison.of(), comparison.levels());
      terms = new int[lexicon.size()];
      int outline = ladder.outlineSize();
      outlines = new long[lexicon.size() * outline];
      List<String> texts = new ArrayList<>(List.of(""));
      Map<String, Integer> known = new HashMap<>(Map.of("", 0));
      for (int number = 1; number < terms.length; number++) {
        V value = lexicon.value(number);
        ladder.outline(value, outlines, number * outline);
        String term = ladder.term(value);
        Integer place = known.putIfAbsent(term, texts.size());
        if (place == null) {
          place = texts.size();
          texts.add(term);
        }
        terms[number] = place;
      }
      termTexts = List.copyOf(texts);
    }
  }

  private Questions(ModelQuestions model, List<Question<?>> questions, RecordTable table) {
    this.model = model;
    this.table = table;
    this.questions = List.copyOf(questions);
    int size = questions.size();
    rows = new int[Math.multiplyExact(table.units(), 2 * size)];
    for (int i = 0; i < size; i++) {
      Question<?> question = questions.get(i);
      int at = 2 * i;
      for (int number : question.column) {
        rows[at] = number;
        rows[at + 1] = question.terms[number];
        at += 2 * size;
      }
    }
  }

  /** Binds the comparisons of the table's model. */
  public static Questions of(RecordTable table) {
    ModelQuestions model = ModelQuestions.of(table.model());
    List<Question<?>> questions = new ArrayList<>();
    for (int i = 0; i < model.size(); i++) {
      int field = model.get(i).field();
      questions.add(new Question<>(model.get(i), table.lexicon(field), table.column(field)));
    }
    return new Questions(model, questions, table);
  }

  /** What belongs to the model alone. */
  public ModelQuestions model() {
    return model;
  }

  /**
   * For each unit, comparison by comparison, the numbers of its value and of its term: a pair is
   * two short stretches of memory and not two places in every column. Not to be changed.
   */
  int[] rows() {
    return rows;
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
    return model.comparison(comparison);
  }

  /** The levels of a comparison, best first. */
  public List<String> levels(int comparison) {
    return model.levels(comparison);
  }

  /** The slot of a comparison in a pattern: 0 for missing, the level's place plus one otherwise. */
  public int slot(int comparison, long pattern) {
    return model.slot(comparison, pattern);
  }

  /** The distinct terms of a comparison; the first is the empty one. */
  public List<String> terms(int comparison) {
    return questions.get(comparison).termTexts;
  }

  /** How many records bear each of the {@link #terms}. */
  int[] bearers(int comparison) {
    Question<?> question = questions.get(comparison);
    int[] bearers = new int[question.termTexts.size()];
    for (int unit = 0; unit < question.column.length; unit++) {
      bearers[question.terms[question.column[unit]]] += table.members(unit);
    }
    return bearers;
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

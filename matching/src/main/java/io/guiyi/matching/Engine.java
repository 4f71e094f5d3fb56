package io.guiyi.matching;

import io.guiyi.matching.candidates.RecordTerms;
import io.guiyi.matching.candidates.TermMaker;
import io.guiyi.matching.decide.Decider;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.model.ModelDescription.Thresholds;
import io.guiyi.matching.pair.ModelQuestions;
import io.guiyi.matching.pair.ModelWeights;
import io.guiyi.matching.pair.RecordReader;
import io.guiyi.matching.pair.RecordValues;
import io.guiyi.matching.weigh.Bits;
import org.jspecify.annotations.Nullable;

/** What follows from the model alone; everything but {@link #terms} for any thread. */
final class Engine {
  private final KeptModel model;
  private final ModelQuestions questions;
  private final RecordReader reader;
  private final TermMaker maker;
  private final Decider decider;
  private final long link;
  private final long review;
  private final long floor;
  private final int numberQuestion;
  private volatile @Nullable ModelWeights weights;

  Engine(KeptModel model, TermKey key) {
    this.model = model;
    questions = ModelQuestions.of(model.trained().description());
    reader = new RecordReader(questions);
    maker = new TermMaker(model.trained().description(), key);
    Thresholds thresholds = model.trained().description().thresholds();
    link = Bits.of(thresholds.link());
    review = Math.min(link, Bits.of(thresholds.review()));
    floor = Bits.of(thresholds.floor());
    decider = new Decider(link, review);
    numberQuestion = numberQuestion(questions);
  }

  /** The comparison that asks about numbers that belong to one person; -1 if there is none. */
  private static int numberQuestion(ModelQuestions questions) {
    Ownership ownership = questions.model().laws().ownership();
    for (int i = 0; i < questions.size(); i++) {
      if (ownership != null && questions.comparison(i).field().equals(ownership.number())) {
        return i;
      }
    }
    return -1;
  }

  KeptModel model() {
    return model;
  }

  RecordReader reader() {
    return reader;
  }

  TermMaker maker() {
    return maker;
  }

  Decider decider() {
    return decider;
  }

  long link() {
    return link;
  }

  long review() {
    return review;
  }

  long floor() {
    return floor;
  }

  /** The terms of a record; for the one thread that applies pages. */
  RecordTerms terms(RecordValues effective, RecordValues borne) {
    return maker.of(effective::value, borne::value);
  }

  /** The weights where so many records are at hand. */
  ModelWeights weights(long records) {
    long population = model.trained().figures().population(records);
    ModelWeights known = weights;
    if (known == null || known.population() != population) {
      known = new ModelWeights(model.trained(), questions, population);
      weights = known;
    }
    return known;
  }

  /** True if the pair with these answers shares a number that belongs to one person. */
  boolean isSameNumber(long pattern) {
    return numberQuestion >= 0 && questions.slot(numberQuestion, pattern) == 1;
  }
}

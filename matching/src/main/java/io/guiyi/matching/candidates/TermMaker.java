package io.guiyi.matching.candidates;

import io.guiyi.matching.TermKey;
import io.guiyi.matching.block.RecordKeys;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.model.ModelDescription.Field;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.matching.value.ValueKinds;
import io.guiyi.matching.value.han.OwnNumber;
import io.guiyi.records.identity.IdNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the terms of records under one model: one for each key of each blocking rule, alone and
 * refined; one for each valid number that the row bears, whosever it turns out to be; and one for
 * the term of each comparison that asks how frequent it is. Each is the keyed hash of a digest over
 * what kind of term it is and what it says. For one thread.
 */
public final class TermMaker {
  /** Raised whenever other terms are made of the same model. */
  private static final int VERSION = 3;

  private static final long COARSE = Hash64.of("rule");
  private static final long REFINED = Hash64.of("refined rule");
  private static final long NUMBER = Hash64.of("number as borne");
  private static final long RARITY = Hash64.of("term of a comparison");

  private final TermKey key;
  private final RecordKeys keys;
  private final int numberField;
  private final Rarity<?>[] rarities;
  private final String fingerprint;

  /** A comparison that asks how frequent its term is. */
  private static final class Rarity<V> {
    private final int comparison;
    private final int field;
    private final Ladder<V> ladder;

    Rarity(int comparison, Comparison asked, int field, ValueKind<V> kind) {
      this.comparison = comparison;
      this.field = field;
      this.ladder = kind.ladder(asked.of(), asked.levels());
    }

    @SuppressWarnings("unchecked") // a field holds values of its kind alone
    String term(IntFunction<? extends @Nullable Object> values) {
      Object value = values.apply(field);
      return value == null ? "" : ladder.term((V) value);
    }
  }

  /**
   * Makes terms.
   *
   * @param model whose rules, comparisons and law of ownership say what terms there are
   * @param key keeps them secret
   */
  public TermMaker(ModelDescription model, TermKey key) {
    this.key = key;
    this.keys = new RecordKeys(model);
    List<String> fields = model.fields().stream().map(Field::name).toList();
    Ownership ownership = model.laws().ownership();
    numberField = ownership == null ? -1 : fields.indexOf(ownership.number());
    List<Rarity<?>> asked = new ArrayList<>();
    for (int i = 0; i < model.comparisons().size(); i++) {
      Comparison comparison = model.comparisons().get(i);
      if (comparison.frequency()) {
        int field = fields.indexOf(comparison.field());
        ValueKind<?> kind = ValueKinds.named(model.fields().get(field).kind());
        asked.add(new Rarity<>(i, comparison, field, kind));
      }
    }
    rarities = asked.toArray(Rarity<?>[]::new);
    fingerprint = fingerprint(model);
  }

  /** Tells the terms' definition and the secret apart without giving the secret away. */
  private String fingerprint(ModelDescription model) {
    StringBuilder text = new StringBuilder("guiyi candidate index ").append(VERSION);
    text.append(model.fields()).append(model.blocking()).append(numberField);
    for (Rarity<?> rarity : rarities) {
      text.append(model.comparisons().get(rarity.comparison));
    }
    return HexFormat.of().toHexDigits(key.term(text.toString()));
  }

  /** The same for the same definition of terms and the same key, and for no other. */
  public String fingerprint() {
    return fingerprint;
  }

  /**
   * The terms of a record.
   *
   * @param effective its values by the place of the field in the model, null if missing; a number
   *     that turned out to be somebody else's is not among them
   * @param borne the same as the row bears them
   */
  public RecordTerms of(
      IntFunction<? extends @Nullable Object> effective,
      IntFunction<? extends @Nullable Object> borne) {
    List<RecordTerms.Asked> asked = new ArrayList<>(2 * keys.rules().size());
    for (RecordKeys.OfRule found : keys.of(effective)) {
      addAsked(found, asked);
    }
    List<String> numbers = numbers(borne);
    long[] others = new long[numbers.size() + rarities.length];
    int count = 0;
    for (String number : numbers) {
      others[count++] = number(number);
    }
    for (Rarity<?> rarity : rarities) {
      String term = rarity.term(effective);
      if (!term.isEmpty()) {
        others[count++] = rarity(rarity.comparison, term);
      }
    }
    return new RecordTerms(asked.toArray(RecordTerms.Asked[]::new), Arrays.copyOf(others, count));
  }

  private void addAsked(RecordKeys.OfRule found, List<RecordTerms.Asked> asked) {
    BlockingRule rule = keys.rules().get(found.rule());
    int refining = found.refining();
    for (int i = 0; i < found.keys().length; i++) {
      long[] refined = new long[refining];
      for (int j = 0; j < refining; j++) {
        refined[j] = term(REFINED, found.rule(), found.refined()[i * refining + j]);
      }
      asked.add(
          new RecordTerms.Asked(term(COARSE, found.rule(), found.keys()[i]), refined, rule.cap()));
    }
  }

  private List<String> numbers(IntFunction<? extends @Nullable Object> borne) {
    Object value = numberField < 0 ? null : borne.apply(numberField);
    return value instanceof OwnNumber number
        ? number.valid().stream().map(IdNumber::text).toList()
        : List.of();
  }

  /** The term of a valid number as borne. */
  long number(String number) {
    return term(NUMBER, 0, Hash64.of(number));
  }

  /**
   * The term of a comparison's term.
   *
   * @param comparison its place in the model
   */
  long rarity(int comparison, String term) {
    return term(RARITY, comparison, Hash64.of(term));
  }

  private long term(long kind, int place, long digest) {
    return key.term(Hash64.of(Hash64.of(kind, place), digest));
  }
}

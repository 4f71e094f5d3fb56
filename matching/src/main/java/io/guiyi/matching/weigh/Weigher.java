package io.guiyi.matching.weigh;

import io.guiyi.matching.compare.Comparison;
import io.guiyi.matching.compare.ComparisonLevel;
import io.guiyi.matching.compare.ComparisonVector;
import io.guiyi.matching.compare.NameLevel;
import io.guiyi.matching.normalize.NameForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up the weights of a pair. Pure and symmetric. */
public final class Weigher {
  private final MatchModel model;
  private final Map<ComparisonLevel, Explanation> levels;
  private final Explanation prior;
  private final String contactsDescription;

  /** Weighs by {@code model}. */
  public Weigher(MatchModel model) {
    this.model = model;
    this.levels = explained(model);
    this.prior = Explanation.of(model.thresholds().prior(), "prior");
    this.contactsDescription =
        "contacts, at most " + Bits.print(model.thresholds().contactCap()) + ", sum of";
  }

  /** By which model. */
  public MatchModel model() {
    return model;
  }

  /** The weight of a pair with these answers and these names, and what it is made of. */
  public Explanation explain(ComparisonVector vector, NameForm a, NameForm b) {
    List<Explanation> details = new ArrayList<>(9);
    details.add(prior);
    add(details, vector.number());
    add(details, vector.name());
    if (surnameCounts(vector.name())) {
      SurnameShare.correction(a.surname(), b.surname()).ifPresent(details::add);
    }
    add(details, vector.birthDate());
    add(details, vector.sex());
    add(details, vector.code());
    List<Explanation> contacts = new ArrayList<>(4);
    add(contacts, vector.phone());
    add(contacts, vector.address());
    add(contacts, vector.employer());
    add(contacts, vector.kin());
    if (!contacts.isEmpty()) {
      details.add(
          Explanation.capped(model.thresholds().contactCap(), contactsDescription, contacts));
    }
    return Explanation.sum("sum of log2(m/u), in bits", details);
  }

  /** Levels that weigh nothing are left out. */
  private void add(List<Explanation> details, ComparisonLevel level) {
    Explanation explained = levels.get(level);
    if (explained != null && explained.value() != 0) {
      details.add(explained);
    }
  }

  private static Map<ComparisonLevel, Explanation> explained(MatchModel model) {
    Map<ComparisonLevel, Explanation> explained = new HashMap<>();
    for (Comparison comparison : Comparison.values()) {
      for (ComparisonLevel level : comparison.levels()) {
        explained.put(level, Explanation.of(model.weight(level), comparison + " " + level.name()));
      }
    }
    return explained;
  }

  /** Levels on which the surnames agree, at least by sound. */
  private static boolean surnameCounts(NameLevel level) {
    return switch (level) {
      case EXACT,
          VARIANT,
          FORMER_NAME,
          PINYIN_ONLY,
          WILDCARD,
          SAME_TONE,
          SAME_PINYIN,
          FUZZY_PINYIN,
          LOOK_ALIKE,
          ONE_CHARACTER,
          SURNAME_ONLY ->
          true;
      case DOT_OR_TRUNCATED, TRANSLITERATION, ONE_PART, HALF, MISSING, DIFFERENT -> false;
    };
  }
}

package io.guiyi.matching.decide;

import io.guiyi.matching.compare.AddressLevel;
import io.guiyi.matching.compare.BirthDateLevel;
import io.guiyi.matching.compare.ComparisonVector;
import io.guiyi.matching.compare.EmployerLevel;
import io.guiyi.matching.compare.NameLevel;
import io.guiyi.matching.compare.NumberLevel;
import io.guiyi.matching.compare.PhoneLevel;
import io.guiyi.matching.compare.SexLevel;
import io.guiyi.matching.weigh.MatchModel;

/** Says of one person whether he or she is the one. Pure. */
final class Judge {
  private final MatchModel model;

  Judge(MatchModel model) {
    this.model = model;
  }

  /**
   * The verdict about one person.
   *
   * @param numbered whether the record has a valid number of its own; if it has, a person who only
   *     bears the same name is left alone, because the number will find its owner
   */
  Verdict judge(PersonEvidence person, boolean numbered) {
    Verdict byNumber = byNumber(person);
    if (byNumber != Verdict.OTHER) {
      return byNumber;
    }
    if (person.law() != null) {
      return isForbidden(person) ? Verdict.FORBIDDEN : Verdict.OTHER;
    }
    for (Evidence member : person.members()) {
      if (isSameByWeight(member)) {
        return Verdict.SAME_BY_WEIGHT;
      }
    }
    return isBorderline(person.best(), numbered) ? Verdict.BORDERLINE : Verdict.OTHER;
  }

  /**
   * Whether an existing link may stay. Less is asked than for a new one: the name still fits, no
   * law forbids it, and the weight speaks for it.
   */
  boolean mayStay(PersonEvidence person) {
    return switch (byNumber(person)) {
      case SAME_BY_NUMBER -> true;
      case NUMBER_CONFLICT -> false;
      case OTHER ->
          person.law() == null
              && person.members().stream()
                  .anyMatch(
                      m -> m.levels().name().isSame() && m.weight() >= model.thresholds().review());
      case SAME_BY_WEIGHT, FORBIDDEN, BORDERLINE ->
          throw new IllegalStateException("numbers alone do not give this verdict");
    };
  }

  /**
   * One member with the number and a fitting name is enough: members may spell it differently. A
   * member without the number may vouch for the name, if it is the very same.
   */
  private static Verdict byNumber(PersonEvidence person) {
    boolean shared = false;
    boolean fits = false;
    for (Evidence member : person.members()) {
      NumberLevel number = member.levels().number();
      boolean same = number == NumberLevel.VALID_SAME || number == NumberLevel.DOCUMENT_SAME;
      shared |= same;
      fits |= same ? fits(member.levels()) : member.levels().name().isEqual();
    }
    if (!shared) {
      return Verdict.OTHER;
    }
    return fits && person.law() == null ? Verdict.SAME_BY_NUMBER : Verdict.NUMBER_CONFLICT;
  }

  /** Whether name, sex and birth date let the owner of a number be this person. */
  private static boolean fits(ComparisonVector levels) {
    boolean otherBirth = levels.birthDate() == BirthDateLevel.DIFFERENT;
    boolean otherSex = levels.sex() == SexLevel.DIFFERENT;
    return switch (levels.name()) {
      case EXACT, VARIANT, FORMER_NAME -> true;
      case DOT_OR_TRUNCATED, PINYIN_ONLY, WILDCARD, SAME_PINYIN, FUZZY_PINYIN, TRANSLITERATION ->
          !(otherBirth && otherSex);
      case ONE_PART, ONE_CHARACTER -> !otherBirth && !otherSex;
      case HALF -> !otherBirth && !otherSex && hasContact(levels);
      case MISSING, DIFFERENT -> false;
    };
  }

  private boolean isSameByWeight(Evidence member) {
    ComparisonVector levels = member.levels();
    return levels.name().isSame()
        && isBirthSame(levels)
        && levels.sex() != SexLevel.DIFFERENT
        && hasThirdItem(levels)
        && member.weight() >= model.thresholds().link();
  }

  private boolean isForbidden(PersonEvidence person) {
    for (Evidence member : person.members()) {
      ComparisonVector levels = member.levels();
      long besidesNumber = member.weight() - model.weight(levels.number());
      if (levels.name().isEqual()
          && isBirthSame(levels)
          && hasContact(levels)
          && besidesNumber >= model.thresholds().link()) {
        return true;
      }
    }
    return false;
  }

  private boolean isBorderline(Evidence member, boolean numbered) {
    ComparisonVector levels = member.levels();
    if (levels.name() == NameLevel.DIFFERENT) {
      return false;
    }
    return numbered
        ? hasThirdItem(levels) && member.weight() >= model.thresholds().link()
        : member.weight() >= model.thresholds().review();
  }

  private static boolean isBirthSame(ComparisonVector levels) {
    return levels.birthDate() == BirthDateLevel.EXACT
        || levels.birthDate() == BirthDateLevel.IN_NUMBER;
  }

  private static boolean hasThirdItem(ComparisonVector levels) {
    return levels.number().isClose() || hasContact(levels);
  }

  private static boolean hasContact(ComparisonVector levels) {
    return levels.phone() == PhoneLevel.SAME
        || levels.employer() == EmployerLevel.SAME
        || levels.employer() == EmployerLevel.CONTAINED
        || levels.address() == AddressLevel.SAME_ROOM;
  }
}

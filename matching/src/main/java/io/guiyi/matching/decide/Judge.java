package io.guiyi.matching.decide;

import io.guiyi.matching.compare.AddressLevel;
import io.guiyi.matching.compare.BirthDateLevel;
import io.guiyi.matching.compare.CodeLevel;
import io.guiyi.matching.compare.ComparisonVector;
import io.guiyi.matching.compare.EmployerLevel;
import io.guiyi.matching.compare.NameLevel;
import io.guiyi.matching.compare.NumberLevel;
import io.guiyi.matching.compare.PhoneLevel;
import io.guiyi.matching.compare.SexLevel;
import io.guiyi.matching.normalize.NumberTitle;
import io.guiyi.matching.normalize.Profile;
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
   * @param record the record's values; if it has a valid number of its own, a person who only bears
   *     the same name is left alone, because the number will find its owner
   */
  Verdict judge(PersonEvidence person, Profile record) {
    Verdict byNumber = byNumber(person, record);
    if (byNumber != Verdict.OTHER) {
      return byNumber;
    }
    if (person.law() != null) {
      return isForbidden(person) ? Verdict.FORBIDDEN : Verdict.OTHER;
    }
    if (isSameByWeight(person)) {
      return Verdict.SAME_BY_WEIGHT;
    }
    return isBorderline(person, record.hasValidNumber()) ? Verdict.BORDERLINE : Verdict.OTHER;
  }

  /**
   * Whether an existing link may stay. Less is asked than for a new one: the name still fits, no
   * law forbids it, and the weight speaks for it.
   */
  boolean mayStay(PersonEvidence person, Profile record) {
    return switch (byNumber(person, record)) {
      case SAME_BY_NUMBER -> true;
      case NUMBER_CONFLICT -> false;
      case OTHER ->
          person.law() == null
              && person.members().stream()
                  .anyMatch(m ->
                      (m.levels().name().isSame() || m.levels().name() == NameLevel.SURNAME_ONLY)
                          && m.weight() >= model.thresholds().review());
      case SAME_BY_WEIGHT, FORBIDDEN, BORDERLINE ->
          throw new IllegalStateException("numbers alone do not give this verdict");
    };
  }

  /**
   * One member with the number and a fitting name is enough: members may spell it differently. A
   * member without the number may vouch for the name, if it is the very same.
   */
  private static Verdict byNumber(PersonEvidence person, Profile record) {
    boolean shared = false;
    boolean disputed = false;
    boolean fits = false;
    for (Evidence member : person.members()) {
      ComparisonVector levels = member.levels();
      boolean same = isSameNumber(levels);
      shared |= same;
      disputed |= same && isDispute(levels, record.title(), member.member().profile().title());
      fits |= same ? fits(levels, bothConfirm(record, member)) : levels.name().isEqual();
    }
    if (!shared) {
      return Verdict.OTHER;
    }
    if (fits && person.law() == null) {
      return Verdict.SAME_BY_NUMBER;
    }
    return disputed ? Verdict.NUMBER_CONFLICT : Verdict.OTHER;
  }

  private static boolean bothConfirm(Profile record, Evidence member) {
    return record.title() == NumberTitle.CONFIRMED
        && member.member().profile().title() == NumberTitle.CONFIRMED;
  }

  private static boolean isSameNumber(ComparisonVector levels) {
    return levels.number() == NumberLevel.VALID_SAME
        || levels.number() == NumberLevel.DOCUMENT_SAME
        || levels.code() == CodeLevel.SAME;
  }

  /**
   * Whether two rows with one number but two names leave open whose it is. It is not, if the one
   * has a better title and says so: a row that confirms the number against one that does not, or
   * any row against one that contradicts it. Then the weaker one bears a borrowed number, and
   * neither keeps the other from its own person, whichever came first.
   */
  private static boolean isDispute(
      ComparisonVector levels, NumberTitle record, NumberTitle member) {
    boolean onlyNumber =
        levels.number() == NumberLevel.VALID_SAME && levels.code() != CodeLevel.SAME;
    boolean twoNames = levels.name() == NameLevel.DIFFERENT || levels.name() == NameLevel.MISSING;
    if (!onlyNumber || !twoNames) {
      return true;
    }
    boolean oneContests = (record == NumberTitle.CONTESTED) != (member == NumberTitle.CONTESTED);
    boolean recordIsBetter = record == NumberTitle.CONFIRMED && member == NumberTitle.UNCONFIRMED;
    return !oneContests && !recordIsBetter;
  }

  /**
   * Whether name, sex and birth date let the owner of a number be this person. Of names that are
   * only near, father's and son's may be as near: they need rows that state the birth date.
   */
  private static boolean fits(ComparisonVector levels, boolean bothConfirm) {
    boolean otherBirth = levels.birthDate() == BirthDateLevel.DIFFERENT;
    boolean otherSex = levels.sex() == SexLevel.DIFFERENT;
    boolean born = (bothConfirm || levels.birthDate() == BirthDateLevel.EXACT) && !otherSex;
    return switch (levels.name()) {
      case EXACT, VARIANT, FORMER_NAME -> true;
      case DOT_OR_TRUNCATED,
          PINYIN_ONLY,
          WILDCARD,
          SAME_TONE,
          SAME_PINYIN,
          FUZZY_PINYIN,
          LOOK_ALIKE,
          TRANSLITERATION ->
          !(otherBirth && otherSex);
      case ONE_PART, ONE_CHARACTER, SURNAME_ONLY -> born;
      case HALF, MISSING -> born && hasContact(levels);
      case DIFFERENT -> false;
    };
  }

  /**
   * The best member must carry name and birth date, and the person as a whole the third item and
   * the weight. A newborn's placeholder is no name: the family's word leaves open which twin it is.
   */
  private boolean isSameByWeight(PersonEvidence person) {
    ComparisonVector whole = person.whole();
    return isNameHeld(person)
        && isBirthSame(whole)
        && whole.sex() != SexLevel.DIFFERENT
        && hasThirdItem(whole)
        && person.best().weight() >= model.thresholds().review()
        && person.weight() >= model.thresholds().link();
  }

  /** A lost character fits any; where another member has the whole name, that one decides. */
  private static boolean isNameHeld(PersonEvidence person) {
    NameLevel name = person.whole().name();
    return name.isSame()
        && (name != NameLevel.WILDCARD
            || person.members().stream()
                .map(member -> member.levels().name())
                .allMatch(level -> level.isSame() || level == NameLevel.MISSING));
  }

  private boolean isForbidden(PersonEvidence person) {
    ComparisonVector whole = person.whole();
    long besidesNumber = person.weight() - model.weight(whole.number());
    return whole.name().isEqual()
        && isBirthSame(whole)
        && hasContact(whole)
        && besidesNumber >= model.thresholds().link();
  }

  private boolean isBorderline(PersonEvidence person, boolean numbered) {
    ComparisonVector whole = person.whole();
    if (whole.name() == NameLevel.DIFFERENT) {
      return false;
    }
    return numbered
        ? whole.name().isSame()
            && hasThirdItem(whole)
            && person.weight() >= model.thresholds().link()
        : person.weight() >= model.thresholds().review();
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
        || levels.address() == AddressLevel.SAME_ROOM
        || levels.address() == AddressLevel.SAME_HOUSE
        || levels.kin().isSame();
  }
}

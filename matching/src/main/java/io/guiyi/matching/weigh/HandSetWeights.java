package io.guiyi.matching.weigh;

import io.guiyi.matching.compare.AddressLevel;
import io.guiyi.matching.compare.BirthDateLevel;
import io.guiyi.matching.compare.CodeLevel;
import io.guiyi.matching.compare.ComparisonLevel;
import io.guiyi.matching.compare.EmployerLevel;
import io.guiyi.matching.compare.KinLevel;
import io.guiyi.matching.compare.NameLevel;
import io.guiyi.matching.compare.NumberLevel;
import io.guiyi.matching.compare.PhoneLevel;
import io.guiyi.matching.compare.SexLevel;
import java.util.HashMap;
import java.util.Map;

/**
 * The weights as set by hand, in bits, with the m and u they were thought out from. Training will
 * replace them; they are here to be read and argued with.
 */
final class HandSetWeights {
  private HandSetWeights() {}

  static MatchModel model() {
    Map<ComparisonLevel, Long> weights = new HashMap<>();
    numbers(weights);
    names(weights);
    births(weights);
    contacts(weights);
    children(weights);
    return new MatchModel(
        "hand-set-2",
        weights,
        new MatchModel.Thresholds(Bits.of(-17), Bits.of(15), Bits.of(6), Bits.of(0), Bits.of(6)));
  }

  /**
   * u of the same number is not 0: numbers are borrowed, and children stand under their parents'.
   */
  private static void numbers(Map<ComparisonLevel, Long> weights) {
    set(weights, NumberLevel.VALID_SAME, 20); // m .95, u 1 in a million
    set(weights, NumberLevel.DOCUMENT_SAME, 18); // as above, but nothing checks the writing
    set(weights, NumberLevel.WRITTEN_SAME, 18); // m .003, u 1 in 10^8
    set(weights, NumberLevel.ONE_SLIP, 17); // m .006, u 4 in 10^8
    set(weights, NumberLevel.TWO_SLIPS, 13); // m .0005: siblings' numbers can be two digits apart
    set(weights, NumberLevel.PARTIAL, 11); // m .004, u 1 in 400,000: county and sequence
    set(weights, NumberLevel.FRAGMENT, 2); // little more than the county
    set(weights, NumberLevel.MISSING, 0);
    set(weights, NumberLevel.UNLIKE, -3); // m .004, u .03
    set(weights, NumberLevel.DIFFERENT_BOTH_VALID, -20); // a law stands behind it
  }

  /** Made for a surname that one person in a hundred bears; the surname's own share corrects it. */
  private static void names(Map<ComparisonLevel, Long> weights) {
    set(weights, NameLevel.EXACT, 13); // m .96, u 1 in 8,000
    set(weights, NameLevel.VARIANT, 12);
    set(weights, NameLevel.FORMER_NAME, 11);
    set(weights, NameLevel.DOT_OR_TRUNCATED, 10);
    set(weights, NameLevel.PINYIN_ONLY, 9); // u 1 in 2,500, and rows in pinyin are rare
    set(weights, NameLevel.WILDCARD, 6);
    set(weights, NameLevel.SAME_PINYIN, 6); // m .012, u 1 in 4,000
    set(weights, NameLevel.SAME_TONE, 6);
    set(weights, NameLevel.FUZZY_PINYIN, 4);
    set(weights, NameLevel.LOOK_ALIKE, 4); // one pair of characters in fifty looks alike
    set(weights, NameLevel.TRANSLITERATION, 7);
    set(weights, NameLevel.ONE_PART, 2); // brothers share the father's name
    set(weights, NameLevel.ONE_CHARACTER, 0); // so do siblings share a generation's character
    set(weights, NameLevel.HALF, -3);
    set(weights, NameLevel.SURNAME_ONLY, 4); // m .6: the other half bear the other parent's
    set(weights, NameLevel.MISSING, 0);
    set(weights, NameLevel.DIFFERENT, -9); // m .002, u .98
  }

  private static void births(Map<ComparisonLevel, Long> weights) {
    set(weights, BirthDateLevel.EXACT, 14); // m .98, u 1 in 17,000: fifty years of days
    set(weights, BirthDateLevel.IN_NUMBER, 0);
    set(weights, BirthDateLevel.SWAPPED, 5);
    set(weights, BirthDateLevel.ONE_OFF, 2.5); // m .005, u 1 in 1,100
    set(weights, BirthDateLevel.YEAR_ONLY, 3); // u: one year in fifty, and few rows do so
    set(weights, BirthDateLevel.LUNAR, 0.5);
    set(weights, BirthDateLevel.MISSING, 0);
    set(weights, BirthDateLevel.DIFFERENT, -7);
    set(weights, SexLevel.SAME, 1);
    set(weights, SexLevel.IN_NUMBER, 0);
    set(weights, SexLevel.MISSING, 0);
    set(weights, SexLevel.DIFFERENT, -8); // m .002, u .5
  }

  private static void contacts(Map<ComparisonLevel, Long> weights) {
    set(weights, PhoneLevel.SAME, 11); // u: families and firms share
    set(weights, PhoneLevel.MISSING, 0);
    set(weights, PhoneLevel.DIFFERENT, -1);
    set(weights, AddressLevel.SAME_ROOM, 8); // u: room-mates
    set(weights, AddressLevel.SAME_HOUSE, 5);
    set(weights, AddressLevel.SAME_VILLAGE, 2);
    set(weights, AddressLevel.SAME_TOWN, 0.5);
    set(weights, AddressLevel.MISSING, 0);
    set(weights, AddressLevel.DIFFERENT, -0.3); // people move
    set(weights, EmployerLevel.SAME, 7);
    set(weights, EmployerLevel.CONTAINED, 5);
    set(weights, EmployerLevel.MISSING, 0);
    set(weights, EmployerLevel.DIFFERENT, -0.5); // people change jobs
  }

  /** A code has no check character, so that a wrong one can be another child's. */
  private static void children(Map<ComparisonLevel, Long> weights) {
    set(weights, CodeLevel.SAME, 18); // m .9, u 1 in 300,000
    set(weights, CodeLevel.MISSING, 0);
    set(weights, CodeLevel.OTHER_SCHOOL_NUMBER, -1); // m .1: pupils get new ones
    set(weights, CodeLevel.OTHER_CHILD_CODE, -4); // m .05: a second clinic, a second file
    set(weights, CodeLevel.OTHER_BIRTH_CERTIFICATE, -6);
    set(weights, KinLevel.SAME_NUMBER, 9); // u: brothers and sisters
    set(weights, KinLevel.SAME_NAME_AND_PHONE, 9);
    set(weights, KinLevel.SAME_NAME, 7);
    set(weights, KinLevel.MISSING, 0);
    set(weights, KinLevel.DIFFERENT, -0.5); // one row names the father, the other the mother
  }

  private static void set(Map<ComparisonLevel, Long> weights, ComparisonLevel level, double bits) {
    weights.put(level, Bits.of(bits));
  }
}

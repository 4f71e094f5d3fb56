package io.guiyi.matching.compare;

/** How two names relate: the ladder from equal to different. */
public enum NameLevel implements ComparisonLevel {
  /** Character by character the same. */
  EXACT,
  /** The same but for traditional and variant characters. */
  VARIANT,
  /** The former name of one is the name of the other. */
  FORMER_NAME,
  /** A dot is missing, or one name was cut off. */
  DOT_OR_TRUNCATED,
  /** The same in pinyin without tones; one is written in pinyin, perhaps in the other order. */
  PINYIN_ONLY,
  /** The same but for characters that were lost. */
  WILDCARD,
  /** Other characters, read the same, tone and all. */
  SAME_TONE,
  /** Other characters, read the same without tones. */
  SAME_PINYIN,
  /** Read nearly the same: zh and z, n and l, -ng and -n. */
  FUZZY_PINYIN,
  /** A character is another that looks like it. */
  LOOK_ALIKE,
  /** A long name spelt a little differently, as transliterated names are. */
  TRANSLITERATION,
  /** One part of a dotted name is the same. */
  ONE_PART,
  /** One of three or more characters is another, or is missing. */
  ONE_CHARACTER,
  /** One of two characters is another. */
  HALF,
  /** One is a newborn's placeholder, which has a surname and no more; that is the same. */
  SURNAME_ONLY,
  /** There is no name to compare: a placeholder with the other parent's surname, or with none. */
  MISSING,
  /** Another name. */
  DIFFERENT;

  /** True if such names can be one person's without further excuse. */
  public boolean isSame() {
    return compareTo(TRANSLITERATION) <= 0;
  }

  /** True if nothing but the way of writing differs. */
  public boolean isEqual() {
    return compareTo(FORMER_NAME) <= 0;
  }
}

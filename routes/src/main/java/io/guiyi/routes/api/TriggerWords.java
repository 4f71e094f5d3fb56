package io.guiyi.routes.api;

import io.guiyi.matching.ReviewTrigger;

/**
 * Why the machine hesitated, in a few words.
 *
 * @param chinese for a steward who reads Chinese
 * @param english for one who reads English
 */
record TriggerWords(String chinese, String english) {

  static TriggerWords of(ReviewTrigger trigger) {
    return switch (trigger) {
      case BORDERLINE -> new TriggerWords("临界", "borderline");
      case MARGIN -> new TriggerWords("两个候选难分高下", "two persons fit nearly as well");
      case NUMBER_CONFLICT -> new TriggerWords("同号不同人", "same number, somebody else");
      case CANNOT_LINK -> new TriggerWords("互斥", "a law forbids the link");
      case FITS_IN_PART -> new TriggerWords("部分吻合", "fits a person in part only");
      case CHANGED_UNDER_LINK -> new TriggerWords("已关联记录变化", "a linked record changed");
      case UNDER_SEARCHED -> new TriggerWords("相似者过多", "more look-alikes than may be compared");
    };
  }
}

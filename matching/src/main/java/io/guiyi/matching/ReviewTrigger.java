package io.guiyi.matching;

/** Why a record goes to a steward. */
public enum ReviewTrigger {
  /** The weight lies just above the lower threshold: too much to be chance, too little to link. */
  BORDERLINE,
  /** Two persons fit nearly as well as each other. */
  MARGIN,
  /** The same valid ID number, but name, sex or birth date say it is somebody else. */
  NUMBER_CONFLICT,
  /** A law forbids the link that the weight asks for. */
  CANNOT_LINK,
  /** A person fits in part only: one record of it weighs enough, all together too little. */
  FITS_IN_PART,
  /** A linked record changed so that its link would no longer be made. */
  CHANGED_UNDER_LINK,
  /** A blocking key held more members than may be compared, so that one may have been missed. */
  UNDER_SEARCHED
}

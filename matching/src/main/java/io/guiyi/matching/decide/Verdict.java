package io.guiyi.matching.decide;

/** What the evidence says about one person, the strongest first. */
public enum Verdict {
  /** The same valid number, and nothing against it. */
  SAME_BY_NUMBER,
  /** Name, birth date and a third item agree, and the weight is enough. */
  SAME_BY_WEIGHT,
  /** The same valid number, but the rest says that it is somebody else's. */
  NUMBER_CONFLICT,
  /** The rest says it is the same person, a law says that it is not. */
  FORBIDDEN,
  /** Too much to be chance, too little to link. */
  BORDERLINE,
  /** Somebody else. */
  OTHER
}

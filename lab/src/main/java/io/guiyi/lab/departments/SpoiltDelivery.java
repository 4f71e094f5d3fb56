package io.guiyi.lab.departments;

/** A way in which the education department delivers a file that is not what it should be. */
public enum SpoiltDelivery {
  /** The marker is right, but only half of the file is there. */
  HALF_WRITTEN,
  /** The marker is there, the file is not. */
  MARKER_FIRST,
  /** The marker has the digest of something else. */
  WRONG_DIGEST,
  /** The marker has one row more than the file. */
  WRONG_COUNT,
  /** The file is there, its marker is not. */
  UNMARKED
}

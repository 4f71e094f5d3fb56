package io.guiyi.registry.resolve;

/** Whether a department is to be told what became of its rows. */
public enum Receipts {
  /** It asks for none. */
  UNWANTED,
  /** A write-back is opened together with the page. */
  WANTED
}

package io.guiyi.lab.population.books;

/** Sex as the register knows it. */
public enum Sex {
  MALE,
  FEMALE;

  /** Code of GB/T 2261.1: 1 male, 2 female. */
  public String code() {
    return this == MALE ? "1" : "2";
  }

  /** The other one. */
  public Sex opposite() {
    return this == MALE ? FEMALE : MALE;
  }
}

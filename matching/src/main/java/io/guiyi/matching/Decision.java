package io.guiyi.matching;

import java.util.List;

/**
 * What the hub does with one record. Everything that led to it is inside, so that it can be
 * recomputed and compared later.
 */
public sealed interface Decision {
  /** What it was made from. */
  Grounds grounds();

  /** The most candidates a decision keeps. */
  int MAX_CANDIDATES = 10;

  /**
   * What a decision was made from.
   *
   * @param modelHash the model's hash, in hexadecimal
   * @param population for how many records the prior was taken
   * @param numbersLost which of the record's own valid numbers counted as somebody else's: bit 0
   *     stands for the first
   * @param candidates the records that were weighed, best first, at most {@link #MAX_CANDIDATES}
   * @param candidatesSeen how many were weighed
   */
  record Grounds(
      String modelHash,
      long population,
      int numbersLost,
      List<WeighedCandidate> candidates,
      int candidatesSeen) {
    /** Copies the list. */
    public Grounds {
      candidates = List.copyOf(candidates);
    }
  }

  /** The model's hash, in hexadecimal. */
  default String modelHash() {
    return grounds().modelHash();
  }

  /** For how many records the prior was taken. */
  default long population() {
    return grounds().population();
  }

  /**
   * The records that were weighed, best first, at most {@link #MAX_CANDIDATES}; the rest is counted
   * in {@link #candidatesSeen}.
   */
  default List<WeighedCandidate> candidates() {
    return grounds().candidates();
  }

  /** How many records were weighed. */
  default int candidatesSeen() {
    return grounds().candidatesSeen();
  }

  /**
   * The record belongs to a person; perhaps it shows that others are the same one.
   *
   * @param person to whom: the one with the lowest number
   * @param absorbed the persons that turn out to be {@code person}, in ascending order
   */
  record LinkTo(PersonRef person, List<PersonRef> absorbed, Grounds grounds) implements Decision {
    /** Copies the list. */
    public LinkTo {
      absorbed = List.copyOf(absorbed);
    }
  }

  /** Nobody known is this person. */
  record NewPerson(Grounds grounds) implements Decision {}

  /**
   * A steward has to look.
   *
   * @param trigger why
   * @param persons who it may be, best first; at most {@link #MAX_CANDIDATES}
   */
  record Review(ReviewTrigger trigger, List<PersonRef> persons, Grounds grounds)
      implements Decision {
    /** Copies the list. */
    public Review {
      persons = List.copyOf(persons);
    }
  }
}

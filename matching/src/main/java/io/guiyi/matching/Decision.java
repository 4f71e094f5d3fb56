package io.guiyi.matching;

import java.util.List;

/**
 * What the hub does with one record. Everything that led to it is inside, so that it can be
 * recomputed and compared later.
 */
public sealed interface Decision {
  /** The model's hash, in hexadecimal. */
  String modelHash();

  /**
   * The members that were weighed, best first, at most {@link #MAX_CANDIDATES}; the rest is counted
   * in {@link #candidatesSeen}.
   */
  List<WeighedCandidate> candidates();

  /** How many members were weighed. */
  int candidatesSeen();

  /** The most candidates a decision keeps. */
  int MAX_CANDIDATES = 10;

  /**
   * The record belongs to a person.
   *
   * @param person to whom
   */
  record LinkTo(
      PersonRef person, String modelHash, List<WeighedCandidate> candidates, int candidatesSeen)
      implements Decision {
    /** Copies the list. */
    public LinkTo {
      candidates = List.copyOf(candidates);
    }
  }

  /** Nobody known is this person. */
  record NewPerson(String modelHash, List<WeighedCandidate> candidates, int candidatesSeen)
      implements Decision {
    /** Copies the list. */
    public NewPerson {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A steward has to look.
   *
   * @param trigger why
   * @param persons who it may be, best first; at most {@link #MAX_CANDIDATES}
   */
  record Review(
      ReviewTrigger trigger,
      List<PersonRef> persons,
      String modelHash,
      List<WeighedCandidate> candidates,
      int candidatesSeen)
      implements Decision {
    /** Copies the lists. */
    public Review {
      persons = List.copyOf(persons);
      candidates = List.copyOf(candidates);
    }
  }
}

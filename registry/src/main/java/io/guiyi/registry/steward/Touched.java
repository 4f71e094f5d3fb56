package io.guiyi.registry.steward;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.resolve.Identity.Move;
import java.util.List;
import java.util.Optional;

/**
 * What a decision did to identity, as it is kept so that it can be undone: numbers only.
 *
 * @param moves the records whose person changed
 * @param merged the persons that lead to another since
 * @param founded the persons it founded
 * @param stood all records that stood in the persons it touched when it was done
 */
record Touched(
    List<Move> moves, List<Merged> merged, List<PersonRef> founded, List<RecordRef> stood) {
  /** Copies the lists. */
  Touched {
    moves = List.copyOf(moves);
    merged = List.copyOf(merged);
    founded = List.copyOf(founded);
    stood = List.copyOf(stood);
  }

  /**
   * A person that became another.
   *
   * @param person who
   * @param into whom
   * @param led the persons that had led to {@code person} before, and lead on since
   */
  record Merged(PersonRef person, PersonRef into, List<PersonRef> led) {
    /** Copies the list. */
    Merged {
      led = List.copyOf(led);
    }
  }

  Optional<Merged> mergedOf(PersonRef person) {
    return merged.stream().filter(one -> one.person().equals(person)).findFirst();
  }
}

package io.guiyi.registry.person;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.PersonId;
import io.guiyi.seal.KeyedHash;
import java.util.function.ToLongFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Turns running person numbers into public ids that tell nothing: not how many persons there are,
 * not who came before whom.
 *
 * <p>A keyed permutation of 40 bits: a balanced Feistel network (Luby and Rackoff 1988) of two
 * halves of 20 bits and eight rounds, whose round function is the hub's keyed 64-bit hash. A
 * permutation needs no look-up for collisions: two numbers never share an id while the key is the
 * same. The id is stored with the person, so it never changes, whatever becomes of the key.
 */
@Component
public class PersonIds {
  private static final int HALF_BITS = 20;
  private static final int HALF_MASK = (1 << HALF_BITS) - 1;
  private static final int ROUNDS = 8;

  private final ToLongFunction<String> round;

  @Autowired
  PersonIds(KeyedHash hash) {
    this(hash::term);
  }

  PersonIds(ToLongFunction<String> round) {
    this.round = round;
  }

  /**
   * The public id of a person's number.
   *
   * @throws IllegalArgumentException when the number is beyond {@link PersonId#CAPACITY}
   */
  public PersonId of(PersonRef person) {
    return PersonId.of(scramble(person.number()));
  }

  long scramble(long number) {
    if (number < 0 || number >= PersonId.CAPACITY) {
      throw new IllegalArgumentException(
          "person number %d is beyond 2^40 - 1, the last that an id can name".formatted(number));
    }
    int left = (int) (number >>> HALF_BITS);
    int right = (int) number & HALF_MASK;
    for (int i = 0; i < ROUNDS; i++) {
      int mixed = left ^ ((int) round.applyAsLong("person-id " + i + " " + right) & HALF_MASK);
      left = right;
      right = mixed;
    }
    return ((long) left << HALF_BITS) | right;
  }
}

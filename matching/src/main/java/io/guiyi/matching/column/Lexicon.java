package io.guiyi.matching.column;

import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of one field, numbered from 1 in the order in which they were met; 0 is the
 * missing value. Written by one thread, then read by many.
 *
 * <p>Each spelling of all parts together is read once.
 *
 * @param <V> the value
 */
public final class Lexicon<V> {
  /** The number of the missing value. */
  public static final int MISSING = 0;

  private static final int FIRST_ROOM = 1024;

  private final ValueKind<V> kind;
  private Spellings spellings;
  private TextNumbers canonical = new TextNumbers();
  private @Nullable Object[] values = new @Nullable Object[FIRST_ROOM];
  private long[] digests = new long[FIRST_ROOM];
  private int size = 1;

  /** How many values a copy began with, which are not in {@link #canonical}. */
  private int before;

  /** An empty lexicon of values of one kind. */
  public Lexicon(ValueKind<V> kind) {
    this.kind = kind;
    spellings = new Spellings(kind.parts().size());
  }

  /** What kind of values it holds. */
  public ValueKind<V> kind() {
    return kind;
  }

  /** The number of the value that raw columns hold; one text for each part of the kind. */
  public int number(List<String> raw) {
    RawParts parts = new RawParts(raw.size());
    for (int part = 0; part < raw.size(); part++) {
      char[] letters = raw.get(part).toCharArray();
      parts.put(new int[] {part}, letters, 0, letters.length);
    }
    return number(parts, 0);
  }

  /**
   * The number of the value that a row's raw texts make.
   *
   * @param raw holds the texts of this field's parts, perhaps among others
   * @param first the slot of the first part
   */
  public int number(RawParts raw, int first) {
    int known = spellings.valueOf(raw, first);
    if (known != Spellings.NEW) {
      return known;
    }
    V value = kind.read(spellings.texts());
    int number = value == null ? MISSING : numberOf(value);
    spellings.keep(number);
    return number;
  }

  private int numberOf(V value) {
    String text = kind.canonical(value);
    int number = before + canonical.of(text) + 1;
    if (number == size) {
      if (number == values.length) {
        values = Arrays.copyOf(values, 2 * number);
        digests = Arrays.copyOf(digests, 2 * number);
      }
      values[number] = value;
      digests[number] = Hash64.of(text);
      size++;
    }
    return number;
  }

  /** How many numbers there are, the missing value's included. */
  public int size() {
    return size;
  }

  /** The value of a number above 0. */
  @SuppressWarnings("unchecked") // only values of kind V are put in
  public V value(int number) {
    Object value = values[number];
    if (value == null) {
      throw new IllegalArgumentException(
          "number %d stands for no value; ask for 1 to %d".formatted(number, size - 1));
    }
    return (V) value;
  }

  /** All values, in the order of their numbers. */
  public List<V> values() {
    List<V> all = new ArrayList<>(size - 1);
    for (int number = 1; number < size; number++) {
      all.add(value(number));
    }
    return all;
  }

  /** The digest of a value, the same in every run; 0 for the missing value. */
  public long digest(int number) {
    return digests[number];
  }

  /** The same values under the same numbers, for {@link #add} to go on with. */
  Lexicon<V> copy() {
    Lexicon<V> copy = new Lexicon<>(kind);
    copy.values = values.clone();
    copy.digests = digests.clone();
    copy.size = size;
    copy.before = size - 1;
    return copy;
  }

  /** Adds a value that no raw text gave; its number. */
  int add(V value) {
    return numberOf(value);
  }

  /**
   * Gives the values new numbers in the order in which a column names them, and writes those into
   * the column: neighbours in the column then are neighbours here. Values it does not name keep
   * their order behind the others.
   */
  void renumber(int[] column) {
    int[] numbers = new int[size];
    int next = 1;
    for (int i = 0; i < column.length; i++) {
      int number = column[i];
      if (number != MISSING && numbers[number] == 0) {
        numbers[number] = next++;
      }
      column[i] = numbers[number];
    }
    @Nullable Object[] formerValues = values;
    long[] formerDigests = digests;
    values = new @Nullable Object[size];
    digests = new long[size];
    for (int number = 1; number < size; number++) {
      int renumbered = numbers[number] == 0 ? next++ : numbers[number];
      values[renumbered] = formerValues[number];
      digests[renumbered] = formerDigests[number];
    }
  }

  /** Forgets the raw texts: from now on no value can be added. */
  public void seal() {
    spellings = new Spellings(0);
    canonical = new TextNumbers();
  }
}

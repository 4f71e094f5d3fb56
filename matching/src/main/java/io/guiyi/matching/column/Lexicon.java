package io.guiyi.matching.column;

import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of one field, numbered from 1 in the order in which they were met; 0 is the
 * missing value. Written by one thread, then read by many.
 *
 * <p>Each spelling is read once: the texts of the parts are numbered, then pairs of numbers, part
 * by part; the last number leads to the value's.
 *
 * @param <V> the value
 */
public final class Lexicon<V> {
  /** The number of the missing value. */
  public static final int MISSING = 0;

  private static final int FIRST_ROOM = 1024;
  private static final int UNREAD = -1;

  private final ValueKind<V> kind;
  private List<TextNumbers> parts;
  private List<PairNumbers> combinations;
  private TextNumbers canonical = new TextNumbers();
  private int[] valueOfSpelling = new int[FIRST_ROOM];
  private @Nullable Object[] values = new @Nullable Object[FIRST_ROOM];
  private long[] digests = new long[FIRST_ROOM];
  private int size = 1;

  /** How many values a copy began with, which are not in {@link #canonical}. */
  private int before;

  /** An empty lexicon of values of one kind. */
  public Lexicon(ValueKind<V> kind) {
    this.kind = kind;
    int count = kind.parts().size();
    parts = Stream.generate(TextNumbers::new).limit(count).toList();
    combinations = Stream.generate(PairNumbers::new).limit(count - 1L).toList();
    Arrays.fill(valueOfSpelling, UNREAD);
  }

  /** What kind of values it holds. */
  public ValueKind<V> kind() {
    return kind;
  }

  /** The number of the value that raw columns hold; one text for each part of the kind. */
  public int number(List<String> raw) {
    int[] spellings = new int[parts.size()];
    Arrays.setAll(spellings, part -> parts.get(part).of(raw.get(part)));
    return number(spellings, 0);
  }

  /** The number of what some characters spell in the column of a part. */
  public int spelling(int part, char[] buffer, int start, int length) {
    return parts.get(part).of(buffer, start, length);
  }

  /**
   * The number of the value that spellings make.
   *
   * @param spellings given out by {@link #spelling}, perhaps among others
   * @param first the place of the first part's
   */
  public int number(int[] spellings, int first) {
    int spelling = spellings[first];
    for (int part = 1; part < parts.size(); part++) {
      spelling = combinations.get(part - 1).of(spelling, spellings[first + part]);
    }
    if (spelling >= valueOfSpelling.length) {
      int before = valueOfSpelling.length;
      valueOfSpelling = Arrays.copyOf(valueOfSpelling, Math.max(2 * before, spelling + 1));
      Arrays.fill(valueOfSpelling, before, valueOfSpelling.length, UNREAD);
    }
    if (valueOfSpelling[spelling] == UNREAD) {
      String[] raw = new String[parts.size()];
      Arrays.setAll(raw, part -> parts.get(part).text(spellings[first + part]));
      V value = kind.read(List.of(raw));
      valueOfSpelling[spelling] = value == null ? MISSING : numberOf(value);
    }
    return valueOfSpelling[spelling];
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
    parts = List.of();
    combinations = List.of();
    canonical = new TextNumbers();
    valueOfSpelling = new int[0];
  }
}

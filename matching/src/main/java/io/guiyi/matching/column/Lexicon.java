package io.guiyi.matching.column;

import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of one field, numbered from 1 in the order in which they were met; 0 is the
 * missing value. Written by one thread, then read by many.
 *
 * @param <V> the value
 */
public final class Lexicon<V> {
  /** The number of the missing value. */
  public static final int MISSING = 0;

  private static final String BETWEEN_PARTS = "\u001F";

  private final ValueKind<V> kind;
  private final Map<String, Integer> byRaw = new HashMap<>();
  private final Map<String, Integer> byCanonical = new HashMap<>();
  private final List<@Nullable V> values = new ArrayList<>();
  private long[] digests = new long[1024];

  /** An empty lexicon of values of one kind. */
  public Lexicon(ValueKind<V> kind) {
    this.kind = kind;
    values.add(null);
  }

  /** What kind of values it holds. */
  public ValueKind<V> kind() {
    return kind;
  }

  /** The number of the value that raw columns hold. */
  public int number(List<String> raw) {
    String key = raw.size() == 1 ? raw.getFirst() : String.join(BETWEEN_PARTS, raw);
    Integer known = byRaw.get(key);
    if (known != null) {
      return known;
    }
    V value = kind.read(raw);
    int number = value == null ? MISSING : numberOf(value);
    byRaw.put(key, number);
    return number;
  }

  private int numberOf(V value) {
    String canonical = kind.canonical(value);
    Integer known = byCanonical.get(canonical);
    if (known != null) {
      return known;
    }
    int number = values.size();
    byCanonical.put(canonical, number);
    values.add(value);
    if (number == digests.length) {
      digests = Arrays.copyOf(digests, 2 * number);
    }
    digests[number] = Hash64.of(canonical);
    return number;
  }

  /** How many numbers there are, the missing value's included. */
  public int size() {
    return values.size();
  }

  /** The value of a number above 0. */
  public V value(int number) {
    V value = values.get(number);
    if (value == null) {
      throw new IllegalArgumentException(
          "number %d stands for no value; ask for 1 to %d".formatted(number, size() - 1));
    }
    return value;
  }

  /** The digest of a value, the same in every run; 0 for the missing value. */
  public long digest(int number) {
    return digests[number];
  }

  /** Forgets the raw texts: from now on no value can be added. */
  public void seal() {
    byRaw.clear();
    byCanonical.clear();
  }
}

package io.guiyi.matching.weigh;

import java.util.List;

/**
 * A weight and what it is made of, in the manner of Lucene's class of that name: a value, a
 * description and the details it was added up from. It names levels and figures, never a personal
 * value, so that it can be stored and shown.
 */
public final class Explanation {
  private final long value;
  private final String description;
  private final List<Explanation> details;

  private Explanation(long value, String description, List<Explanation> details) {
    this.value = value;
    this.description = description;
    this.details = details;
  }

  /** A weight that stands for itself. */
  public static Explanation of(long value, String description) {
    return new Explanation(value, description, List.of());
  }

  /** The sum of the details. */
  public static Explanation sum(String description, List<Explanation> details) {
    return new Explanation(total(details), description, List.copyOf(details));
  }

  /** The sum of the details, but no more than {@code most}. */
  public static Explanation capped(long most, String description, List<Explanation> details) {
    return new Explanation(Math.min(most, total(details)), description, List.copyOf(details));
  }

  /** Millionths of a bit. */
  public long value() {
    return value;
  }

  /** What this weight stands for. */
  public String description() {
    return description;
  }

  /** What it was added up from; empty for a weight that stands for itself. */
  public List<Explanation> details() {
    return details;
  }

  private static long total(List<Explanation> details) {
    long total = 0;
    for (Explanation detail : details) {
      total += detail.value;
    }
    return total;
  }

  /** The tree, indented, one line for each weight, in bits. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    print(text, 0);
    return text.toString();
  }

  private void print(StringBuilder text, int depth) {
    text.append("  ".repeat(depth)).append(Bits.print(value)).append(" = ").append(description);
    text.append('\n');
    for (Explanation detail : details) {
      detail.print(text, depth + 1);
    }
  }
}

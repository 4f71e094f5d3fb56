package io.guiyi.matching.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Whether a clerk's eye exchanges two characters: 己 and 已, 玲 and 铃, 晴 and 睛. They are alike if
 * their strokes hardly differ, the less so the fewer of their four corners agree, or if they share
 * a component beside their radicals. One pair of characters in names in forty is.
 */
final class Shapes {
  private static final int CORNERS = 4;
  private static final int CODE_POINT_BITS = 21;
  private static final int KNOWN_BITS = 16;
  private static final Map<Integer, Shape> SHAPES = read();

  /**
   * Pairs that were looked at, with the answer as the lowest bit: the characters of names are few,
   * and the same pairs come up again and again. A place holds the last pair that fell on it.
   */
  private static final AtomicLongArray KNOWN = new AtomicLongArray(1 << KNOWN_BITS);

  /** What is known of a character; texts may be empty. */
  private record Shape(String corners, String strokes, String components) {}

  private Shapes() {}

  /** True if the two look alike; false if one of them is not known. Symmetric. */
  static boolean alike(int a, int b) {
    long pair = (long) Math.min(a, b) << CODE_POINT_BITS | Math.max(a, b);
    int place = (int) (pair * 0x9E3779B97F4A7C15L >>> Long.SIZE - KNOWN_BITS);
    long known = KNOWN.getOpaque(place);
    if (known >>> 1 == pair) {
      return (known & 1) == 1;
    }
    boolean alike = look(a, b);
    KNOWN.setOpaque(place, pair << 1 | (alike ? 1 : 0));
    return alike;
  }

  private static boolean look(int a, int b) {
    Shape left = SHAPES.get(a);
    Shape right = SHAPES.get(b);
    if (left == null || right == null) {
      return false;
    }
    return isPartOf(a, right)
        || isPartOf(b, left)
        || left.components().codePoints().anyMatch(part -> isPartOf(part, right))
        || strokesAlike(left, right);
  }

  private static boolean isPartOf(int codePoint, Shape whole) {
    return whole.components().indexOf(codePoint) >= 0;
  }

  private static boolean strokesAlike(Shape a, Shape b) {
    int longest = Math.max(a.strokes().length(), b.strokes().length());
    if (a.strokes().isEmpty() || b.strokes().isEmpty()) {
      return false;
    }
    int corners = 0;
    for (int i = 0;
        i < Math.min(CORNERS, Math.min(a.corners().length(), b.corners().length()));
        i++) {
      corners += a.corners().charAt(i) == b.corners().charAt(i) ? 1 : 0;
    }
    int allowed =
        switch (corners) {
          case CORNERS -> longest / 2;
          case 2, CORNERS - 1 -> 2 * longest / 5;
          default -> longest / 4;
        };
    return Slips.edits(a.strokes(), b.strokes(), Math.max(1, allowed)) <= Math.max(1, allowed);
  }

  private static Map<Integer, Shape> read() {
    Map<Integer, Shape> shapes = new HashMap<>();
    InputStream found = Objects.requireNonNull(Shapes.class.getResourceAsStream("shapes.tsv"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells ->
              shapes.put(cells[0].codePointAt(0), new Shape(cells[1], cells[2], cells[3])));
    } catch (IOException e) {
      throw new UncheckedIOException("the table of shapes inside the jar cannot be read", e);
    }
    return Map.copyOf(shapes);
  }
}

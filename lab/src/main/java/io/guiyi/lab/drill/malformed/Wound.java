package io.guiyi.lab.drill.malformed;

import io.guiyi.lab.population.faults.Feed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spoils one field of a row.
 *
 * <p>The row is written with a mark in the field's place, and the mark is replaced: so a field can
 * hold what no JSON library would write. Bytes are taken for characters one by one meanwhile, so
 * that a byte that is no character can be put in.
 */
final class Wound {
  private static final String MARK = "@here@";
  private static final int DEPTH = 200;
  private static final int LONG_NUMBER = 1_000;
  private static final int LONG_NAME = 2_000;

  /** Beyond the longest row; a health file may be longer than the others. */
  private static final int HUGE_ROW = 70_000;

  private static final int HUGE_FILE = 600_000;
  private static final String RARE = "𠮷";
  private static final String OVERFLOW = "99999999999999999999";
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})([-/]?)(\\d{2})(?:([-/]?)(\\d{2}))?(?!\\d)(.*)");

  private final Field field;
  private final String good;

  private Wound(Field field, String good) {
    this.field = field;
    this.good = good;
  }

  /** The row spoilt; empty if this mutation cannot be done to what stands there. */
  static Optional<byte[]> inflict(ObjectNode row, Field field, Mutation mutation) {
    ObjectNode copy = row.deepCopy();
    Spot spot = Spot.find(copy, field.path()).orElseThrow();
    if (mutation == Mutation.REMOVED) {
      spot.holder().remove(spot.name());
      return Optional.of(MAPPER.writeValueAsBytes(copy));
    }
    String node = spot.holder().path(spot.name()).toString();
    Optional<String> value =
        mutation == Mutation.TWICE
            ? Optional.of(latin("%s,\"%s\":%s".formatted(node, spot.name(), node)))
            : mutation == Mutation.LONG_NAME
                ? Optional.of(latin(node + ",\"" + "n".repeat(LONG_NAME) + "\":1"))
                : new Wound(field, spot.written()).value(mutation);
    spot.holder().put(spot.name(), MARK);
    String json = latin(MAPPER.writeValueAsString(copy));
    int at = json.indexOf('"' + MARK + '"');
    String rest = mutation == Mutation.CUT_OFF ? "" : json.substring(at + MARK.length() + 2);
    return value.map(
        put -> (json.substring(0, at) + put + rest).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** What to put in, as bytes taken for characters. */
  private Optional<String> value(Mutation mutation) {
    return switch (mutation) {
      case REMOVED, TWICE, LONG_NAME -> Optional.empty();
      case LONG_NUMBER -> Optional.of("9".repeat(LONG_NUMBER));
      case NULL -> Optional.of("null");
      case NUMBER -> Optional.of("17");
      case INFINITE -> Optional.of("-1e999");
      case TRUE -> Optional.of("true");
      case OBJECT -> Optional.of("{\"a\":\"b\"}");
      case LIST -> Optional.of("[\"a\"]");
      case CUT_OFF -> Optional.of("\"x");
      case TOO_DEEP -> Optional.of("[".repeat(DEPTH) + "]".repeat(DEPTH));
      case NOT_UTF8 -> Optional.of("\"x\u00ff\"");
      case HALF_CHARACTER -> Optional.of("\"x\\ud83d\"");
      case FRACTION -> Optional.of("1.5");
      case ZERO -> Optional.of("0");
      case NEGATIVE -> Optional.of(field.kind() == FieldKind.DOSE ? "-1" : "\"-1\"");
      case OVERFLOW -> Optional.of(field.kind() == FieldKind.DOSE ? OVERFLOW : quoted(OVERFLOW));
      case EMPTY,
          BLANK,
          HUGE,
          CONTROL,
          LINE_BREAK,
          TOO_LONG,
          RARE_FULL,
          WORDS,
          UNKNOWN_CODE,
          FULL_WIDTH,
          DIGITS_INSIDE,
          FULL_WIDTH_INSIDE,
          TOO_MANY_DIGITS,
          WRONG_CHECK,
          SCIENTIFIC,
          IMPOSSIBLE,
          OTHER_FORM,
          FUTURE,
          BEYOND,
          SPREADSHEET,
          YEAR_ONLY,
          BEFORE_BEGIN ->
          text(mutation).map(Wound::quoted).map(Wound::latin);
    };
  }

  private static String quoted(String text) {
    return MAPPER.writeValueAsString(text);
  }

  private Optional<String> text(Mutation mutation) {
    return switch (mutation) {
      case EMPTY -> Optional.of("");
      case BLANK -> Optional.of(" \u3000 ");
      case HUGE -> Optional.of("x".repeat(field.feed() == Feed.HEALTH ? HUGE_FILE : HUGE_ROW));
      case CONTROL -> Optional.of(inside("\u0007"));
      case LINE_BREAK -> Optional.of(inside("\n"));
      case TOO_LONG -> times("长", 1);
      case RARE_FULL -> times(RARE, 0);
      case WORDS -> Optional.of("words");
      case UNKNOWN_CODE -> Optional.of("ZZ9");
      case FULL_WIDTH -> Optional.of(fullWidth()).filter(text -> !text.equals(good));
      case DIGITS_INSIDE -> Optional.of(inside("3"));
      case FULL_WIDTH_INSIDE -> Optional.of(inside("３"));
      case TOO_MANY_DIGITS -> Optional.of(good + "00000").filter(_ -> good.length() <= 20);
      case WRONG_CHECK ->
          Optional.of(good.substring(0, good.length() - 1) + (good.endsWith("1") ? "2" : "1"));
      case SCIENTIFIC -> Optional.of("3.30282E+17");
      case IMPOSSIBLE -> dated("2024", "13", "02", "31");
      case OTHER_FORM -> Optional.of("15/01/2024");
      case FUTURE -> dated("2099", "", "", "");
      case BEYOND -> dated("2201", "", "", "");
      case SPREADSHEET -> Optional.of("99999");
      case YEAR_ONLY -> Optional.of("1990");
      case BEFORE_BEGIN -> dated("1960", "", "", "");
      case REMOVED,
          NULL,
          NUMBER,
          INFINITE,
          TRUE,
          OBJECT,
          LIST,
          TWICE,
          CUT_OFF,
          TOO_DEEP,
          LONG_NUMBER,
          LONG_NAME,
          NOT_UTF8,
          HALF_CHARACTER,
          FRACTION,
          ZERO,
          NEGATIVE,
          OVERFLOW ->
          Optional.empty();
    };
  }

  private String inside(String piece) {
    int half = good.offsetByCodePoints(0, good.codePointCount(0, good.length()) / 2);
    return good.substring(0, half) + piece + good.substring(half);
  }

  private Optional<String> times(String character, int more) {
    return field.longest().isPresent()
        ? Optional.of(character.repeat(field.longest().getAsInt() + more))
        : Optional.empty();
  }

  private String fullWidth() {
    StringBuilder wide = new StringBuilder();
    good.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
    return wide.toString();
  }

  /**
   * Another date, written as the good one is.
   *
   * @param alone the month where there is no day; empty for the good one's
   * @param month the month beside a day; empty for the good one's
   * @param day empty for the good one's
   */
  private Optional<String> dated(String year, String alone, String month, String day) {
    Matcher parts = DATE.matcher(good);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String rest = parts.group(6);
    boolean leapDay = day.isEmpty() && "29".equals(parts.group(5));
    if (parts.group(5) == null) {
      return Optional.of(year + parts.group(2) + either(alone, parts.group(3)) + rest);
    }
    return Optional.of(
        year
            + parts.group(2)
            + either(month, parts.group(3))
            + parts.group(4)
            + either(leapDay ? "28" : day, parts.group(5))
            + rest);
  }

  private static String either(String chosen, String otherwise) {
    return chosen.isEmpty() ? otherwise : chosen;
  }
}

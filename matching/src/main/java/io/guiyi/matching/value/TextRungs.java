package io.guiyi.matching.value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The questions that can be asked about two texts. */
final class TextRungs {
  static final List<String> KNOWN =
      List.of(
          "same",
          "jaro-winkler 0.92",
          "jaro 0.9",
          "edit 1",
          "initial",
          "contains",
          "prefix 4",
          "all-but 2",
          "first-word",
          "sound",
          "words 0.5",
          Rung.ELSE);

  private static final String PURPOSE = "level of a text";

  private TextRungs() {}

  static Rung<String> rung(String written) {
    Spec spec = Spec.of(written);
    return switch (spec.word()) {
      case "same" -> new Rung<>(written, String::equals, Bound.EQUAL);
      case "jaro-winkler" -> {
        double least = spec.share(PURPOSE, KNOWN);
        yield new Rung<>(
            written,
            (a, b) -> Likeness.jaroWinkler(a, b) >= least,
            new Bound(Bound.Measure.WINKLER, least));
      }
      case "jaro" -> {
        double least = spec.share(PURPOSE, KNOWN);
        yield new Rung<>(
            written, (a, b) -> Likeness.jaro(a, b) >= least, new Bound(Bound.Measure.JARO, least));
      }
      case "edit" -> {
        int most = spec.count(PURPOSE, KNOWN);
        yield new Rung<>(
            written, (a, b) -> Likeness.within(a, b, most), new Bound(Bound.Measure.EDITS, most));
      }
      case "initial" -> new Rung<>(written, TextRungs::initial);
      case "contains" ->
          new Rung<>(
              written,
              (a, b) -> a.contains(b) || b.contains(a),
              new Bound(Bound.Measure.CONTAINS, 0));
      case "prefix" -> {
        int length = spec.count(PURPOSE, KNOWN);
        yield new Rung<>(
            written, (a, b) -> samePrefix(a, b, length), new Bound(Bound.Measure.PREFIX, length));
      }
      case "all-but" -> {
        int tail = spec.count(PURPOSE, KNOWN);
        yield new Rung<>(
            written,
            (a, b) ->
                a.length() == b.length()
                    && a.length() > tail
                    && samePrefix(a, b, a.length() - tail),
            new Bound(Bound.Measure.ALL_BUT, tail));
      }
      case "first-word" ->
          new Rung<>(
              written,
              (a, b) -> firstWord(a).equals(firstWord(b)),
              new Bound(Bound.Measure.FIRST_WORD, 0));
      case "sound" ->
          new Rung<>(
              written, (a, b) -> !Soundex.of(a).isEmpty() && Soundex.of(a).equals(Soundex.of(b)));
      case "words" -> {
        double least = spec.share(PURPOSE, KNOWN);
        yield new Rung<>(written, (a, b) -> shareOfWords(a, b) >= least);
      }
      case Rung.ELSE -> Rung.otherwise();
      default -> throw new ModelWordException(written, PURPOSE, KNOWN);
    };
  }

  /** True if one is a single letter and the other begins with it. */
  static boolean initial(String a, String b) {
    return (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
  }

  private static boolean samePrefix(String a, String b, int length) {
    return a.length() >= length && a.regionMatches(0, b, 0, length);
  }

  static String firstWord(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank);
  }

  /** The words in common, divided by all words of both (Jaccard). */
  static double shareOfWords(String a, String b) {
    Set<String> common = new HashSet<>(List.of(a.split(" ", -1)));
    Set<String> right = new HashSet<>(List.of(b.split(" ", -1)));
    int both = common.size() + right.size();
    common.retainAll(right);
    return common.size() / (double) (both - common.size());
  }
}

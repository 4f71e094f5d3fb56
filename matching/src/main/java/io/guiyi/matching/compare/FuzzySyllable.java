package io.guiyi.matching.compare;

/** The sounds that speakers of the southern dialects do not tell apart. */
final class FuzzySyllable {
  private FuzzySyllable() {}

  /** One form for all syllables that sound alike: {@code zhang} and {@code zan} become one. */
  static String of(String syllable) {
    String initial =
        switch (syllable) {
          case String s when s.startsWith("zh") -> "z" + s.substring(2);
          case String s when s.startsWith("ch") -> "c" + s.substring(2);
          case String s when s.startsWith("sh") -> "s" + s.substring(2);
          case String s when s.startsWith("n") && s.length() > 1 -> "l" + s.substring(1);
          case String s when s.startsWith("r") -> "l" + s.substring(1);
          case String s when s.startsWith("hu") && s.length() > 2 -> "f" + s.substring(2);
          case String s -> s;
        };
    return initial.endsWith("ng") ? initial.substring(0, initial.length() - 1) : initial;
  }

  /** True if the two sound alike and are both known. */
  static boolean alike(String a, String b) {
    return !a.isEmpty() && !b.isEmpty() && of(a).equals(of(b));
  }
}
